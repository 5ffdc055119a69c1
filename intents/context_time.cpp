// Entry point: judge_time. Rules R15, R19, R27-R32: now > resolved > past > long-standing > date.
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

class TimeJudge {
 public:
  TimeJudge(const Scene& s, const SceneMention& m, Status& status)
      : s_(s), m_(m), status_(status), hits_(s.hits(Axis::kTime, m)) {}

  std::string run() {
    const CueHit* now = find(CueKind::kNow);
    const CueHit* recent = find(CueKind::kNow, Gives::kWeak);
    const CueHit* future = find(CueKind::kFuture);
    const CueHit* resolved = find(CueKind::kResolved);
    const CueHit* past = find(CueKind::kPast);
    const CueHit* lasting = find(CueKind::kLongStanding);
    if (future && !m_.certain && !real_fear(*future)) return set(Time::kFuture, *future, "R32");
    if (now && resolved && resolved->words.first >= now->words.first) now = nullptr;
    if (now) return set(Time::kNow, *now, "R29");
    if (const CueHit* closing = story_closed()) return set(Time::kPast, *closing, "a story, R28");
    if (lasting && past && lasting->words.first >= m_.span.last) past = nullptr;
    if (resolved) {
      status_.sure = status_.sure && !recent;  // R28: gone for days only
      return set(Time::kPast, *resolved, "resolved, R28");
    }
    const Dated* date = s_.date_of(m_);
    if (past && dated_phrase(*past)) past = nullptr;
    if (status_.polarity == Polarity::kAbsent && !past) return "";  // how long it has been absent
    if (past && !(recent && m_.cls == FindingClass::kEvent) && !outweighed(*past, date)) {
      if (continues() && !past->cue->holds_negator) {
        return set(Time::kLongStanding, *past, "and since");
      }
      return set(Time::kPast, *past, "R29");
    }
    if (lasting &&
        !(lasting->cue->gives == Gives::kUnchanged && m_.cls == FindingClass::kFunction)) {
      return set(Time::kLongStanding, *lasting, "R31");
    }
    if (recent) return "";
    if (!past && continues() && old_before()) {
      status_.time = Time::kLongStanding;
      return "since then (R27)";
    }
    return date ? dated(*date) : "";
  }

 private:
  std::string set(Time time, const CueHit& hit, const char* rule) {
    status_.time = time;
    return because(hit, rule, s_);
  }

  const CueHit* find(CueKind kind, Gives gives = Gives::kNothing) const {
    const CueHit* best = nullptr;
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind != kind || closes_story(hit) || !applies(hit)) continue;
      const bool lost = m_.cls == FindingClass::kFunction && hit.cue->holds_negator;
      if (lost && kind == CueKind::kPast) continue;  // R5: "no longer any control" is now
      const bool weak_now = kind == CueKind::kNow && hit.cue->gives == Gives::kWeak;
      if (kind == CueKind::kNow && weak_now != (gives == Gives::kWeak)) continue;
      best = &hit;
    }
    return best;
  }

  static bool closes_story(const CueHit& hit) {
    return hit.cue->kind == CueKind::kResolved && hit.cue->reach == Reach::kSection;
  }

  // "Years ago: legs numb. It got better": what an old date opens and a good end closes, whatever
  // the tense between.
  const CueHit* story_closed() const {
    const Dated* date = s_.date_of(m_);
    if (date && date->days <= kRecentDays && date->days >= 0) return nullptr;
    if (!old_before()) return nullptr;
    const Span sentence = s_.utterance().sentence_of(m_.span.first);
    for (const CueHit& hit : hits_) {
      if (!closes_story(hit) || hit.words.first < m_.span.last) continue;
      const bool next = hit.words.first >= sentence.last;
      if (!next || s_.utterance().sentence_of(hit.words.first).first == sentence.last) return &hit;
    }
    return nullptr;
  }

  bool applies(const CueHit& hit) const {
    if (!s_.reaches(hit, m_) || tells_age(hit)) return false;
    const bool ahead = hit.words.last <= m_.span.first;
    if (ahead && another_is_old(hit)) return false;
    if (hit.cue->kind == CueKind::kResolved) return ahead || resolves(s_, m_, hit);
    if (hit.cue->kind == CueKind::kNow && hit.words.size() == 1 && !ahead &&
        hit.cue->gives != Gives::kWeak && hit.words.last < s_.size() &&
        s_.before(hit.words.last) == Break::kNone) {
      return false;  // "depression, currently on sertraline"
    }
    if (ahead) return hit.cue->reach == Reach::kSection ? same_section(hit) : forward_open(hit);
    return backward_open(hit);
  }

  // "70 years old", "fell at age 80": how old a person is, not the finding.
  bool tells_age(const CueHit& hit) const {
    if (hit.cue->kind != CueKind::kPast) return false;
    const int last = hit.words.last - 1;
    if (hit.words.size() == 1) return s_.is(last - 1, List::kYearUnit);
    return is_number(s_.text(last)) && s_.text(last) >= "60" && s_.text(last).size() == 2;
  }

  // "known AAA, tummy pain", "old injury with numbness": what is old has been named already.
  bool another_is_old(const CueHit& hit) const {
    if (hit.cue->reach == Reach::kSection) return s_.before(hit.words.last) == Break::kList;
    const bool names_next =
        hit.cue->reach == Reach::kWords &&
        (hit.cue->kind == CueKind::kPast || hit.cue->kind == CueKind::kLongStanding);
    if (!names_next || m_.cls == FindingClass::kDisease || hit.cue->holds_negator) return false;
    for (int i = hit.words.last + 1; i <= m_.span.first; ++i) {
      if (s_.before(i) != Break::kNone || s_.is(i, List::kInformantBefore)) return true;
    }
    const Span between{hit.words.last, m_.span.first};
    return s_.any(between, List::kEventWord) || s_.any(between, List::kDiseaseWord);
  }

  // "history of asthma who presents with wheeze": a new statement ends the history.
  bool forward_open(const CueHit& hit) const {
    for (const CueHit& other : hits_) {
      if (other.cue->kind == CueKind::kTerminator && other.words.first >= hit.words.last &&
          other.words.first < m_.span.first) {
        return false;
      }
    }
    for (int i = hit.words.last + 1; i <= m_.span.first; ++i) {
      if (s_.before(i) != Break::kNone && s_.is(i, List::kNegator)) return false;
      // "used to be fine, now ..."
      if (hit.cue->kind == CueKind::kPast && s_.is(i, List::kPresentTime)) return false;
      if (i < m_.span.first && s_.is(i, List::kSubject) && !s_.is(i - 1, List::kComplementiser) &&
          hit.cue->reach != Reach::kSentence) {
        return false;
      }
      const bool breaks = s_.before(i) != Break::kNone || s_.is(i - 1, List::kConjunction) ||
                          s_.is(i - 1, List::kSubject);
      if (breaks && s_.is(i, List::kFiniteVerb) && !s_.is(i, List::kPastVerb)) return false;
    }
    return true;
  }

  // "numb down there, disc herniation last year": the date is of what stands beside it.
  bool names_its_own(const CueHit& hit) const {
    if (hit.cue->kind != CueKind::kPast || s_.before(hit.words.first) != Break::kNone) return false;
    const Span segment = s_.segment_of(hit.words.first);
    if (segment.first <= m_.span.last) return false;
    const Span beside{segment.first, hit.words.first};
    return s_.any(beside, List::kDiseaseWord) || s_.any(beside, List::kEventWord);
  }

  // A cue after the finding is its own unless another statement lies between.
  bool backward_open(const CueHit& hit) const {
    if (names_its_own(hit)) return false;
    for (int i = m_.span.last; i < hit.words.first; ++i) {
      if (s_.is(i, List::kConjunction) && s_.is(i + 1, List::kFiniteVerb)) continue;
      if (s_.is(i, List::kPossessive) &&
          (s_.before(i) != Break::kNone || s_.is(i - 1, List::kConjunction))) {
        return false;
      }
      if (i > m_.span.last && s_.is(i, List::kSubject) && hit.cue->kind == CueKind::kFuture) {
        return false;
      }
      for (const CueHit& other : hits_) {
        const bool ends = other.cue->kind == CueKind::kTerminator && other.words.first == i;
        if (ends && hit.cue->kind != CueKind::kNow) return false;
      }
    }
    return true;
  }

  // R30: a section head reaches to the next head. A head is closed by a colon.
  bool same_section(const CueHit& hit) const {
    for (int i = hit.words.last + 1; i <= m_.span.first && i < s_.size(); ++i) {
      const bool colon = s_.colon_before(i);
      const bool blank_line = s_.gap_before(i).find("\n\n") != std::string_view::npos;
      if (colon || blank_line) return false;
    }
    return true;
  }

  // R32: "scared because I can't move" and "worried I've" tell of something that is.
  bool real_fear(const CueHit& hit) const {
    if (hit.cue->gives != Gives::kFear) return false;
    if (s_.is(hit.words.last, List::kOwn)) return true;  // "worried my legs are weak"
    for (int i = hit.words.last; i <= m_.span.first && i < s_.size(); ++i) {
      if (s_.is(i, List::kBecause) || (s_.is(i, List::kOwn) && s_.is(i, List::kSubject))) {
        return true;
      }
    }
    return false;
  }

  // "in the past year" is a date
  bool dated_phrase(const CueHit& past) const {
    if (past.words.last > s_.size() || past.cue->reach == Reach::kSentence) return false;
    return std::any_of(s_.dates().begin(), s_.dates().end(), [&](const Dated& d) {
      return d.words.overlaps(past.words) && d.words.last > past.words.last;
    });
  }

  // "3 day history of", "s/p fall 2 days ago" are no history yet.
  bool outweighed(const CueHit& past, const Dated* date) const {
    if (date && date->kind == Dated::kHistory && date->words.overlaps(past.words)) return true;
    return date && date->kind != Dated::kOn && date->days <= kRecentDays && date->days > 0 &&
           m_.cls != FindingClass::kDisease;
  }

  bool old_before() const {
    const int head = s_.utterance().sentence_of(m_.span.first).first;
    const auto earlier = [&](Span w) { return w.first >= head && w.last <= m_.span.first; };
    return std::any_of(hits_.begin(), hits_.end(),
                       [&](const CueHit& h) {
                         return h.cue->kind == CueKind::kPast && earlier(h.words);
                       }) ||
           std::any_of(s_.dates().begin(), s_.dates().end(),
                       [&](const Dated& d) { return d.days > kRecentDays && earlier(d.words); });
  }

  // "broke my back when I was 20 and it's been numb since"
  bool continues() const {
    for (int i = m_.span.last; i < m_.span.last + 4 && i < s_.size(); ++i) {
      if (s_.before(i) >= Break::kClause) return false;
      if (s_.is(i, List::kSince)) return true;
    }
    return false;
  }

  std::string dated(const Dated& d) {
    if (d.days <= kRecentDays) return "";
    const bool lasting = d.kind == Dated::kFor || d.kind == Dated::kSince ||
                         d.kind == Dated::kHistory || continues();
    status_.time = lasting ? Time::kLongStanding : Time::kPast;
    return "the date \"" + s_.utterance().words_text(d.words) + "\" (R27)";
  }

  const Scene& s_;
  const SceneMention& m_;
  Status& status_;
  std::vector<CueHit> hits_;
};

}  // namespace

std::string judge_time(const Scene& scene, const SceneMention& m, Status& status) {
  return TimeJudge(scene, m, status).run();
}

}  // namespace intents
