// What a message does rather than what it says: greeting, yes, no, more, start over ...
// From intents/LANGUAGE/acts.json.
//
// An anchor says where a cue may stand ("clause": as its whole clause, or
// with three words or more as half of it), so that "no" is an answer only as a whole message or at its
// start, and "start" in "started again" never restarts the talk. Const after loading.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "intents/phrase_set.h"
#include "intents/utterance.h"
#include "intents/word_groups.h"

namespace intents {

struct Act {
  std::string id;
  Span span;
  bool whole = false;  // nothing else was said
};

class Acts {
 public:
  static Acts load(const std::filesystem::path& data, const std::string& file, const WordGroups&,
                   base::Problems&);
  void add_to(PhraseSet&);
  // By place; each act once.
  std::vector<Act> find(const Utterance&, const std::vector<std::vector<PhraseHit>>& hits) const;

  struct Entry {
    std::string id;
    size_t anchor = 0;
    PhraseList phrases;
    std::vector<std::string> symbols;  // emoji
    std::vector<std::string> not_examples;
  };
  const std::vector<Entry>& all() const { return acts_; }

 private:
  bool stands_right(const Utterance&, size_t anchor, Span) const;
  Span without_courtesies(const Utterance&, const std::vector<std::vector<PhraseHit>>& hits) const;

  std::vector<Entry> acts_;
  std::vector<int> rule_;
  PhraseList courtesies_;
  int courtesy_rule_ = -1;
};

}  // namespace intents
