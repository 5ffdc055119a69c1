// The closed word classes that the rules of ConText need; their words stand in context.json,
// "lists".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace intents {

// clang-format off
enum class List : uint8_t {
  kSubject, kOwn, kPossessive, kFiniteVerb, kCopula, kComplementiser, kPreposition, kConjunction,
  kAnd, kEmphasis, kState, kBodyPart, kNegator, kYes, kNo, kFunction, kTrouble, kDenialWord,
  kEventWord, kDiseaseWord, kMeasure, kThirdPerson, kFemale, kMale, kPastVerb, kReportVerb, kNumber,
  kWeekday, kMonth, kDay, kWeek, kMonthUnit, kYearUnit, kAsker, kAgo, kHistory, kAbout, kFor,
  kSince, kNotDated, kOne, kParticle, kAmbiguousVerb, kInformantBefore, kDied, kUntil, kRecentDay,
  kHedge, kContrast, kLight, kBecause, kRelativePronoun, kPresentTime, kWould, kCompanion,
  kClinician, kRelative, kOpener, kOr, kRemedy, kTowards, kDefinite, kAuxNot, kKin,
  kCount
};

// As context.json calls them, in the order of List.
constexpr std::array<std::string_view, static_cast<size_t>(List::kCount)> kListNames = {
  "subject", "own", "possessive", "finite_verb", "copula", "complementiser", "preposition",
  "conjunction", "and", "emphasis", "state", "bodypart", "negator", "yes", "no", "function",
  "trouble", "denial_word", "event_word", "disease_word", "measure", "third_person", "female",
  "male", "past_verb", "report_verb", "number", "weekday", "month", "day_unit", "week_unit",
  "month_unit", "year_unit", "asker", "ago", "history", "about", "for", "since", "not_dated", "one",
  "particle", "ambiguous_verb", "informant_before", "died", "until", "recent_day", "hedge",
  "contrast", "light", "because", "relative_pronoun", "present_time", "would", "companion",
  "clinician", "relative", "opener", "or", "remedy", "towards", "definite", "aux_not", "kin"
};
// clang-format on
static_assert(kListNames.size() <= 64, "WordClass::lists holds one bit for each");

}  // namespace intents
