#include "intents/derived.h"

#include <algorithm>
#include <string_view>

namespace intents {

namespace {

// Findings that are pain of the spine or from it.
constexpr std::string_view kSpinePains[] = {"back_pain", "neck_pain",    "upper_back_pain",
                                            "leg_pain",  "one_leg_pain", "pain_both_legs"};
constexpr int kSixWeeks = 42;
constexpr double kFever = 38.0;    // degrees Celsius
constexpr double kTooCold = 36.0;  // below it an illness may be failing the body
constexpr int kAdult = 18;
constexpr int kSmallChild = 5, kChild = 10;
constexpr int kSpaOnset = 45;  // inflammatory back pain begins before this age

bool is_spine_pain(const Mention& m) {
  return std::find(std::begin(kSpinePains), std::end(kSpinePains), m.finding) !=
         std::end(kSpinePains);
}

void add(Understanding& u, std::string id, std::string title, Span span, const Status& status,
         FindingClass cls = FindingClass::kSymptom) {
  u.findings.push_back(
      {std::move(id), std::move(title), cls, status, span, u.utterance.quote(span), true});
}

// The age is of the person spoken of; a carer's mention makes it theirs.
Status like_the_others(const Understanding& u) {
  Status status;
  for (const Mention& m : u.findings) {
    if (m.status.who == Who::kOther) status.who = Who::kOther;
  }
  return status;
}

void from_age(Understanding& u) {
  if (!u.values.age) return;
  const Status status = like_the_others(u);
  const double age = u.values.age->value;
  const Span span = u.values.age->span;
  if (age >= 50) add(u, "age_50_plus", "age 50 or over", span, status, FindingClass::kDisease);
  if (age >= 65) add(u, "age_65_plus", "age 65 or over", span, status, FindingClass::kDisease);
  if (age >= 70) add(u, "age_70_plus", "age 70 or over", span, status, FindingClass::kDisease);
  if (age < kSpaOnset) {
    add(u, "age_under_45", "under 45", span, status, FindingClass::kDisease);
  }
  if (age < kAdult) add(u, "child", "under 18", span, status, FindingClass::kDisease);
  if (age < kChild) add(u, "age_under_10", "under 10", span, status, FindingClass::kDisease);
  if (age < kSmallChild) add(u, "age_under_5", "under 5", span, status, FindingClass::kDisease);
}

// An illness in the family is told of relatives and counts for the person all the same.
void from_family(Understanding& u) {
  for (Mention& m : u.findings) {
    if (!m.finding.ends_with("_in_family") || m.status.who != Who::kNobody) continue;
    m.status.who = Who::kSelf;
    m.status.time = Time::kNow;
    m.status.why.emplace_back("an illness in the family counts for the person");
  }
}

// "dad had prostate cancer and now his back hurts": the illness is of the one who is ill now, when
// nobody else is.
void from_the_one_who_is_ill(Understanding& u) {
  bool self = false, other = false;
  for (const Mention& m : u.findings) {
    if (m.cls == FindingClass::kDisease || !m.active()) continue;
    if (m.status.who == Who::kOther) other = true;
    if (m.status.who == Who::kSelf) self = true;
  }
  if (!other || self) return;
  for (Mention& m : u.findings) {
    const bool told = m.status.mode == Mode::kReport && m.status.polarity != Polarity::kAbsent;
    if (m.cls != FindingClass::kDisease || m.status.who != Who::kNobody || !told) continue;
    m.status.who = Who::kOther;
    m.status.why.emplace_back("the one who is ill now has had it");
  }
}

// Pain in the same sentence, or a message that says nothing but how long.
void from_durations(Understanding& u) {
  for (const Duration& duration : u.values.durations) {
    if (duration.low_days <= kSixWeeks) continue;  // six weeks are not yet more than six weeks
    const Span sentence = u.utterance.sentence_of(duration.span.first);
    const auto pain = std::find_if(u.findings.begin(), u.findings.end(), [&](const Mention& m) {
      return is_spine_pain(m) && sentence.contains(m.span) &&
             m.status.polarity != Polarity::kAbsent && m.status.who != Who::kNobody &&
             m.status.mode == Mode::kReport && m.status.time != Time::kPast;
    });
    if (pain == u.findings.end()) continue;
    Status status = pain->status;
    status.time = Time::kNow;
    return add(u, "pain_over_six_weeks", "pain for more than six weeks", duration.span, status);
  }
}

void from_spine_pains(Understanding& u) {
  const auto pain = std::find_if(u.findings.begin(), u.findings.end(), [](const Mention& m) {
    const bool lasting = m.status.time == Time::kLongStanding;
    return is_spine_pain(m) && m.status.polarity != Polarity::kAbsent &&
           (m.status.time == Time::kNow || lasting) && m.status.mode == Mode::kReport &&
           m.status.who != Who::kNobody;
  });
  if (pain == u.findings.end() || u.has_active("any_spine_pain")) return;
  Status status = pain->status;
  status.time = Time::kNow;
  add(u, "any_spine_pain", pain->title, pain->span, status);
}

}  // namespace

const std::vector<std::string>& derived_finding_ids() {
  static const std::vector<std::string> ids = {
      "age_50_plus",         "age_65_plus",   "age_70_plus", "age_under_45",     "child",
      "age_under_10",        "age_under_5",   "severe_pain", "temperature_high", "low_temperature",
      "pain_over_six_weeks", "any_spine_pain"};
  return ids;
}

void add_derived_findings(Understanding& u) {
  from_age(u);
  from_family(u);
  from_the_one_who_is_ill(u);
  if (u.values.celsius && u.values.celsius->value >= kFever) {
    add(u, "temperature_high", "a high temperature", u.values.celsius->span, like_the_others(u));
  }
  if (u.values.celsius && u.values.celsius->value < kTooCold) {
    add(u, "low_temperature", "a low temperature", u.values.celsius->span, like_the_others(u));
  }
  if (u.values.severity && u.values.severity->value >= 9) {
    add(u, "severe_pain", "very strong pain", u.values.severity->span, like_the_others(u));
  }
  from_durations(u);
  from_spine_pains(u);
}

}  // namespace intents
