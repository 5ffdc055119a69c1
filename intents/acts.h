// What a message does rather than what it says: greeting, yes, no, more, start over ...
// From intents/LANGUAGE/acts.json.
//
// An anchor says where a cue may stand, so that "no" is an answer only as a whole message or at its
// start, and "start" in "started again" never restarts the talk: "whole", "start" (whatever
// follows), "parted_start" and "parted_end" (a comma or more parts it from the rest), "parted"
// (either), "clause" (its whole clause, or with three words or more half of it), "clause_start",
// "anywhere". Courtesies at both ends of a message or clause do not count ("can you ... please").
// An act may have several entries with one id, one for each anchor. A cue that overlaps a phrase
// under "unless" is dropped. Const after loading.
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
    PhraseList phrases, unless;
    std::vector<std::string> symbols;  // emoji
    std::vector<std::string> not_examples;
  };
  const std::vector<Entry>& all() const { return acts_; }

 private:
  using Hits = std::vector<std::vector<PhraseHit>>;
  bool stands_right(const Utterance&, const Hits&, size_t anchor, Span) const;
  bool masked(const Hits&, size_t entry, Span) const;
  Span without_courtesies(Span, const Hits&) const;

  std::vector<Entry> acts_;
  std::vector<int> rule_, unless_rule_;  // -1: none
  PhraseList courtesies_;
  int courtesy_rule_ = -1;
};

}  // namespace intents
