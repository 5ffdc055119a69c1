// Entry point: find_queries.
#include "intents/queries.h"

#include <algorithm>
#include <string>

#include "intents/part_reader.h"
#include "intents/question_parts.h"
#include "intents/topic_role.h"

namespace intents {

namespace {

constexpr size_t kMostQueries = 4;

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
