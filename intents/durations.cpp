// Entry point: DurationReader::find.
#include "intents/durations.h"

#include <optional>
#include <string_view>
#include <unordered_set>

#include "intents/duration_finder.h"

namespace intents {

namespace {

using Words = std::unordered_set<std::string_view>;

const Words kNotBefore = {"in",      "every",  "within",  "next", "after",    "until", "till",
                          "per",     "each",   "aged",    "age",  "pregnant", "preg",  "wait",
                          "waiting", "waited", "another", "once", "twice",    "times", "x"};
const Words kNotAfter = {"old",       "pregnant", "preg",     "gestation",  "younger",  "older",
                         "gone",      "supply",   "from",     "postpartum", "post",     "postop",
                         "guarantee", "warranty", "course",   "walk",       "break",    "off",
                         "away",      "holiday",  "holidays", "session",    "sessions", "later",
                         "notice",    "plan",     "shift",    "shifts",     "time",     "mattress"};
const Words kTaken = {"take",    "taking",  "taken", "took", "prescribed", "rest",
                      "resting", "holiday", "away",  "use",  "using",      "signed"};
const Words kLastingBefore = {"for",  "since", "many", "these", "bloody", "been",
                              "from", "past",  "last", "sinse", "goes",   "several"};
const Words kLastingAfter = {"of", "now", "already", "and"};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool DurationFinder::excluded(Span span) const {
  const auto before = word(span.first - 1), after = word(span.last);
  if (kNotAfter.contains(after) && u.words[span.last].before < Break::kClause) return true;
  if (after == "of" && word(span.last + 1) == "age") return true;
  // "5 days a week"; seen from its end, "5 days" or "40" comes before "a week".
  if (one_of(after, {"a", "per", "each", "every"}) && unit_days(word(span.last + 1))) return true;
  if (one_of(word(span.first), {"a", "an"}) && (unit_days(before) || is_number(before)))
    return true;
  if (after == "on" && is_weekday(span.last + 1)) return true;
  if (before == "next" || (word(span.first - 2) == "next" && span.size() > 1)) return true;
  if (before == "for") {
    for (int k = span.first - 2; k >= std::max(0, span.first - 4); --k) {
      if (kTaken.contains(word(k))) return true;
    }
  }
  return kNotBefore.contains(before);
}

bool DurationFinder::is_weekday(int i) const { return word(i).ends_with("day"); }

std::optional<Duration> DurationFinder::lasting(int i) const {
  if (const auto* entry = entry_at(words.lifelong, u, i)) return duration_of(*entry, i);
  const auto* entry = entry_at(words.lasting, u, i);
  if (entry == nullptr) return std::nullopt;
  const Duration d = duration_of(*entry, i);
  const auto before = word(i - 1), after = word(d.span.last);
  const bool one = entry->words.size() == 1 && entry->low == entry->high;  // "a week" is counted
  const bool cue = one ? one_of(before, {"for", "past", "since", "from"})
                       : kLastingBefore.contains(before) || kLastingAfter.contains(after);
  const bool takes = one_of(before, {"takes", "take", "took"}) || one_of(before, {"in", "within"});
  if (takes || !(cue || is_whole_answer(u, d.span))) return std::nullopt;
  if (after == "and" && !is_whole_answer(u, d.span) && !kLastingBefore.contains(before))
    return std::nullopt;
  return d;
}

Duration duration_of(const ValueWords::Entry& entry, int i) {
  return {static_cast<int>(entry.low),
          static_cast<int>(entry.high),
          {i, i + static_cast<int>(entry.words.size())}};
}

void DurationReader::set_today(std::chrono::system_clock::time_point now) {
  today = std::chrono::floor<std::chrono::days>(now);
}

std::vector<Duration> DurationReader::find(const Utterance& u) const {
  const DurationFinder finder{*this, u};
  std::vector<Duration> found;
  for (int i = 0; i < finder.count();) {
    std::optional<Duration> d = finder.begun(i);
    const bool certain = d.has_value();  // what "since" names is no plan
    if (!d) d = finder.glued(i);
    if (!d) d = finder.counted(i);
    if (!d) d = finder.chart(i);
    if (!d) d = finder.lasting(i);
    if (!d) {
      ++i;
      continue;
    }
    if (certain || !finder.excluded(d->span)) found.push_back(*d);
    i = d->span.last;
  }
  return found;
}

}  // namespace intents
