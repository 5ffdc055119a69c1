// What people call the topics: names, misspellings and descriptions, one file per topic in
// intents/LANGUAGE/topics; the stem is the topic's id in the knowledge base.
//
// Ranking is a total order: most words covered, then the rarer name (fewer words that other topics
// share), then the id; never file order. Const after loading; share between threads.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "intents/finding.h"
#include "intents/phrase_set.h"
#include "intents/word_groups.h"

namespace intents {

struct TopicNames {
  std::string id;
  PhraseList phrases;
  PhraseList not_names;  // other meanings: a name inside one of these does not count
  std::vector<std::string> examples;
  std::vector<CounterExample> counter_examples;
  std::string file;
};

struct TopicPlace {
  std::string id;
  Span span;
  std::vector<std::string> rivals;  // other topics with the same words, by id
};

class Topics {
 public:
  static Topics load(const std::filesystem::path& data, const std::string& folder,
                     const WordGroups&, base::Problems&);

  void add_to(PhraseSet&);  // call once, before compile()

  // Where topics are named, by place. A name inside a longer name of another topic is dropped.
  std::vector<TopicPlace> places(const std::vector<std::vector<PhraseHit>>& hits) const;

  const std::vector<TopicNames>& all() const { return topics_; }

 private:
  std::vector<TopicNames> topics_;
  std::vector<int> rule_, mask_rule_;
};

}  // namespace intents
