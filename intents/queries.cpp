// Entry point: find_queries.
#include "intents/queries.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "intents/question_parts.h"

namespace intents {

namespace {

constexpr size_t kMostQueries = 4;
constexpr int kNear = 4;  // words between two topics that "or" joins

using TopicList = std::vector<const TopicPlace*>;
using FacetList = std::vector<const FacetPlace*>;

std::string_view family_of(const TopicPlace& topic) {
  return std::string_view(topic.id).substr(0, topic.id.find('-'));
}

// What a topic is to a question; the greater is what is asked about.
enum class Role { kRegion, kAnatomy, kTrouble, kCause, kRemedy };

Role role_of(const TopicPlace& topic) {
  static const std::map<std::string_view, Role> kFamilies = {
      {"region", Role::kRegion}, {"anat", Role::kAnatomy}, {"risk", Role::kCause},
      {"cond", Role::kTrouble},  {"type", Role::kTrouble}, {"stat", Role::kTrouble},
      {"sym", Role::kTrouble},   {"preg", Role::kTrouble}, {"about", Role::kTrouble}};
  const auto it = kFamilies.find(family_of(topic));
  return it == kFamilies.end() ? Role::kRemedy : it->second;
}

// A facet means another thing of a remedy ("is it dangerous": its risks).
std::string facet_for(const TopicPlace& topic, const FacetPlace& facet) {
  static const std::map<std::string_view, std::vector<std::string>> kNames = {
      {"risk", {"cause"}},
      {"prev", {"cause", "remedy"}},
      {"med", {"medicine", "remedy"}},
      {"surg", {"operation", "remedy"}},
      {"inj", {"operation", "remedy"}},
      {"dx", {"test", "remedy"}}};
  const auto it = kNames.find(family_of(topic));
  std::vector<std::string> names = {role_of(topic) < Role::kCause ? "trouble" : "remedy"};
  if (it != kNames.end()) names = it->second;
  for (const auto& name : names) {
    if (const auto meant = facet.of.find(name); meant != facet.of.end()) return meant->second;
  }
  return facet.id;
}

bool holds(const FacetPlace& facet, Span words) {
  return std::any_of(facet.parts.begin(), facet.parts.end(),
                     [&](const Span& part) { return part.contains(words); });
}

class PartReader {
 public:
  PartReader(const Utterance& u, const QuestionPart& part, TopicList topics, FacetList facets)
      : u_(u), part_(part), topics_(std::move(topics)), facets_(std::move(facets)) {
    drop_unwanted();
    share_names();
    drop_told_facets();
    drop_framed();
  }

  // The two topics of a comparison, or none.
  TopicList compared() const {
    const bool cue = has("comparison");
    if (part_.told && !cue) return {};
    for (const auto* joiners : {&kEither, &kBoth}) {
      for (size_t i = 0; i + 1 < topics_.size(); ++i) {
        const TopicPlace &a = *topics_[i], &b = *topics_[i + 1];
        const bool alike = role_of(a) == role_of(b);
        if (!cue && (joiners == &kBoth || !alike)) continue;
        if (a.id != b.id && joined({a.span.last, b.span.first}, *joiners)) return {&a, &b};
      }
    }
    const bool pair = cue && topics_.size() == 2 && topics_[0]->id != topics_[1]->id &&
                      role_of(*topics_[0]) == role_of(*topics_[1]);
    if (pair) return topics_;
    return {};
  }

  // Only what the question is about stays: the greatest role.
  TopicList topics() const {
    TopicList kept = topics_;
    // "The chiro says", "my scan shows": who told it is not what is told.
    if (part_.told) {
      const auto teller = [](const TopicPlace* t) {
        return family_of(*t) == "team" || family_of(*t) == "dx";
      };
      if (!std::all_of(kept.begin(), kept.end(), teller)) std::erase_if(kept, teller);
    }
    Role greatest = Role::kRegion;
    for (const auto* topic : kept) {
      Role role = role_of(*topic);
      if (part_.told) role = std::min(role, Role::kTrouble);
      greatest = std::max(greatest, role);
    }
    std::erase_if(kept, [&](const TopicPlace* t) { return role_of(*t) < greatest; });
    // Of several regions the special one speaks: "back pain in my lower back".
    const bool special = std::any_of(
        kept.begin(), kept.end(), [](const TopicPlace* t) { return t->id != "region-overview"; });
    if (special) std::erase_if(kept, [](const auto* t) { return t->id == "region-overview"; });
    return kept;
  }

  // All facets of a list, else the most special one.
  FacetList facets() const {
    FacetList kept = facets_;
    const bool strong = std::any_of(kept.begin(), kept.end(), [](auto* f) { return !f->weak; });
    if (strong) std::erase_if(kept, [](const auto* f) { return f->weak; });
    if (kept.size() > 1) std::erase_if(kept, [](const auto* f) { return f->id == "comparison"; });
    for (size_t i = 0; i + 1 < kept.size();) {
      const FacetPlace &a = *kept[i], &b = *kept[i + 1];
      if (joined({a.span.last, b.span.first}, kList)) {
        ++i;
      } else {
        kept.erase(kept.begin() + static_cast<long>(b.rank < a.rank ? i : i + 1));
      }
    }
    return kept;
  }

 private:
  using Words = std::unordered_set<std::string_view>;
  inline static const Words kEither = {"or", "vs", "versus", "v", "than", "from"};
  inline static const Words kBoth = {"and", "as", "to", "with", "against"};
  inline static const Words kList = {"and", "or", "plus", "n", "also"};

  bool has(std::string_view id) const {
    return std::any_of(facets_.begin(), facets_.end(), [&](const auto* f) { return f->id == id; });
  }

  bool joined(Span between, const Words& joiners) const {
    if (&joiners != &kList && between.size() > kNear) return false;
    for (int i = between.first; i < between.last; ++i) {
      if (joiners.contains(u_.words[i].text)) return true;
    }
    return &joiners == &kList && between.last >= between.first &&
           between.last < static_cast<int>(u_.words.size()) && between.size() <= 1 &&
           u_.words[between.last].before == Break::kList;
  }

  // "Can it be straightened without surgery": not about surgery.
  void drop_unwanted() {
    const auto unwanted = [&](const TopicPlace* t) {
      return t->span.first > 0 && u_.words[t->span.first - 1].text == "without";
    };
    if (!std::all_of(topics_.begin(), topics_.end(), unwanted)) std::erase_if(topics_, unwanted);
  }

  bool only_names(const FacetPlace& facet) const {
    return !opens_question(u_.words[facet.span.first].text);
  }

  // "exercises for", "which painkiller": the cue of a thing, not of a deed ("can i cycle").
  bool names_a_thing(const FacetPlace& facet) const {
    static const Words kWhich = {"what", "whats", "which", "any"};
    const auto& first = u_.words[facet.span.first].text;
    return !opens_question(first) || kWhich.contains(first);
  }

  void share_names() {
    const auto is_cue = [&](const TopicPlace* topic) {
      const bool other = std::any_of(topics_.begin(), topics_.end(), [&](const TopicPlace* t) {
        const Role mine = role_of(*topic), its = role_of(*t);
        const bool gives_way = mine == Role::kRemedy || its == Role::kRemedy ||
                               (mine == Role::kCause && its == Role::kTrouble);
        return gives_way && t->id != topic->id && !t->span.overlaps(topic->span);
      });
      return other && std::any_of(facets_.begin(), facets_.end(), [&](const FacetPlace* f) {
               return f->id != "comparison" && names_a_thing(*f) && holds(*f, topic->span);
             });
    };
    TopicList kept = topics_;
    std::erase_if(kept, is_cue);
    if (!kept.empty()) topics_ = std::move(kept);
    std::erase_if(facets_, [&](const FacetPlace* f) {
      return only_names(*f) && f->id != "comparison" &&
             std::any_of(topics_.begin(), topics_.end(),
                         [&](const TopicPlace* t) { return t->span.contains(f->span); });
    });
  }

  void drop_told_facets() {
    if (!part_.told) return;
    std::erase_if(facets_, [&](const FacetPlace* f) {
      return !is_question_word(u_.words[f->span.first].text);
    });
  }

  // "does exercise help": the cue in the gap of another says what is meant.
  void drop_framed() {
    const FacetList all = facets_;
    std::erase_if(facets_, [&](const FacetPlace* frame) {
      return std::any_of(all.begin(), all.end(), [&](const FacetPlace* f) {
        return f != frame && frame->span.contains(f->span) && !f->weak;
      });
    });
  }

  const Utterance& u_;
  const QuestionPart& part_;
  TopicList topics_;
  FacetList facets_;
};

class Builder {
 public:
  explicit Builder(const Utterance& u) : u_(u) {}

  void read(const QuestionPart& part, const TopicList& topics, const FacetList& facets) {
    const PartReader reader(u_, part, topics, facets);
    if (const TopicList two = reader.compared(); !two.empty()) {
      return add({two[0]->id, "comparison", two[1]->id, {}, true, part.words});
    }
    const TopicList about = reader.topics();
    const FacetList asked = reader.facets();
    if (about.empty()) return carry(asked, part.words);
    if (asked.empty()) {
      for (const auto* topic : about) tell(*topic, part);
      return;
    }
    for (const auto* topic : about) {
      for (const auto* facet : nearest(asked, about.size())) {
        add({topic->id, facet_for(*topic, *facet), "", topic->rivals, true, part.words});
      }
    }
  }

  std::vector<Query> take() { return std::move(queries_); }

 private:
  void add(Query query) {
    const auto same = [&](const Query& q) {
      return q.topic == query.topic && q.facet == query.facet;
    };
    if (std::any_of(queries_.begin(), queries_.end(), same)) return;
    // What was told of this topic before is what the question is about.
    const auto told = std::find_if(queries_.begin(), queries_.end(), [&](const Query& q) {
      return q.topic == query.topic && q.facet.empty();
    });
    if (told != queries_.end()) {
      *told = std::move(query);
    } else if (queries_.size() < kMostQueries) {
      queries_.push_back(std::move(query));
    }
  }

  // Several topics and several facets would be every topic with every facet: the first facet only.
  static FacetList nearest(const FacetList& facets, size_t topics) {
    return topics > 1 && facets.size() > 1 ? FacetList{facets.front()} : facets;
  }

  void tell(const TopicPlace& topic, const QuestionPart& part) {
    // "What can I do? My lower back hurts."
    const auto open = std::find_if(queries_.begin(), queries_.end(),
                                   [](const Query& q) { return q.topic.empty(); });
    if (open != queries_.end() && !part.asked) {
      for (Query& query : queries_) {
        if (query.topic.empty()) query.topic = topic.id, query.rivals = topic.rivals;
      }
      return;
    }
    const auto known = std::any_of(queries_.begin(), queries_.end(),
                                   [&](const Query& q) { return q.topic == topic.id; });
    if (!known) add({topic.id, "", "", topic.rivals, part.asked, part.words});
  }

  void carry(const FacetList& facets, Span span) {
    for (const auto* facet : facets) {
      if (queries_.empty() || queries_.back().topic.empty()) {
        add({"", facet->id, "", {}, true, span});
        continue;
      }
      const Query before = queries_.back();
      const TopicPlace topic{before.topic, before.span, before.rivals};
      add({before.topic, facet_for(topic, *facet), "", before.rivals, true, span});
    }
  }

  const Utterance& u_;
  std::vector<Query> queries_;
};

}  // namespace

std::vector<Query> find_queries(const Utterance& u, const std::vector<TopicPlace>& topics,
                                const std::vector<FacetPlace>& facets) {
  Builder builder(u);
  for (const QuestionPart& part : question_parts(u)) {
    TopicList named;
    for (const auto& topic : topics) {
      if (part.words.contains(topic.span.first)) named.push_back(&topic);
    }
    FacetList asked;
    for (const auto& facet : facets) {
      if (part.words.contains(facet.span.first)) asked.push_back(&facet);
    }
    if (!named.empty() || !asked.empty()) builder.read(part, named, asked);
  }
  return builder.take();
}

}  // namespace intents
