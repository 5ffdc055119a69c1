// The cues of ConText: which words deny, doubt, date or re-attribute a finding, and how far.
//
// Read from intents/LANGUAGE/context.json: {"cues": [...], "lists": {...}}. A cue is a row of
// words;
// `(a|b)` and `[x]` are written out on loading; `...` stands for up to five words; <n>, <age> and
// <year> for a number; <weekday>, <relative>, <bodypart> for any word of that list. The lists are
// closed word classes that the rules need (subjects, finite verbs, ...).
//
// Promise: find() returns every cue that stands anywhere, overlapping ones too; who wins is decided
// per axis (scene.h). Cost follows the words of the message, not the number of cues.
// Threads: const after load. A CueHit points into this object.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/data_file.h"
#include "intents/context_lists.h"
#include "intents/utterance.h"

namespace intents {

enum class CueKind : uint8_t {
  kNegation,
  kWell,
  kPossible,
  kPseudo,
  kTerminator,
  kMinimiser,
  kIdiom,
  kPast,
  kResolved,
  kLongStanding,
  kNow,
  kFuture,
  kOther,
  kSelf,
  kQuestion,
  kHypothetical
};
enum class Direction : uint8_t { kForward, kBackward, kBoth };
enum class Reach : uint8_t { kWords, kClause, kSentence, kSection };

// What a cue adds to its kind; each kind reads only its own.
enum class Gives : uint8_t {
  kNothing,
  kDenial,     // negation: denies functions too ("denies bladder trouble", "no issues with")
  kHedged,     // negation: absent, but ask once ("not that I know of")
  kCause,      // pseudo: what is denied is a cause or a change
  kUnchanged,  // long_standing: on a function it says "well"
  kEvent,      // possible: "almost fell" did not happen, "almost numb" did
  kWeak,       // resolved, past: only when nothing speaks against it
  kLost,       // resolved: only when something had been lost ("foot drop, it came back fully")
  kFear,       // future: "worried I've" is real
  kAfterList,  // terminator: only when a comma lies between
  kIllNow,
  kInformation,
  kFamily,
  kEither,
  kInformant,  // other_person
  kSelfDoubt,
  kPresumed,
  kQuote,
  kSign  // question: "is burning when I pee a sign of it?"
};

struct Cue {
  CueKind kind = CueKind::kNegation;
  Direction direction = Direction::kForward;
  Reach reach = Reach::kClause;
  int reach_words = 0;  // for Reach::kWords
  Gives gives = Gives::kNothing;
  bool holds_negator = false;  // a time cue such as "no further": uses up its "no"
  std::string text;
};

struct CueHit {
  const Cue* cue = nullptr;
  Span words;
  Span gap;  // what "..." stood for: "never <numbness like this> before"; empty: none

  // Shares a word with `other`, the gap left out.
  bool touches(Span other) const {
    return words.overlaps(other) && !(gap.size() > 0 && gap.contains(other));
  }
};

// One word as the cues see it.
struct WordClass {
  int id = -1;         // in the trie; -1: no cue holds this word
  uint64_t lists = 0;  // one bit per List
};

class ContextCues {
 public:
  void load(const base::DataNode& root);

  std::vector<WordClass> classify(const Utterance&) const;
  std::vector<CueHit> find(const Utterance&, const std::vector<WordClass>&) const;
  size_t size() const { return cues_.size(); }

 private:
  struct Walk;
  // Symbols below zero are slots; from kFirstList down, one for each List.
  enum Slot { kN = -2, kYear = -3, kAge = -4, kGap = -5, kFirstList = -10 };

  void load_lists(const base::DataNode& lists);
  void load_group(const base::DataNode& group);
  void add(Cue cue, const base::DataNode& group, size_t index);
  static int slot(std::string_view piece);
  int symbol(const std::string& word);
  int child(int node, int symbol) const;
  void step(Walk& walk, int node, int at) const;

  std::vector<Cue> cues_;
  std::vector<std::vector<int>> ends_;       // per trie node: the cues that end here
  std::unordered_map<uint64_t, int> edges_;  // node and symbol -> node
  std::unordered_map<std::string, WordClass> words_;
  int symbols_ = 0;
};

bool is_year(std::string_view word);
bool is_number(std::string_view word);  // digits, with at most one point

}  // namespace intents
