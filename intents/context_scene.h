// One message under the eyes of ConText: its cues, its mentions, and the ways between them.
// Internal to context*.cpp; everything points into the Utterance and the ContextCues.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/context.h"
#include "intents/context_cues.h"

namespace intents {

enum class Axis { kPolarity, kTime, kWho, kMode };

// Whether a cue's effect gets as far as a mention.
enum class Way { kOpen, kUnsure, kClosed };

struct SceneMention {
  Span span;
  FindingClass cls = FindingClass::kSymptom;
  std::vector<Span> parts;  // never empty
  bool certain = false;     // see MentionInput
};

// A date or a duration, in days before now.
struct Dated {
  enum Kind { kAgo, kFor, kSince, kOn, kHistory };
  Span words;
  Kind kind = kAgo;
  int days = 0;  // kUnknownDays: no number
};
constexpr int kUnknownDays = -1;
constexpr int kRecentDays = 42;  // R27: six weeks

class Scene {
 public:
  Scene(const ContextCues&, const Utterance&, const std::vector<MentionInput>&, int this_year);

  const Utterance& utterance() const { return u_; }
  const std::vector<SceneMention>& mentions() const { return mentions_; }
  const std::vector<Dated>& dates() const { return dates_; }
  const Dated* date_of(const SceneMention&) const;  // R30; null: none
  int this_year() const { return this_year_; }
  int size() const { return static_cast<int>(u_.words.size()); }

  std::string_view text(int word) const { return u_.words[word].text; }
  Break before(int word) const { return u_.words[word].before; }
  bool is(int word, List list) const;  // false outside the message
  bool any(Span words, List list) const;
  std::string_view gap_before(int word) const;  // the raw characters in front of this word
  bool line_end_before(int word) const;
  bool colon_before(int word) const;
  bool query_mark_before(int word) const;  // "?CES"
  bool question(int word) const;           // the sentence ends in a real "?"
  Span segment_of(int word) const;         // between commas and stronger breaks
  bool clause_is_one(Span words) const;    // no clause break within

  // The cues of an axis that apply to this mention: not inside a finding's own words (R3), longest
  // first, words used up (R2).
  std::vector<CueHit> hits(Axis, const SceneMention&) const;

  // How far a polarity cue gets (context_scope.cpp; R9-R13). `hits` are the polarity hits.
  Way way(const CueHit&, const SceneMention&, const std::vector<CueHit>& hits) const;
  // Does a time cue stand in reach, looking only at its direction, its scope and breaks?
  bool reaches(const CueHit&, const SceneMention&) const;

  // The word index a forward cue first meets of this mention, and the end a backward cue meets.
  int start_after(const SceneMention&, int word) const;
  int end_before(const SceneMention&, int word) const;

 private:
  void find_dates();
  bool charted(int year_word) const;
  bool belongs(const Dated&, const SceneMention&) const;
  bool masked(const CueHit&) const;
  Way forward(const CueHit&, const SceneMention&, const std::vector<CueHit>&) const;
  Way backward(const CueHit&, const SceneMention&, const std::vector<CueHit>&) const;
  bool closed_by_break(int word, const CueHit&) const;
  bool denied_subject(const CueHit&, int verb, int finding) const;
  bool presupposed(int from, int to) const;
  bool date_between(int from, int to) const;
  Way listed_verb(const CueHit&, int to) const;
  bool names_another(Span words) const;
  Way listed_state(int from, int to, const SceneMention&) const;
  bool terminates(const CueHit& terminator, int from) const;
  bool new_subject(int word, int from, const SceneMention&) const;
  bool new_verb(int word, int from, const SceneMention&) const;
  bool stated_afresh(int conjunction, int end, const SceneMention&) const;

  const Utterance& u_;
  int this_year_;
  std::vector<SceneMention> mentions_;
  std::vector<WordClass> classes_;
  std::vector<CueHit> all_;
  std::vector<Dated> dates_;
};

// What an axis decided, with its reason.
struct PolarityVerdict {
  Polarity polarity = Polarity::kPresent;
  bool sure = true;
  bool past = false;  // "no fever since Tuesday": it was there
  std::string why;
};

PolarityVerdict judge_polarity(const Scene&, const SceneMention&, const Expecting*);
// Labels with values and answers given to a question in the same message (R20, R22, R25).
std::optional<PolarityVerdict> judge_answer(const Scene&, const SceneMention&);
bool resolves(const Scene&, const SceneMention&, const CueHit&);  // R28
bool starts_later(const Scene&, int word);                        // R15
std::string judge_time(const Scene&, const SceneMention&, Status&);
std::string judge_who(const Scene&, const SceneMention&, Status&);
std::string judge_mode(const Scene&, const SceneMention&, Status&);

std::string because(const CueHit&, const char* rule, const Scene&);

}  // namespace intents
