// Entry points: DurationFinder::counted, glued, chart; unit_days.
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_set>

#include "intents/duration_finder.h"
#include "intents/numbers.h"

namespace intents {

namespace {

constexpr double kMonth = 30.4375, kYear = 365.25;
constexpr double kMostCounted = 1000;

const std::map<std::string_view, double> kUnits = {
    {"hour", 1 / 24.0}, {"hours", 1 / 24.0}, {"hr", 1 / 24.0},  {"hrs", 1 / 24.0},
    {"minute", 0},      {"minutes", 0},      {"mins", 0},       {"day", 1},
    {"days", 1},        {"dy", 1},           {"dys", 1},        {"night", 1},
    {"nights", 1},      {"week", 7},         {"weeks", 7},      {"wk", 7},
    {"wks", 7},         {"weaks", 7},        {"fortnight", 14}, {"fortnights", 14},
    {"month", kMonth},  {"months", kMonth},  {"mth", kMonth},   {"mths", kMonth},
    {"mnths", kMonth},  {"mo", kMonth},      {"mos", kMonth},   {"year", kYear},
    {"years", kYear},   {"yr", kYear},       {"yrs", kYear},    {"decade", 3652},
    {"decades", 3652}};

const std::unordered_set<std::string_view> kBetween = {"long", "whole", "solid", "or",    "so",
                                                       "good", "full",  "more",  "bloody"};

int days(double n, double unit) {
  const double value = n * unit;
  return static_cast<int>(std::floor(value + (unit < 1 ? 1e-9 : 0.45)));
}

}  // namespace

std::optional<double> unit_days(std::string_view word) {
  const auto it = kUnits.find(word);
  return it == kUnits.end() ? std::nullopt : std::optional(it->second);
}

// "nearly six weeks" is less than six, "over a year" more, "about a week" either.
void DurationFinder::modify(Duration& d, Span span, bool single) const {
  const auto before = word(span.first - 1), earlier = word(span.first - 2);
  const bool more = before == "over" || (before == "than" && earlier == "more");
  const bool less = one_of(before, {"nearly", "almost", "under"}) ||
                    (before == "on" && one_of(earlier, {"going", "up"})) ||
                    (before == "for" && word(span.first - 3) == "getting");
  const bool part = before == "of" && one_of(earlier, {"guts", "part", "bones"});
  const int n = d.low_days;
  if (more) d.low_days = n + 1, d.high_days = d.high_days * (earlier == "just" ? 3 : 4) / 2;
  if (less) d.low_days = static_cast<int>(std::lround(n * 0.85));
  if (part) d.low_days = n * 3 / 4;
  if (single && one_of(before, {"about", "around", "roughly"})) {
    d.low_days = static_cast<int>(std::lround(n * 0.85));
    d.high_days = static_cast<int>(std::lround(n * 1.25));
  }
  for (int i = span.first + 1; i < span.last; ++i) {
    if (u.words[i].mark == '+') d.high_days *= 2;  // "20+ years"
  }
}

// How many words after the unit at `at` say "and a half"; 0 for none.
int DurationFinder::half_after(int at) const {
  if (!one_of(word(at + 1), {"and", "n"})) return 0;
  if (word(at + 2) == "half") return 2;
  return word(at + 2) == "a" && word(at + 3) == "half" ? 3 : 0;
}

// "one day I will": a day is counted only where a time is told.
bool DurationFinder::is_some_day(const Duration& d) const {
  const auto before = word(d.span.first - 1);
  const bool told = is_whole_answer(u, d.span) || word(d.span.last) == "ago" ||
                    one_of(before, {"for", "since", "last", "past", "about", "only", "just"});
  return word(d.span.first) == "one" && word(d.span.first + 1) == "day" && !told;
}

std::optional<Duration> DurationFinder::counted(int i) const {
  const bool bare = unit_days(word(i)).has_value();  // "week or so", "year and a half"
  auto number = bare ? std::optional(NumberRange{1, 1, {i, i}}) : number_at(u, i);
  if (!number && word(i) == "tree") number = NumberRange{3, 3, {i, i + 1}};  // as heard
  if (!number || number->high > kMostCounted) return std::nullopt;
  int at = number->span.last;
  while (kBetween.contains(word(at))) ++at;
  const auto unit = unit_days(word(at));
  if (!unit) return std::nullopt;
  const int half = half_after(at);
  const bool or_so = word(at + 1) == "or" && one_of(word(at + 2), {"so", "more", "two"});
  if (bare && half == 0 && !or_so) return std::nullopt;
  const double extra = half > 0 ? 0.5 : 0;
  Duration d{days(number->low + extra, *unit), days(number->high + extra, *unit), {i, at + 1}};
  modify(d, d.span, number->low == 1);
  d.span.last += or_so ? 2 : half;
  if (or_so) d.high_days = d.high_days * 7 / 5;
  return is_some_day(d) ? std::nullopt : std::optional(d);
}

// A unit glued to its number: "3wks", "10yrs".
std::optional<Duration> DurationFinder::glued(int i) const {
  const std::string_view text = word(i);
  const size_t letters = text.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string_view::npos || letters > 3) return std::nullopt;
  const auto unit = unit_days(text.substr(letters));
  if (!unit) return std::nullopt;
  const int n = days(std::atoi(std::string(text.substr(0, letters)).c_str()), *unit);
  return Duration{n, n, {i, i + 1}};
}

// Notes: "3/7" three days, "2/52" two weeks.
std::optional<Duration> DurationFinder::chart(int i) const {
  const auto text = word(i);
  const size_t slash = text.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash > 2) return std::nullopt;
  if (text.find_first_not_of("0123456789/") != std::string_view::npos) return std::nullopt;
  const int n = std::atoi(std::string(text.substr(0, slash)).c_str());
  const auto unit = text.substr(slash + 1);
  if (unit != "52" && !(unit == "7" && n != 24)) return std::nullopt;
  const int d = unit == "7" ? n : 7 * n;
  return Duration{d, d, {i, i + 1}};
}

}  // namespace intents
