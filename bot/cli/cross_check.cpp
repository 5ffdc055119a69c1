// Entry points: cross_check, overdue_reviews.
#include "bot/cli/cross_check.h"

#include <algorithm>
#include <set>

#include "intents/derived.h"

namespace bot::cli {

namespace {

using Ids = std::set<std::string, std::less<>>;

constexpr std::string_view kEver = "ever:";  // a rule's term that takes past findings too

void check_topics(const intents::Intents& intents, const knowledge::Library& library,
                  base::Problems& problems) {
  Ids named;
  for (const auto& topic : intents.topics().all()) {
    named.insert(topic.id);
    if (library.find_topic(topic.id) != nullptr) continue;
    problems.push_back(
        {topic.file, "id", "there is no knowledge/en/topics/" + topic.id + ".json to answer it"});
  }
  for (const auto& [id, topic] : library.topics()) {
    if (named.contains(id)) continue;
    problems.push_back({"knowledge/en/topics/" + id + ".json", "id",
                        "there is no intents/en/topics/" + id + ".json, so nobody can ask for it"});
  }
}

void check_facets(const intents::Intents& intents, base::Problems& problems) {
  Ids cued;
  for (const auto& facet : intents.facets().all()) {
    cued.insert(facet.id);
    if (std::find(knowledge::kFacetNames.begin(), knowledge::kFacetNames.end(), facet.id) ==
        knowledge::kFacetNames.end()) {
      problems.push_back({"intents/en/facets.json", facet.id, "no topic can have this facet"});
    }
  }
  for (const auto name : knowledge::kFacetNames) {
    if (cued.contains(name)) continue;
    problems.push_back({"intents/en/facets.json", std::string(name), "the facet has no phrases"});
  }
}

class RuleCheck {
 public:
  RuleCheck(const intents::Intents& intents, base::Problems& problems) : problems_(problems) {
    for (const auto& finding : intents.findings().all()) known_.insert(finding.id);
    for (const auto& id : intents::derived_finding_ids()) known_.insert(id);
  }

  void check(const knowledge::RedFlag& flag) {
    file_ = "knowledge/en/red_flags/" + flag.id + ".json";
    for (size_t i = 0; i < flag.rules.size(); ++i) {
      check("rules, " + base::ordinal(i + 1) + " entry, when", flag.rules[i].when);
    }
    for (size_t i = 0; i < flag.asks.size(); ++i) {
      const std::string place = "asks, " + base::ordinal(i + 1) + " entry";
      check(place + ", when", flag.asks[i].when);
      check(place + ", if_yes", flag.asks[i].if_yes);
    }
  }

 private:
  void check(const std::string& place, const knowledge::Condition& condition) {
    check(place + ", all", condition.all);
    check(place + ", any", condition.any);
    check(place + ", none", condition.none);
  }

  void check(const std::string& place, const std::vector<std::string>& terms) {
    for (size_t i = 0; i < terms.size(); ++i) {
      std::string_view id = terms[i];
      if (id.starts_with(kEver)) id.remove_prefix(kEver.size());
      if (known_.contains(id)) continue;
      problems_.push_back({file_, place + ", " + base::ordinal(i + 1) + " entry",
                           "there is no finding \"" + std::string(id) + "\""});
    }
  }

  base::Problems& problems_;
  Ids known_;
  std::string file_;
};

}  // namespace

base::Problems cross_check(const intents::Intents& intents, const knowledge::Library& library) {
  base::Problems problems;
  check_topics(intents, library, problems);
  check_facets(intents, problems);
  RuleCheck rules(intents, problems);
  for (const auto& flag : library.red_flags()) rules.check(flag);
  return problems;
}

base::Problems overdue_reviews(const knowledge::Library& library, const std::string& today) {
  base::Problems result;
  const auto look = [&](const std::string& file, const knowledge::Review& review) {
    if (review.review_due < today) {
      result.push_back({file, "review_due", "the review was due on " + review.review_due});
    }
  };
  for (const auto& [id, topic] : library.topics()) {
    look("knowledge/en/topics/" + id + ".json", topic.review);
  }
  for (const auto& flag : library.red_flags()) {
    look("knowledge/en/red_flags/" + flag.id + ".json", flag.review);
  }
  return result;
}

}  // namespace bot::cli
