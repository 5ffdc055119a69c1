// Whether a message is about the back at all: counts of words that speak of it, of another part of
// the body, and of words that nothing we know covers. From intents/LANGUAGE/scope.json.
//
// A phrase of the back that lies inside one of "not_back" does not count: the back as a place of
// something on the skin, or as what one lies on; its words count as uncovered.
//
// Const after loading. The bot decides what to make of the counts.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/problem.h"
#include "intents/phrase_set.h"
#include "intents/utterance.h"
#include "intents/word_groups.h"

namespace intents {

struct ScopeCounts {
  int back = 0;       // phrases that speak of back, neck or spine
  int elsewhere = 0;  // phrases that speak of another part or trouble of the body
  int content = 0;    // words that carry meaning
  int uncovered = 0;  // of these, the ones in no phrase of ours
};

class Scope {
 public:
  static Scope load(const std::filesystem::path& data, const std::string& file, const WordGroups&,
                    base::Problems&);
  void add_to(PhraseSet&);
  // `covered`: the spans that findings, topics, facets and acts took.
  ScopeCounts count(const Utterance&, const std::vector<std::vector<PhraseHit>>& hits,
                    const std::vector<Span>& covered) const;

 private:
  PhraseList back_, not_back_, elsewhere_;
  std::unordered_set<std::string> function_words_;
  int back_rule_ = -1, not_back_rule_ = -1, elsewhere_rule_ = -1;
};

}  // namespace intents
