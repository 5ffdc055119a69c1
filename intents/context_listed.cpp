// Entry points: Scene::listed_state, listed_verb, presupposed, date_between. What stands between a
// denial and a finding: a list that goes on, or a statement of its own (R10, R11)?
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

// "no fever leg numb": before "leg" something else has been denied, and no "or" goes on with it.
bool Scene::names_another(Span words) const {
  if (any(words, List::kOr) || is(words.last - 1, List::kPreposition)) return false;
  for (int i = words.first; i < words.last; ++i) {
    const bool small = is(i, List::kEmphasis) || is(i, List::kState) || is(i, List::kBodyPart) ||
                       is(i, List::kPreposition) || is(i, List::kDefinite) ||
                       is(i, List::kCopula) || is(i, List::kConjunction) || is(i, List::kLight) ||
                       is(i, List::kFiniteVerb) || is(i, List::kComplementiser) ||
                       is(i, List::kHedge) || is(i, List::kSubject) || is(i, List::kFunction);
    if (!small) return true;
  }
  return false;
}

// "no fever, left leg numb": body part and state are a statement of their own. "no fever, numb
// legs" can be read both ways, unless the list goes on with "or".
Way Scene::listed_state(int from, int to, const SceneMention& m) const {
  int noun = to;
  while (noun > from && before(noun) == Break::kNone && is(noun - 1, List::kBodyPart)) --noun;
  const bool state_last = is(m.span.last - 1, List::kState) && is(noun, List::kBodyPart);
  if (noun <= from) return Way::kOpen;
  if (before(noun) != Break::kList && !names_another({from, noun})) return Way::kOpen;
  if (state_last) return Way::kClosed;
  if (!is(to, List::kState) || !any(m.span, List::kBodyPart)) return Way::kOpen;
  for (int i = to; i < size() && before(i) < Break::kClause; ++i) {
    if (is(i, List::kConjunction)) return Way::kOpen;
  }
  return Way::kUnsure;
}

// "isn't shifting this fever", "no rest from the pain": the finding is taken for granted. Not so
// when the denial comes right before it ("I don't have the fever").
bool Scene::presupposed(int from, int to) const {
  int determiner = is(to, List::kDefinite) ? to : to - 1;
  while (determiner > from && determiner > to - 3 && before(determiner + 1) == Break::kNone &&
         (is(determiner, List::kState) || is(determiner, List::kEmphasis) ||
          is(determiner, List::kBodyPart))) {
    --determiner;
  }
  return determiner > from && is(determiner, List::kDefinite) &&
         !is(determiner - 1, List::kConjunction);
}

// "not sleeping, leaking urine": a bare "not" may or may not go on behind a comma.
Way Scene::listed_verb(const CueHit& hit, int to) const {
  if (!is(hit.words.last - 1, List::kAuxNot)) return Way::kOpen;
  bool listed = false;
  for (int i = hit.words.last + 1; i <= to; ++i) listed |= before(i) == Break::kList;
  for (int i = hit.words.last; i < size() && (i <= to || before(i) < Break::kClause); ++i) {
    if (is(i, List::kOr)) return Way::kOpen;
  }
  return listed ? Way::kUnsure : Way::kOpen;
}

// "not slept for a week with night sweats": the date closes the denied statement.
bool Scene::date_between(int from, int to) const {
  if (any({from, to}, List::kOr)) return false;
  return std::any_of(dates_.begin(), dates_.end(), [&](const Dated& d) {
    return d.words.first > from && d.words.last <= to && before(d.words.last) == Break::kNone;
  });
}

}  // namespace intents
