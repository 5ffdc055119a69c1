// Entry point: judge_polarity. Rules R5-R19, R21, R23, R24, R41, R42.
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

constexpr int kTroubleNear = 4;  // "bladder or bowel problems"
constexpr int kWellNegated = 3;  // "not been peeing normally"

// The cue of one kind that gets furthest to the mention, and how.
struct Found {
  const CueHit* hit = nullptr;
  Way way = Way::kClosed;
  bool ahead = true;  // the cue stands before the mention
  explicit operator bool() const { return hit != nullptr; }
};

class PolarityJudge {
 public:
  PolarityJudge(const Scene& s, const SceneMention& m, const Expecting* e)
      : s_(s), m_(m), expecting_(e), hits_(s.hits(Axis::kPolarity, m)) {}

  PolarityVerdict run() {
    no_ = nearest(CueKind::kNegation);
    maybe_ = nearest(CueKind::kPossible);
    if (holds_denial_word())
      return {Polarity::kAbsent, true, false, "the word itself denies (R22)"};
    if (is_function()) return function_verdict();
    return symptom_verdict();
  }

 private:
  bool is_function() const {
    return m_.cls == FindingClass::kFunction && !s_.any(m_.span, List::kNegator) &&
           !trouble_attached();
  }

  // "no bladder problems", "trouble with my bladder": the function is named as a trouble.
  bool trouble_attached() const {
    if (s_.any(m_.span, List::kTrouble)) return true;
    const int end = std::min(s_.size(), m_.span.last + kTroubleNear);
    for (int i = m_.span.last; i < end && s_.before(i) < Break::kClause; ++i) {
      if (s_.is(i, List::kTrouble)) return true;
      if (s_.is(i, List::kNegator) || s_.is(i, List::kFiniteVerb) || s_.is(i, List::kPreposition))
        break;
    }
    int i = m_.span.first - 1;
    while (s_.is(i, List::kPreposition) || s_.is(i, List::kPossessive)) --i;
    return s_.is(i, List::kTrouble) && no_.hit == nullptr;
  }

  bool holds_denial_word() const {
    if (!s_.is(m_.span.first, List::kDenialWord)) return false;
    return !s_.is(m_.span.first - 1, List::kNegator);
  }

  // R12: "no, numb", "no I can't": answers a question and denies nothing that follows.
  bool is_answer(const CueHit& hit) const {
    if (hit.words.size() != 1 || !s_.is(hit.words.first, List::kParticle)) return false;
    const int next = hit.words.last;
    if (next >= s_.size()) return false;
    const int first = hit.words.first;
    const bool opens = first == 0 || s_.before(first) != Break::kNone;
    if (!opens) return false;
    if (s_.before(next) != Break::kNone) return true;
    if (s_.is(next, List::kSubject) || s_.is(next, List::kAuxNot)) return true;
    return expecting_ != nullptr && !expecting_->yes_is_bad && s_.is(next, List::kState);
  }

  Found nearest(CueKind kind) const {
    Found best;
    int best_distance = 0;
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind != kind || is_answer(hit)) continue;
      const Way way = s_.way(hit, m_, hits_);
      if (way == Way::kClosed) continue;
      const int start = s_.start_after(m_, hit.words.last);
      const bool ahead = start >= 0 && hit.cue->direction != Direction::kBackward;
      const int distance = ahead ? start - hit.words.last : hit.words.first - m_.span.last;
      if (best && (best.way < way || (best.way == way && best_distance <= distance))) continue;
      best = {&hit, way, ahead};
      best_distance = distance;
    }
    return best;
  }

  std::string why(const Found& f, const char* rule) const { return because(*f.hit, rule, s_); }

  // R21, R22: normality said of it; R7: normality denied.
  std::optional<PolarityVerdict> well_verdict() const {
    const Found well = nearest(CueKind::kWell);
    if (!well || hindered(*well.hit)) return std::nullopt;
    if (starts_later(s_, well.hit->words.last)) {
      return PolarityVerdict{Polarity::kPresent, true, false, why(well, "well until then, R15")};
    }
    for (const CueHit& hit : hits_) {
      const int gap = well.hit->words.first - hit.words.last;
      const bool before_well = hit.cue->kind == CueKind::kNegation && gap >= 0 &&
                               gap <= kWellNegated + m_.span.size() && !is_answer(hit);
      if (before_well && hit.cue->direction != Direction::kBackward &&
          s_.clause_is_one({hit.words.first, well.hit->words.last})) {
        return PolarityVerdict{Polarity::kPresent, true, false, why(well, "denied normality, R7")};
      }
    }
    return PolarityVerdict{Polarity::kAbsent, true, false, why(well, "R21")};
  }

  // "I can barely walk"
  bool hindered(const CueHit& well) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const CueHit& hit) {
      return hit.cue->kind == CueKind::kPseudo && hit.words.first >= well.words.last &&
             hit.words.last <= m_.span.first;
    });
  }

  PolarityVerdict function_verdict() const {
    if (const auto well = well_verdict()) return *well;
    if (no_ && no_.hit->cue->gives == Gives::kDenial) {
      return {Polarity::kAbsent, true, false, why(no_, "R9")};
    }
    if (no_) {
      const bool ahead = no_.ahead;
      return {Polarity::kPresent, true, false, why(no_, ahead ? "a denied function, R5" : "R23")};
    }
    for (const CueHit& hit : s_.hits(Axis::kTime, m_)) {
      if (hit.cue->gives == Gives::kUnchanged && s_.reaches(hit, m_)) {
        return {Polarity::kAbsent, true, false, because(hit, "unchanged function, R24", s_)};
      }
    }
    if (maybe_) return {Polarity::kPossible, true, false, why(maybe_, "R42")};
    return {};
  }

  PolarityVerdict symptom_verdict() const {
    if (maybe_ && maybe_.hit->cue->gives == Gives::kEvent) {  // "almost fell", "almost numb"
      if (m_.cls == FindingClass::kEvent) {
        return {Polarity::kAbsent, true, false, why(maybe_, "it did not happen")};
      }
      return {};
    }
    if (no_ && s_.is(m_.span.last, List::kRemedy) && s_.before(m_.span.last) == Break::kNone) {
      return {Polarity::kPresent, true, false, why(no_, "the remedy is denied, R18")};
    }
    if (no_ && concord()) return {Polarity::kPresent, true, false, why(no_, "counts once, R41")};
    if (no_ && hedges()) return {Polarity::kPossible, true, false, why(maybe_, "R42")};
    if (no_) return denied();
    if (maybe_) return {Polarity::kPossible, true, false, why(maybe_, "possible")};
    if (answer_disagrees()) {
      return {Polarity::kPossible, false, false,
              "the answer says one thing, the words another (R26)"};
    }
    return {};
  }

  // "ain't got no control": two negations, one loss.
  bool concord() const {
    const int first = m_.span.first;
    return no_.hit->words.last == first && s_.is(first, List::kNegator) &&
           (s_.is(first, List::kNo) || s_.text(first) == "nothing");
  }

  // "Any numbness?" - "no, numb": but a statement with its own subject beats the particle.
  bool answer_disagrees() const {
    if (expecting_ == nullptr || m_.span.first == 0) return false;
    const bool no = s_.is(0, List::kParticle);
    if (!no && !s_.is(0, List::kYes)) return false;
    return no == expecting_->yes_is_bad && s_.segment_of(m_.span.first).first <= 1 &&
           !s_.any({1, m_.span.last}, List::kSubject) && !s_.any({1, m_.span.last}, List::kOwn);
  }

  // Which of the two decides when a denial and a doubt both get to the finding.
  bool hedges() const {
    if (!maybe_) return false;
    const Span no = no_.hit->words, maybe = maybe_.hit->words;
    if (!no_.ahead) return false;    // "possible fracture was ruled out"
    if (!maybe_.ahead) return true;  // "no fever, I think"
    if (maybe.first >= no.last) return !qualifies(no, maybe);
    for (int i = maybe.last; i <= no.first; ++i) {
      if (s_.before(i) != Break::kNone) return false;  // "likely viral, no fever"
    }
    return true;  // "probably no fever"
  }

  // "no suspicious lesion", "no changes suggestive of": the doubt is part of what is denied.
  bool qualifies(Span no, Span maybe) const {
    if (maybe.first == no.last) return true;
    if (s_.is(maybe.first - 1, List::kTowards)) return true;  // "no fluid to suggest a leak"
    for (int i = no.last; i <= maybe.first; ++i) {
      if (s_.is(i, List::kOr)) return true;  // "no mass or suspicious calcification"
    }
    for (int i = no.last; i <= maybe.first; ++i) {
      if (s_.before(i) != Break::kNone || s_.is(i, List::kAnd)) return false;
    }
    return maybe.size() > 1 && s_.is(maybe.last - 1, List::kPreposition);
  }

  PolarityVerdict denied() const {
    const Cue& cue = *no_.hit->cue;
    if (cue.gives == Gives::kCause && m_.cls == FindingClass::kEvent &&
        s_.is(m_.span.first - 1, List::kPossessive)) {  // R17: "it's not from the fall"
      return {Polarity::kPresent, true, true, why(no_, "only the cause is denied, R17")};
    }
    if (no_.ahead && cue.reach != Reach::kSentence) {
      if (const auto turned = turned_by_time()) return *turned;
    }
    const int after = no_.hit->words.last;
    if (!no_.ahead && s_.is(no_.hit->words.first, List::kNo) &&
        (s_.is(after, List::kFor) || s_.is(after, List::kSince))) {
      return {Polarity::kPresent, true, true, why(no_, "none since then, R15")};
    }
    if (no_.way == Way::kUnsure) {
      return {Polarity::kPossible, false, false, why(no_, "two readings, R11")};
    }
    return {Polarity::kAbsent, cue.gives != Gives::kHedged, false, why(no_, "R9")};
  }

  // R15: "no X until yesterday" began yesterday; "no X since yesterday" has stopped.
  std::optional<PolarityVerdict> turned_by_time() const {
    const int next = m_.span.last;
    if (starts_later(s_, next)) {
      return PolarityVerdict{Polarity::kPresent, true, false, why(no_, "present from then, R15")};
    }
    if (next >= s_.size() || s_.before(next) >= Break::kClause) return std::nullopt;
    const bool dated = s_.is(next + 1, List::kRecentDay) || s_.is(next + 1, List::kWeekday);
    if (s_.is(next, List::kSince) && dated && s_.is(no_.hit->words.first, List::kParticle)) {
      return PolarityVerdict{Polarity::kPresent, false, true, why(no_, "was there before, R15")};
    }
    return std::nullopt;
  }

  const Scene& s_;
  const SceneMention& m_;
  const Expecting* expecting_;
  std::vector<CueHit> hits_;
  Found no_, maybe_;
};

}  // namespace

PolarityVerdict judge_polarity(const Scene& scene, const SceneMention& m,
                               const Expecting* expecting) {
  return PolarityJudge(scene, m, expecting).run();
}

}  // namespace intents
