// Entry points: Scene's constructor, its questions about words, and Scene::hits.
#include "intents/context_scene.h"

#include <algorithm>

namespace intents {

namespace {

bool touches(const CueHit& hit, const SceneMention& m) {
  return std::any_of(m.parts.begin(), m.parts.end(),
                     [&](const Span& part) { return hit.touches(part); });
}

}  // namespace

Scene::Scene(const ContextCues& cues, const Utterance& u, const std::vector<MentionInput>& inputs,
             int this_year)
    : u_(u), this_year_(this_year), classes_(cues.classify(u)), all_(cues.find(u, classes_)) {
  for (const MentionInput& input : inputs) {
    SceneMention m{input.span, input.cls, input.parts, input.certain};
    m.span.first = std::clamp(m.span.first, 0, size());
    m.span.last = std::clamp(m.span.last, m.span.first, size());
    if (m.parts.empty()) m.parts.push_back(m.span);
    // As they stand in the text, not as in the row of the composition: "no pain in my belly". A
    // loss that holds its own negator comes first: "nothing down there, no sensation".
    std::sort(m.parts.begin(), m.parts.end(), [&](const Span& a, const Span& b) {
      const bool a_denies = is(a.first, List::kNegator), b_denies = is(b.first, List::kNegator);
      return a_denies != b_denies ? a_denies : a.first < b.first;
    });
    mentions_.push_back(std::move(m));
  }
  find_dates();
}

bool Scene::is(int word, List list) const {
  if (word < 0 || word >= size()) return false;
  return (classes_[word].lists >> static_cast<int>(list)) & 1;
}

bool Scene::any(Span words, List list) const {
  for (int i = words.first; i < words.last; ++i) {
    if (is(i, list)) return true;
  }
  return false;
}

std::string_view Scene::gap_before(int word) const {
  const int begin = word > 0 ? u_.words[word - 1].raw_end : 0;
  const int end = word < size() ? u_.words[word].raw_begin : static_cast<int>(u_.raw.size());
  return std::string_view(u_.raw).substr(begin, std::max(0, end - begin));
}

bool Scene::line_end_before(int word) const {
  return gap_before(word).find('\n') != std::string_view::npos;
}

bool Scene::colon_before(int word) const {
  return gap_before(word).find(':') != std::string_view::npos;
}

bool Scene::query_mark_before(int word) const {
  const std::string_view gap = gap_before(word);
  if (gap.empty() || gap.back() != '?') return false;
  return gap == "?" ? word == 0 : gap.find_first_not_of("? (/,-:;.") == std::string_view::npos;
}

bool Scene::question(int word) const {
  if (!u_.words[word].question) return false;
  const int end = u_.sentence_of(word).last;
  return end >= size() || !query_mark_before(end);
}

Span Scene::segment_of(int word) const {
  Span s{word, word + 1};
  while (s.first > 0 && before(s.first) == Break::kNone) --s.first;
  while (s.last < size() && before(s.last) == Break::kNone) ++s.last;
  return s;
}

bool Scene::clause_is_one(Span words) const {
  for (int i = words.first + 1; i < words.last; ++i) {
    if (before(i) >= Break::kClause) return false;
  }
  return true;
}

int Scene::start_after(const SceneMention& m, int word) const {
  for (const Span& part : m.parts) {
    if (part.first >= word) return part.first;
  }
  return -1;
}

int Scene::end_before(const SceneMention& m, int word) const {
  for (auto it = m.parts.rbegin(); it != m.parts.rend(); ++it) {
    if (it->last <= word) return it->last;
  }
  return -1;
}

namespace {

bool on_axis(const Cue& cue, Axis axis) {
  const CueKind k = cue.kind;
  switch (axis) {
    case Axis::kPolarity:
      return k <= CueKind::kIdiom || cue.holds_negator;
    case Axis::kTime:
      return k == CueKind::kTerminator || (k >= CueKind::kPast && k <= CueKind::kFuture);
    case Axis::kWho:
      return k == CueKind::kOther || k == CueKind::kSelf;
    case Axis::kMode:
      return k == CueKind::kIdiom || k == CueKind::kQuestion || k == CueKind::kHypothetical;
  }
  return false;
}

int rank(CueKind k) {  // R2: pseudo, negation, terminator, possible
  switch (k) {
    case CueKind::kPseudo:
      return 0;
    case CueKind::kNegation:
      return 1;
    case CueKind::kTerminator:
      return 3;
    case CueKind::kPossible:
      return 4;
    default:
      return 2;
  }
}

// A pseudo cue, an idiom or a minimiser beats another cue of the very same words.
bool uses_up(const CueHit& hit) {
  const CueKind k = hit.cue->kind;
  return k == CueKind::kPseudo || k == CueKind::kMinimiser || k == CueKind::kIdiom;
}

bool stronger(const CueHit& a, const CueHit& b) {
  if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
  if (uses_up(a) != uses_up(b)) return uses_up(a);
  if (a.words.first != b.words.first) return a.words.first < b.words.first;
  return rank(a.cue->kind) < rank(b.cue->kind);
}

// "legs feel numb" and "numb" are one thing said; "no feeling" beside "numb" is a neighbour.
bool related(const SceneMention& a, const SceneMention& b) {
  return a.span.contains(b.span) || b.span.contains(a.span);
}

}  // namespace

// "not concerned about", "no residual": the time cue is part of a longer polarity cue. A history
// stays one when it is denied ("no history of").
bool Scene::masked(const CueHit& hit) const {
  const CueKind kind = hit.cue->kind;
  if (kind == CueKind::kIdiom) return false;
  return std::any_of(all_.begin(), all_.end(), [&](const CueHit& longer) {
    const CueKind k = longer.cue->kind;
    const bool masks =
        uses_up(longer) || (k == CueKind::kNegation && kind != CueKind::kPast) ||
        (k == CueKind::kPossible && (kind == CueKind::kHypothetical || kind == CueKind::kFuture)) ||
        (kind <= CueKind::kFuture && (k == CueKind::kSelf || k == CueKind::kOther));
    return masks && longer.words.size() > hit.words.size() && longer.words.contains(hit.words);
  });
}

std::vector<CueHit> Scene::hits(Axis axis, const SceneMention& m) const {
  std::vector<CueHit> mine;
  for (const CueHit& hit : all_) {
    if (!on_axis(*hit.cue, axis)) continue;
    const bool own_words = axis == Axis::kPolarity || axis == Axis::kTime;
    if (own_words && touches(hit, m)) continue;
    if ((axis == Axis::kTime || axis == Axis::kMode) && masked(hit)) continue;
    const bool neighbour =
        axis == Axis::kPolarity && hit.cue->kind != CueKind::kTerminator &&
        std::any_of(mentions_.begin(), mentions_.end(),
                    [&](const SceneMention& o) { return !related(o, m) && touches(hit, o); });
    if (!neighbour) mine.push_back(hit);
  }
  std::stable_sort(mine.begin(), mine.end(), stronger);
  std::vector<CueHit> kept;
  for (const CueHit& hit : mine) {
    const bool used = std::any_of(kept.begin(), kept.end(), [&](const CueHit& k) {
      // A terminator may be a time cue as well: "from prior".
      const bool ends = k.cue->kind == CueKind::kTerminator;
      if (axis == Axis::kTime && ends != (hit.cue->kind == CueKind::kTerminator)) return false;
      return k.words.overlaps(hit.words) && !(k.words == hit.words && !uses_up(k) && !uses_up(hit));
    });
    if (!used) kept.push_back(hit);
  }
  std::sort(kept.begin(), kept.end(),
            [](const CueHit& a, const CueHit& b) { return a.words.first < b.words.first; });
  return kept;
}

std::string because(const CueHit& hit, const char* rule, const Scene& scene) {
  return "\"" + scene.utterance().words_text(hit.words) + "\" (" + rule + ")";
}

}  // namespace intents
