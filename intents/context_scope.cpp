// Entry points: Scene::way and Scene::reaches. How far a cue gets (R9-R13).
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

constexpr int kVerbAfterSubject = 4;    // R13: "my left leg is numb"
constexpr int kComplementiserBack = 3;  // "that I have had"
constexpr int kLongestWayBack = 12;

}  // namespace

// A clause break ends a lay cue; a note's "denies" goes on over ";" and over the rows of its list.
bool Scene::closed_by_break(int word, const CueHit& hit) const {
  if (before(word) < Break::kClause || hit.cue->reach == Reach::kSection) return false;
  if (before(word) == Break::kSentence) return true;
  const bool head = hit.words.last < size() && colon_before(hit.words.last);
  if (head) return false;       // "Denies: fever"
  if (line_end_before(word)) {  // a wrapped line goes on in small letters
    const char first = u_.raw[u_.words[word].raw_begin];
    return u_.words[word].mark != '\n' || (first >= 'A' && first <= 'Z');
  }
  return hit.cue->reach != Reach::kSentence;
}

// "no fever I wet myself": a subject begins a new statement, unless "that", "when" introduces it.
bool Scene::new_subject(int word, int from, const SceneMention& m) const {
  if (is(word, List::kSubject)) {
    for (int i = word - 1; i >= std::max(from - 1, word - kComplementiserBack); --i) {
      if (is(i, List::kComplementiser)) return false;
    }
    return true;
  }
  if (word == from || !is(word, List::kPossessive)) return false;
  if (is(word - 1, List::kPreposition) || is(word - 1, List::kComplementiser)) return false;
  const int end = std::min({word + 1 + kVerbAfterSubject, size(), m.span.last});
  for (int i = word + 1; i < end; ++i) {
    if (is(i, List::kPreposition)) return false;
    if (is(i, List::kFiniteVerb) || is(i, List::kAmbiguousVerb)) return true;
  }
  return false;
}

// "no fever has numbness": a finite verb that belongs to no "that", "which", "who".
bool Scene::new_verb(int word, int from, const SceneMention& m) const {
  if (word <= from) return false;
  const bool doubtful = is(word, List::kAmbiguousVerb);
  if (!is(word, List::kFiniteVerb) && !doubtful) return false;
  for (int i = word - 1; i >= std::max(from - 1, word - kComplementiserBack); --i) {
    if (is(i, List::kComplementiser)) return false;
    if (is(i, List::kSubject) && !is(i - 1, List::kComplementiser)) break;
  }
  if (is(word - 1, List::kOr)) return false;  // "never been sick or had a fever"
  if (!doubtful) return true;
  // "lost", "felt": a participle in a list ("fever or lost appetite"), a verb elsewhere.
  return before(word) == Break::kNone && !is(word - 1, List::kConjunction) && word >= m.span.first;
}

// R11: what follows "and" has its own verb, subject, emphasis or time.
bool Scene::stated_afresh(int conjunction, int end, const SceneMention& m) const {
  for (int i = conjunction + 1; i < std::max(end, m.span.last); ++i) {
    if (before(i) >= Break::kClause) return false;
    if (is(i, List::kPreposition)) return false;
    if (is(i, List::kSubject) || is(i, List::kEmphasis) || is(i, List::kFiniteVerb)) return true;
    if (is(i, List::kPossessive) && i == conjunction + 1) return true;
    if (is(i, List::kAmbiguousVerb) && i == conjunction + 1) return true;
  }
  return false;
}

// "no findings consistent with X" denies X; "no fever, findings consistent with X" does not.
bool Scene::terminates(const CueHit& terminator, int from) const {
  if (terminator.cue->gives != Gives::kAfterList) return true;
  for (int i = from; i <= terminator.words.first; ++i) {
    if (before(i) != Break::kNone) return true;
  }
  return false;
}

// "neither leg is numb", "none of my toes are numb": the cue is in the subject of the finding.
bool Scene::denied_subject(const CueHit& hit, int verb, int finding) const {
  return verb == finding - 1 && is(verb, List::kCopula) && is(hit.words.first, List::kNegator) &&
         !is(hit.words.first, List::kParticle) && hit.cue->reach == Reach::kClause;
}

Way Scene::forward(const CueHit& hit, const SceneMention& m,
                   const std::vector<CueHit>& hits) const {
  const int from = hit.words.last;
  const int to = start_after(m, from);
  if (to < 0) return Way::kClosed;
  const bool note = hit.cue->reach >= Reach::kSentence;
  if (hit.cue->reach == Reach::kWords && to - from >= hit.cue->reach_words) return Way::kClosed;
  for (const CueHit& other : hits) {
    if (other.cue->kind == CueKind::kTerminator && other.words.first >= from &&
        other.words.first < to && terminates(other, from)) {
      return Way::kClosed;
    }
  }
  Way way = Way::kOpen;
  for (int i = from; i <= to; ++i) {
    if (closed_by_break(i, hit)) return Way::kClosed;
    if (query_mark_before(i) && i > from) return Way::kClosed;
    if (i < to && new_subject(i, from, m)) return Way::kClosed;
    if (new_verb(i, from, m) && !denied_subject(hit, i, to)) return Way::kClosed;
    if (i == to || !is(i, List::kAnd) || i == from) continue;
    if (stated_afresh(i, to, m)) return Way::kClosed;
    if (!note && is(to, List::kState) && any(m.span, List::kBodyPart)) way = Way::kUnsure;
  }
  // "negative for flu, fever persists": the finding itself may hold the new verb or subject.
  if (to > from && !any({from, to}, List::kComplementiser)) {
    for (int i = to + 1; i < m.span.last; ++i) {
      if (new_verb(i, to, m)) return Way::kClosed;
    }
  }
  if (to > from && new_subject(to, from, m)) return Way::kClosed;
  if (to > from && before(to) == Break::kNone && is(to - 1, List::kPossessive) &&
      new_subject(to - 1, from, m)) {
    return Way::kClosed;
  }
  if (hit.cue->kind == CueKind::kNegation && presupposed(from, to)) return Way::kClosed;
  if (note) return way;
  // "no fever shakes though": the last word may be the exception.
  const bool though = m.span.last < size() && text(m.span.last).substr(0, 3) == "tho" &&
                      before(m.span.last) == Break::kNone;
  if (though && to > from && !is(to - 1, List::kOr)) way = std::max(way, Way::kUnsure);
  if (date_between(from, to)) return Way::kClosed;
  return std::max({way, listed_state(from, to, m), listed_verb(hit, to)});
}

Way Scene::backward(const CueHit& hit, const SceneMention& m,
                    const std::vector<CueHit>& hits) const {
  const int from = end_before(m, hit.words.first);
  const int to = hit.words.first;
  if (from < 0 || to - from > kLongestWayBack) return Way::kClosed;
  if (hit.cue->reach == Reach::kWords && to - from >= hit.cue->reach_words) return Way::kClosed;
  for (const CueHit& other : hits) {
    if (other.cue->kind == CueKind::kTerminator && other.words.first >= from &&
        other.words.first < to) {
      return Way::kClosed;
    }
  }
  // "scoliosis, likely positional" doubts the cause; "scoliosis, likely" the finding.
  const bool adverb = hit.cue->kind == CueKind::kPossible && hit.words.size() == 1 &&
                      hit.cue->reach != Reach::kWords;
  if (adverb && hit.words.last < size() && before(hit.words.last) == Break::kNone) {
    return Way::kClosed;
  }
  bool listed = false;
  for (int i = from; i < to; ++i) {
    if (closed_by_break(i, hit)) return Way::kClosed;
    if (is(i, List::kSubject)) return Way::kClosed;
    listed |= before(i) == Break::kList || is(i, List::kAnd);
    const bool own_verb = is(i, List::kCopula) || is(i, List::kNegator);
    if (is(i, List::kFiniteVerb) && !own_verb) return Way::kClosed;
  }
  if (closed_by_break(to, hit)) return Way::kClosed;
  listed |= before(to) == Break::kList && to > from;
  if (!listed) return Way::kOpen;
  // "fever, infection is unlikely": no list without "and" before a verb.
  if (any(hit.words, List::kCopula) && !any({from, to}, List::kConjunction)) return Way::kClosed;
  // "There is X and Y is not seen": the list stands after a verb, so the cue has its own subject.
  const Span clause = u_.clauses[u_.clause_of(m.span.first)].words;
  return any({clause.first, m.span.first}, List::kFiniteVerb) ? Way::kClosed : Way::kOpen;
}

Way Scene::way(const CueHit& hit, const SceneMention& m, const std::vector<CueHit>& hits) const {
  Way best = Way::kClosed;
  if (hit.cue->direction != Direction::kBackward) best = forward(hit, m, hits);
  if (best != Way::kOpen && hit.cue->direction != Direction::kForward) {
    best = std::min(best, backward(hit, m, hits));
  }
  return best;
}

bool Scene::reaches(const CueHit& hit, const SceneMention& m) const {
  const int start = start_after(m, hit.words.last);
  const int end = end_before(m, hit.words.first);
  const auto in_scope = [&](int first, int last) {
    if (hit.cue->reach == Reach::kWords && last - first >= hit.cue->reach_words) return false;
    if (hit.cue->reach == Reach::kSection) return true;
    for (int i = first; i <= last && i < size(); ++i) {
      if (before(i) == Break::kSentence) return false;
      if (hit.cue->reach != Reach::kSentence && before(i) == Break::kClause) return false;
    }
    return true;
  };
  const bool ahead = hit.cue->direction != Direction::kBackward && start >= 0;
  const bool behind = hit.cue->direction != Direction::kForward && end >= 0;
  return (ahead && in_scope(hit.words.last, start)) || (behind && in_scope(end, hit.words.first));
}

}  // namespace intents
