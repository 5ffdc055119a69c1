// Entry points: resolves, starts_later. R28: does "gone", "stopped", "better now" say that the
// finding is over? R15: do the words behind a denial say that it has begun since?
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

bool ends_there(const Scene& s, int word) {
  return word >= s.size() || s.before(word) != Break::kNone || s.is(word, List::kPresentTime) ||
         s.is(word, List::kConjunction) || s.is(word, List::kPreposition) ||
         s.is(word, List::kRecentDay) || s.is(word, List::kLight) || s.is(word, List::kNotDated);
}

// "has gone into both legs", "gone down to my foot", "went to my back": it has spread. "Gone down"
// and "gone from my leg" are no places that it went to.
bool spreads(const Scene& s, int word) {
  if (s.is(word, List::kPresentTime)) ++word;
  for (const int end = word + 5; word < end && word + 1 < s.size(); ++word) {
    if (s.before(word) != Break::kNone || s.before(word + 1) != Break::kNone) return false;
    if (s.is(word, List::kTowards)) {
      const int place = word + 1 + s.is(word + 1, List::kTowards);
      const bool higher = s.text(word) == "up" && s.is(place, List::kNumber);  // a fever
      return higher || s.is(place, List::kBodyPart) || s.is(place, List::kDefinite);
    }
    if (!s.is(word, List::kPreposition) && !s.is(word, List::kBodyPart) &&
        !s.is(word, List::kDefinite) && !s.is(word, List::kOne)) {
      return false;  // "from my back into"
    }
  }
  return false;
}

// The last word of what a verb speaks of: "the numbness in my foot has gone" -> "numbness". -1: it
// is left out ("was numb but has gone") or a pronoun.
int subject_of(const Scene& s, int verb) {
  int i = verb - 1;
  while (i >= 0 && s.before(i + 1) == Break::kNone && !s.is(i, List::kBodyPart) &&
         (s.is(i, List::kCopula) || s.is(i, List::kEmphasis) || s.is(i, List::kLight))) {
    if (s.is(i, List::kConjunction) || s.is(i, List::kSubject)) return -1;
    --i;
  }
  if (i < 0 || s.before(i + 1) != Break::kNone || s.is(i, List::kContrast)) return -1;
  // "... in my left foot": what the preposition hangs on.
  for (int back = i; back > 0 && s.before(back) == Break::kNone; --back) {
    if (s.is(back - 1, List::kPreposition)) return back - 2;
    const bool phrase = s.is(back, List::kBodyPart) || s.is(back, List::kDefinite);
    if (!phrase || s.is(back - 1, List::kConjunction)) break;
  }
  return i;
}

// "My legs are gone", "the feeling has gone", "my back went": that is the trouble itself.
bool body_part_went(const Scene& s, int verb) {
  const int subject = subject_of(s, verb);
  if (s.is(subject, List::kBodyPart)) return true;
  // "a funny feeling has gone" is a symptom that went.
  return s.is(subject, List::kFunction) &&
         (subject == 0 || s.before(subject) != Break::kNone || s.is(subject - 1, List::kDefinite) ||
          s.is(subject - 1, List::kConjunction) || s.is(subject - 1, List::kLight) ||
          s.is(subject - 1, List::kBodyPart));
}

// What can come back is what was lost: a function, not a pain.
bool is_loss(const Scene& s, const SceneMention& m) {
  return m.cls == FindingClass::kFunction || s.any(m.span, List::kNegator) ||
         s.text(m.span.last - 1) == "drop";
}

}  // namespace

// "numb feet but gone now" yes; "numb feet but the cough has gone" no: another subject.
bool resolves(const Scene& s, const SceneMention& m, const CueHit& hit) {
  if (hit.cue->gives == Gives::kWeak) {
    if (!ends_there(s, hit.words.last) || body_part_went(s, hit.words.first)) return false;
  }
  if (hit.cue->gives == Gives::kLost && !is_loss(s, m)) return false;
  if (spreads(s, hit.words.last)) return false;
  int separator = m.span.last;
  if (s.is(separator - 1, List::kSince)) return false;  // the phrase itself took in the "since"
  for (int i = m.span.last; i < hit.words.first; ++i) {
    // "Can't pee since my back went": what went is the cause, not the finding.
    if (s.is(i, List::kSince) || s.is(i, List::kBecause)) return false;
    const bool whose = s.is(i, List::kOwn) || s.is(i, List::kThirdPerson);
    if (whose && s.is(i, List::kPossessive) && !s.is(i - 1, List::kPreposition)) return false;
    if (s.before(i) != Break::kNone || s.is(i, List::kAnd) || s.is(i, List::kContrast)) {
      separator = i;
    }
  }
  if (separator == m.span.last && s.before(separator) == Break::kNone &&
      !s.is(separator, List::kContrast)) {
    return true;
  }
  for (int i = separator; i < hit.words.first; ++i) {
    const bool light = s.is(i, List::kSubject) || s.is(i, List::kCopula) ||
                       s.is(i, List::kFiniteVerb) || s.is(i, List::kConjunction) ||
                       s.is(i, List::kEmphasis) || s.is(i, List::kLight);
    if (!light || s.is(i, List::kOwn)) return false;
  }
  return true;
}

// "no trouble peeing until today", "wasn't weak before, now it is". `word`: what comes next.
bool starts_later(const Scene& s, int word) {
  while (s.is(word, List::kFunction) || s.is(word, List::kPreposition)) ++word;
  if (word >= s.size()) return false;
  if (s.is(word, List::kUntil)) return s.before(word) < Break::kClause;
  const int end = std::min(s.utterance().sentence_of(word).last, word + 4);
  for (int i = word; i < end; ++i) {
    const int last = i + 2;
    if (s.text(i) == "now" && s.is(i + 1, List::kSubject) && s.is(last, List::kFiniteVerb) &&
        !s.is(last, List::kNegator) &&
        (last + 1 >= s.size() || s.before(last + 1) != Break::kNone)) {
      return true;
    }
  }
  return false;
}

}  // namespace intents
