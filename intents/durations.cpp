#include "intents/durations.h"

#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "intents/numbers.h"

namespace intents {

namespace {

constexpr int kForever = 36'500;  // days; "for years" has no upper end

const std::map<std::string_view, double> kUnits = {
    {"hour", 1 / 24.0}, {"hours", 1 / 24.0}, {"hr", 1 / 24.0}, {"hrs", 1 / 24.0},
    {"day", 1},         {"days", 1},         {"week", 7},      {"weeks", 7},
    {"wk", 7},          {"wks", 7},          {"fortnight", 14}, {"fortnights", 14},
    {"month", 30},      {"months", 30},      {"mth", 30},      {"mths", 30},
    {"mos", 30},        {"year", 365},       {"years", 365},   {"yr", 365},
    {"yrs", 365},       {"decade", 3650},    {"decades", 3650}};

const std::unordered_set<std::string_view> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon",    "tues",    "weds",      "thurs",    "fri"};
const std::unordered_set<std::string_view> kMonthNames = {
    "january", "february", "march",     "april",   "june",     "july",     "august",
    "september", "october", "november", "december", "christmas", "easter", "xmas"};
const std::unordered_set<std::string_view> kNotBefore = {"in", "every", "within", "next", "after",
                                                         "until", "till", "per", "each"};
const std::unordered_set<std::string_view> kNotAfter = {
    "old", "pregnant", "preg", "gestation", "younger", "older", "gone", "supply", "from", "postpartum"};

struct Reader {
  const Utterance& u;
  std::vector<Duration> found;

  std::string_view word(int i) const {
    return i >= 0 && i < static_cast<int>(u.words.size()) ? std::string_view(u.words[i].text)
                                                          : std::string_view();
  }

  bool excluded(Span span) const {
    if (kNotAfter.contains(word(span.last))) return true;
    if (word(span.last) == "of" && word(span.last + 1) == "age") return true;
    const auto before = word(span.first - 1);
    if (before == "next" || word(span.first - 2) == "next") return true;
    return kNotBefore.contains(before);
  }

  // A unit glued to its number: "3wks", "10yrs".
  std::optional<Duration> glued(int i) const {
    const std::string_view text = word(i);
    const size_t letters = text.find_first_not_of("0123456789");
    if (letters == 0 || letters == std::string_view::npos) return std::nullopt;
    const auto unit = kUnits.find(text.substr(letters));
    if (unit == kUnits.end()) return std::nullopt;
    const double n = std::stod(std::string(text.substr(0, letters)));
    if (n > 1000) return std::nullopt;
    const int days = static_cast<int>(std::floor(n * unit->second));
    return Duration{days, days, {i, i + 1}};
  }

  std::optional<Duration> counted(int i) const {
    const auto number = number_at(u, i);
    if (!number || number->high > 1000) return std::nullopt;
    int at = number->span.last;
    while (word(at) == "long" || word(at) == "whole" || word(at) == "solid" || word(at) == "or" ||
           word(at) == "so" || word(at) == "good" || word(at) == "full" || word(at) == "more") {
      ++at;
    }
    const auto unit = kUnits.find(word(at));
    if (unit == kUnits.end()) return std::nullopt;
    Duration d{static_cast<int>(std::floor(number->low * unit->second)),
               static_cast<int>(std::floor(number->high * unit->second)),
               {i, at + 1}};
    // "nearly six weeks" is less than six, "over a year" more.
    const auto before = word(i - 1);
    if (before == "over" || (before == "than" && word(i - 2) == "more") || before == "past") {
      if (before != "past") d.low_days += 1;
      d.high_days = before == "past" ? d.high_days : kForever;
    }
    if (before == "nearly" || before == "almost" || before == "under") d.low_days = d.low_days * 9 / 10;
    return d;
  }

  // "for years", "months of pain", "weeks now", "for ages".
  std::optional<Duration> uncounted(int i) const {
    const auto text = word(i);
    const auto before = word(i - 1), after = word(i + 1);
    const bool lasting = before == "for" || before == "since" || after == "of" || after == "now" ||
                         (before == "many" || before == "several");
    if (!lasting) return std::nullopt;
    if (text == "years" || text == "yrs" || text == "decades") return Duration{730, kForever, {i, i + 1}};
    if (text == "months") return Duration{60, 365, {i, i + 1}};
    if (text == "weeks") return Duration{14, 60, {i, i + 1}};
    if (text == "days") return Duration{2, 10, {i, i + 1}};
    if (text == "ages" || text == "yonks" || text == "forever") return Duration{60, kForever, {i, i + 1}};
    return std::nullopt;
  }

  // "since Tuesday", "since last night", "since September", "since 2019".
  std::optional<Duration> since(int i) const {
    if (word(i) != "since" && word(i) != "sinse") return std::nullopt;
    int at = i + 1;
    const bool last = word(at) == "last";
    if (last || word(at) == "the" || word(at) == "early" || word(at) == "about") ++at;
    const auto text = word(at);
    const Span span{i, at + 1};
    if (text == "this" || text == "today" || text == "lunch" || text == "earlier") return Duration{0, 1, span};
    if (text == "yesterday" || text == "night" || text == "tonight") return Duration{1, 1, span};
    if (kWeekdays.contains(text)) return Duration{1, 7, span};
    if (text == "weekend") return Duration{2, 7, span};
    if (last && text == "week") return Duration{7, 13, span};
    if (last && text == "month") return Duration{28, 60, span};
    if (last && text == "year") return Duration{180, 730, span};
    if (last && (text == "summer" || text == "winter" || text == "spring" || text == "autumn")) {
      return Duration{60, 500, span};
    }
    if (kMonthNames.contains(text)) return Duration{42, 365, span};
    const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
    if (year || text == "childhood" || text == "birth" || text == "teens" || text == "school") {
      return Duration{300, kForever, span};
    }
    return std::nullopt;
  }
};

}  // namespace

std::vector<Duration> find_durations(const Utterance& u) {
  Reader reader{u, {}};
  for (int i = 0; i < static_cast<int>(u.words.size());) {
    std::optional<Duration> d = reader.since(i);
    if (!d) d = reader.glued(i);
    if (!d) d = reader.counted(i);
    if (!d) d = reader.uncounted(i);
    if (!d) {
      ++i;
      continue;
    }
    if (!reader.excluded(d->span)) reader.found.push_back(*d);
    i = d->span.last;
  }
  return std::move(reader.found);
}

}  // namespace intents
