// Entry point: judge_who. Rules R33-R36: whose finding is it?
#include <algorithm>

#include "intents/context_scene.h"

namespace intents {

namespace {

class WhoJudge {
 public:
  WhoJudge(const Scene& s, const SceneMention& m, Status& status)
      : s_(s), m_(m), status_(status), hits_(s.hits(Axis::kWho, m)) {}

  std::string run() {
    const Span sentence = s_.utterance().sentence_of(m_.span.first);
    if (const CueHit* after = backward_cue(sentence)) return decide(*after);
    // R33: the nearest possessive or subject in front of the finding, or inside it, decides.
    for (int i = m_.span.last - 1; i >= sentence.first; --i) {
      if (const CueHit* person = person_at(i, CueKind::kOther)) {
        if (clause_over(*person)) continue;
        if (!informs(*person)) return decide(*person);
        i = person->words.first;
        continue;
      }
      if (s_.is(i, List::kThirdPerson)) {
        if (const CueHit* named = named_before(i)) return decide(*named);
        if (!s_.is(i, List::kPossessive)) break;  // R36: "he" is the patient of the note
        continue;
      }
      if (s_.is(i, List::kOwn) || person_at(i, CueKind::kSelf)) return "";
    }
    return carer();
  }

 private:
  const CueHit* person_at(int word, CueKind kind) const {
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind == kind && hit.words.contains(word)) return &hit;
    }
    return nullptr;
  }

  // "breast cancer in her mother", "runs in the family"
  const CueHit* backward_cue(Span sentence) const {
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind != CueKind::kOther || hit.cue->direction == Direction::kForward) continue;
      if (hit.words.first < sentence.first || hit.words.last > sentence.last) continue;
      if (hit.cue->gives == Gives::kInformant) continue;
      if (hit.words.first >= m_.span.last && s_.reaches(hit, m_)) return &hit;
      if (hit.cue->reach == Reach::kSentence && hit.cue->direction == Direction::kBoth &&
          !s_.any({hit.words.last, m_.span.last}, List::kOwn)) {
        return &hit;
      }
    }
    return nullptr;
  }

  // A relative who only tells, helps or stands by: "per wife", "his wife reports that he".
  bool informs(const CueHit& person) const {
    const Span w = person.words;
    if (person.cue->gives == Gives::kInformant) return true;
    if (s_.is(w.first - 1, List::kInformantBefore)) return !s_.is(w.last, List::kRelativePronoun);
    if (s_.is(w.last, List::kReportVerb)) return tells_of_another(w);
    return false;
  }

  // "my wife says her foot drags" is about the wife; "son says she fell", "mum says my leg" is not.
  bool tells_of_another(Span person) const {
    for (int i = person.last; i < m_.span.last; ++i) {
      if (s_.is(i, List::kOwn)) return true;
      if (s_.is(i, List::kThirdPerson)) {
        return !matches(person, i) || !(s_.any(person, List::kOwn) || s_.any(person, List::kKin));
      }
    }
    return !s_.any(person, List::kOwn);
  }

  // A person's clause is over when a new subject of its own follows: "wife is with him; he ...".
  bool clause_over(const CueHit& person) const {
    if (person.cue->reach == Reach::kSentence || person.cue->reach == Reach::kSection) return false;
    if (person.words.last > m_.span.first) return person.words.first >= m_.span.last;
    if (person.cue->reach == Reach::kWords) {
      return m_.span.first - person.words.last >= person.cue->reach_words;
    }
    return false;
  }

  bool matches(Span person, int pronoun) const {
    const bool she = s_.is(pronoun, List::kFemale), he = s_.is(pronoun, List::kMale);
    if (she && s_.any(person, List::kMale)) return false;
    return !(he && s_.any(person, List::kFemale));
  }

  // Whom "he", "her" stands for: the last person named whose sex fits.
  const CueHit* named_before(int pronoun) const {
    const CueHit* last = nullptr;
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind != CueKind::kOther || hit.words.first > pronoun) continue;
      if (hit.words.contains(pronoun)) return &hit;
      if (hit.cue->gives != Gives::kIllNow && hit.cue->gives != Gives::kEither) continue;
      if (!owned(hit) && hit.cue->gives != Gives::kIllNow) continue;  // notes
      if (matches(hit.words, pronoun) && !informs(hit)) last = &hit;
    }
    return last;
  }

  // R35: "I'm her carer" holds for the whole message until "my" + own sign.
  std::string carer() {
    for (const CueHit& hit : hits_) {
      if (hit.cue->kind == CueKind::kOther && hit.cue->gives == Gives::kIllNow &&
          hit.cue->reach == Reach::kSentence && hit.words.last <= m_.span.first) {
        return decide(hit);
      }
    }
    return "";
  }

  std::string decide(const CueHit& hit) {
    const bool old = is_old(hit);
    bool ill_now = hit.cue->gives == Gives::kIllNow;
    if (hit.cue->gives == Gives::kEither) {
      ill_now = !old && owned(hit);  // R34; a note's relatives are history
    }
    status_.who = ill_now ? Who::kOther : Who::kNobody;
    const bool story = !ill_now && old &&
                       (hit.cue->gives != Gives::kInformation || s_.any(hit.words, List::kDied));
    const bool note = hit.cue->gives == Gives::kFamily ||
                      (hit.cue->gives == Gives::kEither && !owned(hit) && !present_tense(hit));
    if ((story || note) && status_.time != Time::kFuture) status_.time = Time::kPast;
    return because(hit, ill_now ? "someone ill now, R34" : "someone else's story, R34", s_);
  }

  // "my father", "my 85 year old father"; not the bare "father" of a note.
  bool owned(const CueHit& hit) const {
    int first = hit.words.first;
    while (first > 0 && first > hit.words.first - 5 && s_.before(first) == Break::kNone) --first;
    return s_.any({first, hit.words.last}, List::kOwn) || bare_subject(hit);
  }

  // "husband cant move", "dads legs are weak": a carer in a hurry. "Father with asthma", "sister
  // had a stroke" and "per wife" are from notes.
  bool bare_subject(const CueHit& hit) const {
    const int word = hit.words.first;
    const int next = hit.words.last;
    if (s_.any(hit.words, List::kCompanion)) return true;
    if (!s_.is(word, List::kRelative)) return false;
    const bool owner = word > 0 && s_.before(word) == Break::kNone &&
                       (s_.is(word - 1, List::kPossessive) || s_.is(word - 1, List::kOne));
    if (owner || s_.colon_before(next)) return false;
    if (s_.is(word, List::kKin) || hit.words.size() > 1) return true;
    if (s_.is(word - 1, List::kAnd) || s_.is(next, List::kPreposition)) return false;
    const bool told = s_.is(next, List::kPastVerb) && s_.is(next, List::kCopula);
    return m_.cls != FindingClass::kDisease && !told;
  }

  int end_of_statement() const {
    int end = m_.span.last;
    while (end < s_.size() && s_.before(end) == Break::kNone && !s_.is(end, List::kAnd)) ++end;
    return end;
  }

  // "brother has AS", not "sister with AS" and not "father had AS"
  bool present_tense(const CueHit& hit) const {
    for (int i = hit.words.last; i < m_.span.first; ++i) {
      if (s_.is(i, List::kFiniteVerb) && !s_.is(i, List::kPastVerb)) return true;
    }
    return false;
  }

  // R34: a past tense, a death or an old date, and nothing that says today.
  bool is_old(const CueHit& hit) const {
    if (status_.time == Time::kPast || s_.any(hit.words, List::kDied)) return true;
    const Span between{hit.words.first, m_.span.last};
    const Span statement{hit.words.first, end_of_statement()};
    if (s_.any(between, List::kDied)) return true;
    if (s_.any(statement, List::kRecentDay) || s_.any(statement, List::kPresentTime)) return false;
    if (m_.cls == FindingClass::kEvent) return false;
    const Utterance& u = s_.utterance();
    const int clause = u.clauses[u.clause_of(m_.span.first)].words.first;
    // The nearest verb in front; "had a stroke" holds its own, "couldn't tell it was there" too,
    // but there it tells nothing of when.
    const int last = m_.cls == FindingClass::kDisease ? between.last : m_.span.first;
    for (int i = last - 1; i >= std::max(clause, between.first); --i) {
      const bool event = s_.is(i, List::kAmbiguousVerb) || s_.is(i, List::kNegator);
      // "lost", "couldnt" may be today; "has had new back pain" is.
      const bool perfect = i > 0 && s_.is(i - 1, List::kCopula) && m_.cls != FindingClass::kDisease;
      // "mum fainted and she's got back pain": for a complaint "got" is of now.
      const bool got = m_.cls != FindingClass::kDisease && u.words[i].text == "got";
      if (s_.is(i, List::kPastVerb) && perfect) return false;
      if (s_.is(i, List::kPastVerb) && !event && !got) return true;
      if (s_.is(i, List::kFiniteVerb)) return false;
    }
    return false;
  }

  const Scene& s_;
  const SceneMention& m_;
  Status& status_;
  std::vector<CueHit> hits_;
};

}  // namespace

std::string judge_who(const Scene& scene, const SceneMention& m, Status& status) {
  return WhoJudge(scene, m, status).run();
}

}  // namespace intents
