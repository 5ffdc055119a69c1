// Entry point: DurationFinder::begun.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_set>

#include "intents/duration_finder.h"

namespace intents {

namespace {

constexpr int kMostSince = 4;  // words between "since" and the time it names
constexpr int kOldYear = 60;   // "98" is 1998, "24" is 2024

const std::unordered_set<std::string_view> kOnset = {
    "started", "start", "starts", "began",  "begun", "begin", "happened", "appeared",
    "noticed", "came",  "kicked", "flared", "woke",  "hurt",  "hurting"};

// The year that a word names, 0 for none: "2019", "12/3/24", "2025-01-03"; "98" and "80s" after
// since.
int year_named(std::string text, bool since) {
  const bool decade = text.size() == 3 && text.ends_with("0s");
  const bool iso = text.size() > 7 && text[4] == '-';
  const size_t first = text.find_first_of("/-"), last = text.find_last_of("/-");
  const bool date = first != last;
  if (decade) text.pop_back();
  if (date) text = iso ? text.substr(0, 4) : text.substr(last + 1);
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) return 0;
  int year = std::atoi(text.c_str());
  if (text.size() == 2 && (decade || date || (since && year >= kOldYear))) {
    year += year >= kOldYear ? 1900 : 2000;
  }
  return year >= 1930 && year < 2100 ? year : 0;
}

// Day and month only: "12/03". "7/10" is a score.
bool is_day_and_month(std::string_view text) {
  const size_t slash = text.find('/');
  return text.size() >= 4 && text.size() <= 5 && slash != std::string_view::npos && slash > 0 &&
         slash + 1 < text.size() && !text.ends_with("/10") &&
         text.find_first_not_of("0123456789/") == std::string_view::npos;
}

// "3rd", "21st"; or, beside a month, "3".
bool is_day(std::string_view text, bool plain) {
  const size_t letters = std::min(text.find_first_not_of("0123456789"), text.size());
  if (letters == 0 || letters > 2) return false;
  return one_of(text.substr(letters), {"st", "nd", "rd", "th"}) ||
         (plain && letters == text.size());
}

}  // namespace

std::optional<Duration> DurationFinder::year(int i, bool since) const {
  const std::string text(word(i));
  const int named = year_named(text, since);
  const bool decade = text.ends_with("s");
  if (named == 0 || (decade && one_of(word(i - 1), {"my", "her", "his"}))) return std::nullopt;
  using namespace std::chrono;
  const auto begin = sys_days(std::chrono::year(named) / 1 / 1);
  const auto end = sys_days(std::chrono::year(named + (decade ? 10 : 1)) / 1 / 1);
  if (begin > words.today) return std::nullopt;
  const int low = static_cast<int>(std::max(days(0), words.today - end).count());
  return Duration{low, static_cast<int>((words.today - begin).count()), {i, i + 1}};
}

// A time that has begun: a word of the calendar, a year, "the 5th", "12/03".
std::optional<Duration> DurationFinder::moment(int i, bool since) const {
  if (const auto found = year(i, since)) return found;
  if (const auto* entry = entry_at(words.moments, u, i)) {
    const Duration d = duration_of(*entry, i);
    const auto of_year = year(d.span.last, false);  // "march 2023"
    return of_year ? Duration{of_year->low_days, of_year->high_days, {i, d.span.last + 1}} : d;
  }
  if (is_day(word(i), false) && word(i - 1) == "the") return Duration{0, 31, {i, i + 1}};
  if (is_day_and_month(word(i))) return Duration{0, 366, {i, i + 1}};
  return std::nullopt;
}

// Nothing else is said but a date: "march", "3rd of january", "back in 2015".
bool DurationFinder::is_whole_date(Span date) const {
  if (is_day(word(date.last), true)) ++date.last;
  if (is_day(word(date.first - 1), true)) --date.first;
  if (word(date.first - 1) == "of" && is_day(word(date.first - 2), true)) date.first -= 2;
  if (word(date.first - 1) == "in" && word(date.first - 2) == "back") date.first -= 2;
  return is_whole_answer(u, date);
}

// "since Tuesday", "since my birthday", "since about June"; "it started on Monday".
std::optional<Duration> DurationFinder::begun(int i) const {
  const bool since = one_of(word(i), {"since", "sinse", "from"});
  if (since || kOnset.contains(word(i))) {
    const int last = std::min(count() - 1, i + kMostSince);
    for (int k = i + 1; k <= last && u.words[k].before < Break::kClause; ++k) {
      if (kOnset.contains(word(k))) break;
      const auto d = moment(k, since);
      if (!d) continue;
      if (word(d->span.last) == "to") return std::nullopt;  // "from Monday to Friday"
      return Duration{d->low_days, d->high_days, {since ? i : k, d->span.last}};
    }
    return std::nullopt;
  }
  if (word(i - 1) == "on" && one_of(word(i - 2), {"week", "wk"})) return std::nullopt;  // to come
  const auto d = moment(i, false);
  return d && is_whole_date(d->span) ? d : std::nullopt;
}

}  // namespace intents
