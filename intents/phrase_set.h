// All phrases of the product, searched together.
//
// How: a phrase is a row of gap-free pieces. Pieces without groups are RE2 patterns, found by one
// FilteredRE2 pass (only patterns whose letters occur in the text run); rows, groups and
// compositions are then joined from the pieces by word distance. "..." never becomes ".{0,N}".
// A rule is a list of phrases that mean one thing; find() says where each rule's phrases stand.
//
// Promise: find() reports every place a rule matches, as the slow reference matcher in the tests
// does. Order of calls: add() any number of times, compile() once, then find().
// Threads: const after compile(); share one between all threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/problem.h"
#include "intents/phrase.h"
#include "intents/utterance.h"
#include "intents/word_groups.h"

namespace intents {

// Parts that stand in any order, none further than `within` words from the next.
struct Composition {
  std::string text;  // as written, for `explain`
  std::vector<Phrase> parts;
  int within = 6;
};

struct PhraseList {
  std::vector<Phrase> phrases;
  std::vector<Phrase> misspellings;
  std::vector<Composition> compositions;
};

struct PhraseHit {
  Span span;                // from the first word to the last
  std::vector<Span> parts;  // the words that matched, in the order the phrase lists them
  bool operator==(const PhraseHit& other) const {
    return span == other.span && parts == other.parts;
  }
};

class PhraseSet {
 public:
  explicit PhraseSet(const WordGroups& groups);
  ~PhraseSet();
  PhraseSet(PhraseSet&&) noexcept;
  PhraseSet& operator=(PhraseSet&&) noexcept;

  // The rule's index, counted from 0.
  int add(const PhraseList& list);

  // False when a pattern could not be compiled; the set must not be used then.
  bool compile(base::Problems& problems);

  // Result[rule]: the hits of that rule, by place, longest first at one place.
  std::vector<std::vector<PhraseHit>> find(const Utterance&) const;

  // Correctly spelled words of all phrases: what spelling correction may correct to.
  const std::unordered_set<std::string>& vocabulary() const { return vocabulary_; }
  // Every word that phrases know, misspellings too: these are left as they are.
  const std::unordered_set<std::string>& known_words() const { return known_words_; }

  // What stands before the "*" of words with any ending.
  const std::unordered_set<std::string>& stems() const { return stems_; }

  size_t patterns() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  void learn(const Phrase&, bool misspelt);

  std::unordered_set<std::string> vocabulary_, known_words_, stems_;
};

}  // namespace intents
