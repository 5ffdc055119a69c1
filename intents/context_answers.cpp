// Entry point: judge_answer. Labels with values and questions answered in the same text: "fever:
// none", "numbness no weakness yes", "(-) fever", "temp 36.7", "Any numbness? No." (R20, R22, R25,
// R26).
#include <charconv>
#include <cstdlib>

#include "intents/context_scene.h"

namespace intents {

namespace {

constexpr double kFeverC = 38.0, kFeverF = 100.4;

PolarityVerdict verdict(Polarity polarity, bool sure, std::string why) {
  return {polarity, sure, false, std::move(why)};
}

// "(-) saddle numbness (+) sciatica", and the "?CES" of notes.
std::optional<PolarityVerdict> marked(const Scene& s, const SceneMention& m) {
  const int first = s.segment_of(m.span.first).first;
  for (int i = m.span.first; i >= first; --i) {
    const std::string_view gap = s.gap_before(i);
    if (gap.find("(-)") != gap.npos) return verdict(Polarity::kAbsent, true, "\"(-)\"");
    if (gap.find("(+)") != gap.npos) return verdict(Polarity::kPresent, true, "\"(+)\"");
    if (s.query_mark_before(i)) return verdict(Polarity::kPossible, true, "\"?\" before it");
  }
  return std::nullopt;
}

bool is_value(const Scene& s, int word) { return s.is(word, List::kYes) || s.is(word, List::kNo); }

std::optional<double> number_at(const Scene& s, int word) {
  if (word >= s.size() || !is_number(s.text(word))) return std::nullopt;
  return std::strtod(std::string(s.text(word)).c_str(), nullptr);
}

// R22: 38 C and over, 100.4 F and over.
std::optional<PolarityVerdict> measured(const Scene& s, const SceneMention& m) {
  if (!s.any(m.span, List::kMeasure)) return std::nullopt;
  for (int i = m.span.first; i < m.span.last + 3 && i < s.size(); ++i) {
    const auto value = number_at(s, i);
    if (!value || *value < 34 || *value > 110 || (*value > 43 && *value < 94)) continue;
    const bool fever = *value >= (*value > 90 ? kFeverF : kFeverC);
    return verdict(fever ? Polarity::kPresent : Polarity::kAbsent, true,
                   "the value " + std::string(s.text(i)) + " (R22)");
  }
  return std::nullopt;
}

// "power 5/5" is full; "power 3/5" is weak.
std::optional<PolarityVerdict> graded(const Scene& s, const SceneMention& m) {
  if (m.cls != FindingClass::kFunction) return std::nullopt;
  for (int i = m.span.first; i < m.span.last + 4 && i < s.size(); ++i) {
    if (i >= m.span.last && s.before(i) >= Break::kList) break;
    const std::string_view word = s.text(i);
    if (word.size() != 3 || word.substr(1) != "/5" || word[0] < '0' || word[0] > '5') continue;
    return verdict(word[0] == '5' ? Polarity::kAbsent : Polarity::kPresent, true,
                   "the grade " + std::string(word) + " (R22)");
  }
  return std::nullopt;
}

// R20: does the value at `word` belong to the label before it?
bool closes_label(const Scene& s, const SceneMention& m, int word) {
  const Span sentence = s.utterance().sentence_of(m.span.first);
  const int next = word + 1;
  if (next >= sentence.last || s.before(next) >= Break::kClause) return true;
  if (s.before(next) == Break::kList) return !is_value(s, sentence.first);
  return is_value(s, sentence.last - 1) && !is_value(s, sentence.first) &&
         !s.any(sentence, List::kFiniteVerb);
}

std::optional<PolarityVerdict> labelled(const Scene& s, const SceneMention& m) {
  int word = m.span.last;
  while (s.is(word, List::kAsker)) ++word;  // "y/n"
  if (!is_value(s, word) || s.before(word) == Break::kSentence) return std::nullopt;
  if (s.line_end_before(word) || !closes_label(s, m, word)) return std::nullopt;
  if (s.before(word) == Break::kList && s.segment_of(word).size() > 1) return std::nullopt;
  const bool no = s.is(word, List::kNo);
  return verdict(no ? Polarity::kAbsent : Polarity::kPresent, true,
                 "the label's value \"" + std::string(s.text(word)) + "\" (R20)");
}

// "Can you feel it?": a yes is well. "Any numbness?": a yes is ill.
bool asks_for_function(const Scene& s, const SceneMention& m, Span question) {
  return m.cls == FindingClass::kFunction && !s.any(question, List::kTrouble) &&
         !s.any(question, List::kNegator);
}

// R25, R26: the sentence after the question begins with an answer.
std::optional<PolarityVerdict> answered(const Scene& s, const SceneMention& m) {
  const Span question = s.utterance().sentence_of(m.span.first);
  int word = question.last;
  if (!s.question(m.span.first) || word >= s.size()) return std::nullopt;
  if (s.text(word) == "a" || s.is(word, List::kAsker)) ++word;  // "A: no"
  const bool yes = s.is(word, List::kYes), no = s.is(word, List::kNo);
  if (!yes && !no) return std::nullopt;
  const std::string why = "the answer \"" + std::string(s.text(word)) + "\" (R25)";
  const Span rest{word + 1, s.utterance().sentence_of(word).last};
  if (s.any(rest, List::kHedge)) return verdict(Polarity::kPossible, false, why);
  const bool own_denial = s.any(rest, List::kNegator) && s.any(rest, List::kSubject) &&
                          (m.cls == FindingClass::kFunction || s.any(question, List::kTrouble));
  if (own_denial) return verdict(Polarity::kPresent, true, why + ", own words (R26)");
  if (asks_for_function(s, m, question)) {
    return verdict(yes ? Polarity::kAbsent : Polarity::kPresent, true, why);
  }
  if (yes && s.any({question.first, m.span.first}, List::kNegator)) {
    return verdict(Polarity::kPossible, false, why + " to a negative question");
  }
  return verdict(yes ? Polarity::kPresent : Polarity::kAbsent, true, why);
}

// "asked me about", "asked if I had any": these words ask for the finding itself; "asked for a scan
// because", "asked if I wanted surgery for" do not.
bool asked_for(const Scene& s, const SceneMention& m, int first) {
  int asker = m.span.first - 1;
  while (asker >= first && !s.is(asker, List::kAsker)) {
    const bool leads = s.is(asker, List::kSubject) || s.is(asker, List::kOwn) ||
                       s.is(asker, List::kCopula) || s.is(asker, List::kComplementiser) ||
                       s.is(asker, List::kPossessive) || s.is(asker, List::kFiniteVerb) ||
                       s.is(asker, List::kAbout) || s.is(asker, List::kBodyPart);
    if (!leads || s.is(asker, List::kBecause) || s.is(asker, List::kTowards)) return false;
    --asker;
  }
  if (asker < first) return false;
  if (s.text(asker) != "any") return true;
  return asked_for(s, {{asker, asker + 1}, m.cls, {}, false}, first);
}

// "The physio asked about numbness and I said no."
std::optional<PolarityVerdict> retold(const Scene& s, const SceneMention& m) {
  const Span sentence = s.utterance().sentence_of(m.span.first);
  if (!asked_for(s, m, sentence.first)) return std::nullopt;
  for (int i = m.span.last; i + 1 < sentence.last; ++i) {
    if (!s.is(i, List::kReportVerb) || !s.is(i - 1, List::kSubject)) continue;
    if (!s.is(i - 1, List::kOwn)) return std::nullopt;         // "they said no"
    const int word = i + 1 + s.is(i + 1, List::kThirdPerson);  // "told him no"
    const bool yes = s.is(word, List::kYes), no = s.is(word, List::kNo);
    const bool ends = word + 1 >= s.size() || s.before(word + 1) != Break::kNone ||
                      s.is(word + 1, List::kConjunction) || s.is(word + 1, List::kBecause);
    if ((!yes && !no) || !ends) continue;
    const bool well = yes == asks_for_function(s, m, sentence);
    return verdict(well ? Polarity::kAbsent : Polarity::kPresent, true,
                   "the answer \"" + std::string(s.text(word)) + "\" told (R25)");
  }
  return std::nullopt;
}

}  // namespace

std::optional<PolarityVerdict> judge_answer(const Scene& s, const SceneMention& m) {
  if (m.span.size() <= 0) return std::nullopt;
  if (auto v = marked(s, m)) return v;
  if (auto v = measured(s, m)) return v;
  if (auto v = graded(s, m)) return v;
  if (auto v = labelled(s, m)) return v;
  if (auto v = retold(s, m)) return v;
  return answered(s, m);
}

}  // namespace intents
