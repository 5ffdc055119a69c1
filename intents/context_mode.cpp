// Entry point: judge_mode. Rules R37-R40: is it told, asked, supposed, or only a figure of speech?
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

class ModeJudge {
 public:
  ModeJudge(const Scene& s, const SceneMention& m, Status& status)
      : s_(s), m_(m), status_(status), hits_(s.hits(Axis::kMode, m)) {}

  std::string run() {
    for (const CueHit& hit : hits_) {
      if (hit.cue->gives == Gives::kQuote && asked(hit)) return question(hit);
    }
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind == CueKind::kIdiom && idiom(hit)) {
        status_.mode = Mode::kIdiom;
        return because(hit, "R40", s_);
      }
    }
    if (m_.certain) return "";
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind == CueKind::kHypothetical && supposed(hit)) {
        status_.mode = Mode::kHypothetical;
        status_.time = Time::kFuture;
        return because(hit, "R38", s_);
      }
    }
    for (auto it = hits_.rbegin(); it != hits_.rend(); ++it) {
      if (it->cue->kind == CueKind::kQuestion && asked(*it)) return question(*it);
    }
    return "";
  }

 private:
  // R40: an idiom masks its own words only; one "of the sentence" (a quotation) masks it all.
  bool idiom(const CueHit& hit) const {
    // "fed up of living": more is said than the figure of speech in it.
    const bool more =
        m_.certain && m_.span.contains(hit.words) && m_.span.size() > hit.words.size();
    if (m_.span.overlaps(hit.words)) return !more;
    return hit.cue->reach == Reach::kSentence && s_.reaches(hit, m_) && !own_sign(hit);
  }

  bool own_sign(const CueHit& hit) const {
    return s_.any({hit.words.last, m_.span.last}, List::kOwn);
  }

  bool in_reach(const CueHit& hit) const {
    if (hit.words.first >= m_.span.last) {
      return hit.cue->direction != Direction::kForward && s_.reaches(hit, m_);
    }
    if (hit.words.last <= m_.span.first) {
      return hit.cue->direction != Direction::kBackward && s_.reaches(hit, m_);
    }
    return hit.words.first < m_.span.first;
  }

  // R38: "if" reaches to "then", "but" or the end; two simple presents are a trigger, a report.
  bool supposed(const CueHit& hit) const {
    if (!in_reach(hit)) return false;
    if (hit.words.first > m_.span.first) return true;
    for (int i = hit.words.last; i < m_.span.first; ++i) {
      if (s_.is(i, List::kContrast) || has_come_true(i)) return false;
    }
    const Span rest{m_.span.last, s_.utterance().sentence_of(m_.span.first).last};
    for (int i = rest.first; i < rest.last; ++i) {  // "which she now has"
      const bool said = s_.before(rest.first) != Break::kNone || s_.text(i - 1) == "me";
      if (s_.is(i, List::kPresentTime) && said) return false;  // also "thats me today"
    }
    return hit.cue->gives != Gives::kPresumed || !trigger(hit);
  }

  // "told to come back if it goes numb, and I have / and now it is numb"
  bool has_come_true(int word) const {
    if (!s_.is(word, List::kAnd)) return false;
    if (s_.is(word + 1, List::kPresentTime)) return true;
    const bool own = s_.is(word + 1, List::kOwn) && s_.is(word + 1, List::kSubject);
    return own && (s_.is(word + 1, List::kFiniteVerb) || s_.is(word + 2, List::kCopula));
  }

  // "if I bend my leg goes dead": condition and result both in the present.
  bool trigger(const CueHit& hit) const {
    if (is_so(hit)) return true;
    if (s_.text(hit.words.first) == "what") return false;  // "what happens if I"
    if (!s_.is(hit.words.last, List::kSubject) && !s_.any(hit.words, List::kSubject)) return false;
    const Span sentence = s_.utterance().sentence_of(m_.span.first);
    if (s_.any(sentence, List::kWould) || s_.question(m_.span.first)) return false;
    const bool result = s_.any({hit.words.last + 1, m_.span.first}, List::kPossessive) ||
                        s_.any({hit.words.last + 1, m_.span.first}, List::kSubject);
    return result || s_.any(m_.span, List::kPossessive);
  }

  // "can I run if my legs are weak", "do I ring if I can't pee": it is so, or may well be.
  bool is_so(const CueHit& hit) const {
    const int last = hit.words.last - 1;
    if (s_.text(last) == "im") return true;
    for (int i = last + 1; i < m_.span.last; ++i) {
      if (s_.is(i, List::kSubject) || s_.is(i, List::kPastVerb)) return false;
      if (s_.is(i, List::kNegator) || s_.is(i, List::kCopula)) {
        const Span rest{i + 1, m_.span.first};
        return !s_.any(rest, List::kSubject) && !s_.any(rest, List::kWould);
      }
      if (s_.is(last, List::kSubject) || s_.is(i, List::kFiniteVerb)) return false;
    }
    return false;
  }

  // R37: at the start of a clause, and nothing of the writer's own in it.
  bool asked(const CueHit& hit) const {
    if (!in_reach(hit)) return false;
    if (hit.cue->gives == Gives::kPresumed) return true;
    if (for_own_use(hit) || taken_for_granted() || question_is_over(hit)) return false;
    if (hit.cue->direction == Direction::kBoth) return !own_sign_beside();
    const Span clause = s_.utterance().clauses[s_.utterance().clause_of(hit.words.first)].words;
    int start = hit.words.first;
    while (start > clause.first && (s_.before(start) == Break::kNone) &&
           s_.is(start - 1, List::kOpener)) {
      --start;
    }
    const bool opens = start == clause.first || s_.before(start) != Break::kNone ||
                       hit.cue->reach == Reach::kSentence;
    if (!opens || s_.is(hit.words.last, List::kNegator)) return false;
    const bool be = hit.words.last < s_.size() && s_.text(hit.words.last) == "be";
    if (be) return false;  // "could be a UTI, back pain and fever"
    if (hit.cue->gives == Gives::kSign) return !said_as_own(hit);
    return hit.cue->gives == Gives::kSelfDoubt || hit.cue->gives == Gives::kInformation ||
           !own_sign(hit);
  }

  // "is it always this bad, numb groin": the question has named what it asks of.
  bool question_is_over(const CueHit& hit) const {
    if (hit.gap.size() == 0) return false;
    for (int i = hit.words.last; i <= m_.span.first; ++i) {
      if (s_.before(i) != Break::kNone) return true;
    }
    return false;
  }

  // "can I take ibuprofen for a numb foot": the foot is numb.
  bool for_own_use(const CueHit& hit) const {
    return s_.any(hit.words, List::kOwn) && s_.any({hit.words.last, m_.span.first}, List::kFor);
  }

  // "will the weakness in my leg go", "is this numbness serious"; not "is this numbness?"
  bool taken_for_granted() const {
    const int next = m_.span.last, before = m_.span.first - 1;
    if (m_.cls == FindingClass::kDisease || next >= s_.size() || s_.before(next) != Break::kNone) {
      return false;
    }
    if (s_.is(next, List::kPreposition) && s_.is(next + 1, List::kOwn)) {
      return !s_.is(next, List::kInformantBefore);  // "ibuprofen with my tablets"
    }
    return before >= 0 && (s_.text(before) == "this" || s_.text(before) == "these");
  }

  // "is my numb leg a sign"; not "is burning when I pee a sign"
  bool said_as_own(const CueHit& hit) const {
    for (int i = hit.words.first; i < std::max(hit.words.last, m_.span.last); ++i) {
      const bool in_general = s_.is(i, List::kSubject) && s_.is(i - 1, List::kComplementiser);
      if (s_.is(i, List::kOwn) && !in_general) return true;
    }
    return false;
  }

  bool own_sign_beside() const {
    const Span segment = s_.segment_of(m_.span.first);
    return s_.any({segment.first, m_.span.last}, List::kOwn);
  }

  std::string question(const CueHit& hit) {
    switch (hit.cue->gives) {
      case Gives::kPresumed:
        return "";
      case Gives::kQuote:  // R39
        if (status_.polarity == Polarity::kAbsent) return "";
        status_.mode = Mode::kIdiom;
        status_.who = Who::kNobody;
        return because(hit, "a quotation, R39", s_);
      case Gives::kSelfDoubt:
        if (own_sign(hit)) return "";
        status_.mode = Mode::kQuestion;
        if (status_.polarity == Polarity::kPresent) status_.polarity = Polarity::kPossible;
        return because(hit, "asks it of oneself, R37", s_);
      default:
        status_.mode = Mode::kQuestion;
        status_.who = Who::kNobody;
        return because(hit, "R37", s_);
    }
  }

  const Scene& s_;
  const SceneMention& m_;
  Status& status_;
  std::vector<CueHit> hits_;
};

}  // namespace

std::string judge_mode(const Scene& scene, const SceneMention& m, Status& status) {
  return ModeJudge(scene, m, status).run();
}

}  // namespace intents
