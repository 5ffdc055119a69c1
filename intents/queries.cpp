#include "intents/queries.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace intents {

namespace {

constexpr size_t kMostQueries = 4;

bool is_region(const TopicPlace& topic) { return topic.id.starts_with("region-"); }

// Words that open a question or a request.
const std::unordered_set<std::string_view> kOpeners = {
    "what", "whats", "wat",  "why",  "how",   "hows", "when", "where", "who",   "which", "is",
    "are",  "can",   "could", "does", "do",   "did",  "should", "will", "would", "am",   "may",
    "any",  "tell",  "explain", "show", "give", "describe", "define", "compare", "list", "shall",
    "has",  "have",  "need", "please"};

bool sounds_asked(const Utterance& u, Span clause) {
  if (u.words[clause.first].question) return true;
  const int end = std::min(clause.last, clause.first + 2);
  for (int i = clause.first; i < end; ++i) {
    if (kOpeners.contains(u.words[i].text)) return true;
  }
  return false;
}

int distance(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.first >= b.last ? a.first - b.last : b.first - a.last;
}

struct Builder {
  const Utterance& u;
  std::vector<Query> result;
  std::vector<size_t> told;  // queries with a topic and no facet, still waiting for one

  void add(Query query) {
    const auto same = [&](const Query& q) {
      return q.topic == query.topic && q.facet == query.facet;
    };
    if (result.size() < kMostQueries && std::none_of(result.begin(), result.end(), same)) {
      result.push_back(std::move(query));
    }
  }

  void clause(Span span, std::vector<const TopicPlace*> topics,
              std::vector<const FacetPlace*> facets) {
    const bool asked = sounds_asked(u, span);
    if (compare(topics, facets)) return;
    drop_regions(topics, facets);
    if (topics.empty()) return without_topic(span, facets, asked);
    drop_weak(facets, topics.size());
    if (facets.empty()) {
      for (const auto* topic : topics) add_topic(*topic, "", asked, span);
    } else if (facets.size() == 1) {
      one_facet(topics, *facets[0], span);
    } else {
      nearest(topics, facets, span);
    }
  }

  void add_topic(const TopicPlace& topic, const std::string& facet, bool asked, Span span) {
    add({topic.id, facet, "", topic.rivals, asked, span});
  }

  // "upper vs lower back pain", "heat or ice": both topics are one query.
  bool compare(const std::vector<const TopicPlace*>& topics,
               const std::vector<const FacetPlace*>& facets) {
    const auto it = std::find_if(facets.begin(), facets.end(),
                                 [](const FacetPlace* f) { return f->id == "comparison"; });
    const bool joined = topics.size() >= 2 && joined_by_or(*topics[0], *topics[1]);
    if ((it == facets.end() && !joined) || topics.size() < 2) return false;
    // The two topics nearest to the cue; with more, a more special one beats a region.
    std::vector<const TopicPlace*> best = topics;
    const auto special = std::count_if(best.begin(), best.end(),
                                       [](const TopicPlace* t) { return !is_region(*t); });
    if (special >= 2) std::erase_if(best, [](const TopicPlace* t) { return is_region(*t); });
    if (best[0]->id == best[1]->id) return false;
    add({best[0]->id, "comparison", best[1]->id, {}, true,
         {best[0]->span.first, best[1]->span.last}});
    return true;
  }

  bool joined_by_or(const TopicPlace& a, const TopicPlace& b) const {
    for (int i = a.span.last; i < b.span.first; ++i) {
      const auto& word = u.words[i].text;
      if (word == "or" || word == "vs" || word == "versus") return b.span.first - a.span.last <= 4;
    }
    return false;
  }

  // "does heat help lower back pain" asks about heat. Regions stay when nothing else is named.
  static void drop_regions(std::vector<const TopicPlace*>& topics,
                           const std::vector<const FacetPlace*>&) {
    const bool other = std::any_of(topics.begin(), topics.end(),
                                   [](const TopicPlace* t) { return !is_region(*t); });
    if (other) std::erase_if(topics, [](const TopicPlace* t) { return is_region(*t); });
    // Of several regions the special one speaks: "back pain in my lower back".
    const bool special = std::any_of(topics.begin(), topics.end(), [](const TopicPlace* t) {
      return t->id != "region-overview";
    });
    if (special) {
      std::erase_if(topics, [](const TopicPlace* t) { return t->id == "region-overview"; });
    }
  }

  // With one topic, "what is the treatment for X" asks for its treatment: the definition cue and
  // cues that cover one word give way to a fuller one.
  static void drop_weak(std::vector<const FacetPlace*>& facets, size_t topics) {
    if (facets.size() < 2) return;
    std::vector<const FacetPlace*> kept = facets;
    if (topics == 1) {
      std::erase_if(kept, [](const FacetPlace* f) { return f->id == "definition"; });
    }
    std::erase_if(kept, [](const FacetPlace* f) { return f->id == "comparison"; });
    if (!kept.empty()) facets = kept;
  }

  void one_facet(const std::vector<const TopicPlace*>& topics, const FacetPlace& facet,
                 Span span) {
    for (const auto* topic : topics) add_topic(*topic, facet.id, true, span);
  }

  // Each topic takes the facet whose cue stands nearest; a facet nobody took goes to its nearest.
  void nearest(const std::vector<const TopicPlace*>& topics,
               const std::vector<const FacetPlace*>& facets, Span span) {
    if (topics.size() == 1) {
      for (const auto* facet : facets) add_topic(*topics[0], facet->id, true, span);
      return;
    }
    for (const auto* topic : topics) {
      const FacetPlace* best = facets[0];
      for (const auto* facet : facets) {
        // A cue before the topic belongs to it more than one after it.
        const auto cost = [&](const FacetPlace* f) {
          return distance(f->span, topic->span) * 2 + (f->span.first > topic->span.first ? 1 : 0);
        };
        if (cost(facet) < cost(best)) best = facet;
      }
      add_topic(*topic, best->id, true, span);
    }
  }

  // "My lower back hurts. What can I do?": the facet takes the topic told before.
  void without_topic(Span span, const std::vector<const FacetPlace*>& facets, bool asked) {
    std::vector<const FacetPlace*> kept = facets;
    drop_weak(kept, 1);
    for (const auto* facet : kept) {
      Query* before = result.empty() ? nullptr : &result.back();
      if (before != nullptr && before->facet.empty() && !before->asked) {
        before->facet = facet->id;
        before->asked = true;
      } else if (before != nullptr && !before->topic.empty()) {
        add({before->topic, facet->id, "", before->rivals, true, span});
      } else {
        add({"", facet->id, "", {}, asked, span});
      }
    }
  }
};

}  // namespace

std::vector<Query> find_queries(const Utterance& u, const std::vector<TopicPlace>& topics,
                                const std::vector<FacetPlace>& facets) {
  Builder builder{u, {}, {}};
  for (const Clause& clause : u.clauses) {
    std::vector<const TopicPlace*> here;
    for (const auto& topic : topics) {
      if (clause.words.contains(topic.span.first)) here.push_back(&topic);
    }
    std::vector<const FacetPlace*> asked;
    for (const auto& facet : facets) {
      if (!clause.words.contains(facet.span.first)) continue;
      // A cue inside a topic's own name is no cue ("exercise" in "breathing exercises").
      const bool inside = std::any_of(here.begin(), here.end(), [&](const TopicPlace* t) {
        return t->span.contains(facet.span);
      });
      // "upper vs lower back": the name of the upper back holds the cue.
      if (!inside || facet.id == "comparison") asked.push_back(&facet);
    }
    if (!here.empty() || !asked.empty()) builder.clause(clause.words, here, asked);
  }
  return std::move(builder.result);
}

}  // namespace intents
