// Entry points: Scene::find_dates, Scene::date_of. "2 days ago", "for 3 years", "since 2009",
// "2/52", "in 1998".
#include <algorithm>
#include <charconv>

#include "intents/context_scene.h"

namespace intents {

namespace {

constexpr int kYearDays = 365;
// "50 years" without a "for" is an age; so is "34 years" that opens the message, and "28 weeks" is
// a pregnancy's.
constexpr std::string_view kOfPregnancy[] = {
    "pregnant",  "preg",    "preggers",     "preggo",     "prego",    "pregnancy",
    "gestation", "midwife", "trimester",    "bump",       "spotting", "waters",
    "antenatal", "baby",    "contractions", "tightenings"};
constexpr int kLikelyAge = 45, kAdult = 18, kPregnantWeeks = 5, kTermWeeks = 42, kTermMonths = 9;

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

int days_in_unit(const Scene& s, int word) {
  if (s.is(word, List::kDay)) return 1;
  if (s.is(word, List::kWeek)) return 7;
  if (s.is(word, List::kMonthUnit)) return 30;
  if (s.is(word, List::kYearUnit)) return kYearDays;
  return 0;
}

int value_of(const Scene& s, int word) {
  if (is_number(s.text(word))) return std::max(1, to_int(s.text(word)));
  return s.is(word, List::kOne) ? 1 : 4;  // few, several: their size hardly matters
}

// Charts: 3/7 three days, 2/52 two weeks, 6/12 six months. 0: none of these.
int chart_days(std::string_view word) {
  const size_t slash = word.find('/');
  if (slash == std::string_view::npos || !is_number(word.substr(0, slash))) return 0;
  const std::string_view unit = word.substr(slash + 1);
  const int n = to_int(word);
  return unit == "7" ? n : unit == "52" ? 7 * n : unit == "12" ? 30 * n : 0;
}

int year_in(std::string_view word) {
  if (is_year(word)) return to_int(word);
  const size_t slash = word.rfind('/');
  if (slash != std::string_view::npos && is_year(word.substr(slash + 1))) {
    return to_int(word.substr(slash + 1));
  }
  return 0;
}

bool tells_pregnancy(const Scene& s) {
  for (int i = 0; i < s.size(); ++i) {
    const auto* end = std::end(kOfPregnancy);
    if (std::find(std::begin(kOfPregnancy), end, s.text(i)) != end) return true;
  }
  return false;
}

// "my mother 70 yrs", "I am 82 yrs", "28 weeks and my waters": an age, or the weeks of a pregnancy.
bool tells_age(const Scene& s, Span words) {
  const int before = words.first - 1;
  const std::string_view verb = before >= 0 ? s.text(before) : "";
  const bool person = s.is(before, List::kRelative) || s.is(before, List::kThirdPerson) ||
                      s.is(before, List::kFemale) || s.is(before, List::kMale);
  if (person || verb == "am" || verb == "im" || verb == "is") return true;
  const bool opens = before < 0 && words.last < s.size();
  const int count = value_of(s, words.first), unit = words.last - 1;
  if (s.is(unit, List::kYearUnit)) return count >= kLikelyAge || (opens && count >= kAdult);
  const bool weeks = s.is(unit, List::kWeek);
  if (!weeks && !s.is(unit, List::kMonthUnit)) return false;
  const bool of_pregnancy = weeks ? count <= kTermWeeks : count <= kTermMonths;
  if (of_pregnancy && tells_pregnancy(s)) return true;
  if (!weeks) return false;
  for (int i = words.last; i < words.last + 4 && i < s.size(); ++i) {
    if (s.is(i, List::kNotDated)) return true;
  }
  return opens && count >= kPregnantWeeks && count <= kTermWeeks;
}

// The kind of a duration from the words around it; nullopt: an age, a dose, a plan.
std::optional<Dated::Kind> kind_of(const Scene& s, Span& words) {
  // "3 weeks back"; but "8 weeks, back ache" and "3 weeks back pain" name the back.
  const bool ago = s.is(words.last, List::kAgo) && s.before(words.last) == Break::kNone;
  if (ago && !(s.text(words.last) == "back" && s.is(words.last + 1, List::kState))) {
    ++words.last;
    return Dated::kAgo;
  }
  if (s.is(words.last, List::kHistory)) {
    words.last += s.is(words.last + 1, List::kPreposition) ? 2 : 1;
    return Dated::kHistory;
  }
  int at = words.first - 1;
  while (s.is(at, List::kAbout)) --at;
  if (s.is(at, List::kFor)) {
    if (s.is(at, List::kSince) && s.is(words.last, List::kNotDated)) return std::nullopt;
    words.first = at;
    return Dated::kFor;
  }
  if (at < words.first - 1 && tells_age(s, words)) return std::nullopt;  // "at 30 weeks pregnant"
  if (at < words.first - 1) {                                            // "the past 3 weeks"
    words.first = at + 1;
    return Dated::kFor;
  }
  if (tells_age(s, words)) return std::nullopt;
  const bool bare_end = words.last >= s.size() || s.before(words.last) != Break::kNone ||
                        s.is(words.last, List::kConjunction) || s.is(words.last, List::kEmphasis);
  if (!bare_end || s.is(at, List::kNotDated)) return std::nullopt;
  return Dated::kFor;
}

}  // namespace

// "on 03/12/2007", "Jun 21 2007" in a note is the day of writing; in a patient's message, which
// says "I" or "my", it is long ago.
bool Scene::charted(int year_word) const {
  const bool day = is(year_word - 1, List::kNumber) && is(year_word - 2, List::kMonth);
  const bool full = day || !is_year(text(year_word));
  return full && !any(u_.sentence_of(year_word), List::kOwn);
}

void Scene::find_dates() {
  for (int i = 0; i < size(); ++i) {
    if (const int chart = chart_days(text(i)); chart > 0) {
      Span words{i, i + 1};
      const auto kind = kind_of(*this, words);
      dates_.push_back({words, kind.value_or(Dated::kFor), chart});
    } else if (const int year = year_in(text(i)); year > 0) {
      const int days = std::max(0, this_year_ - year) * kYearDays;
      const bool since = is(i - 1, List::kSince) || is(i - 2, List::kSince);
      const int first = i - (since || is(i - 1, List::kPreposition));
      if (!since && charted(i)) continue;
      dates_.push_back({{first, i + 1}, since ? Dated::kSince : Dated::kOn, days});
    } else if (const int unit = days_in_unit(*this, i); unit > 0) {
      int first = i;
      int count = 2;  // "for years"
      if (is(i - 1, List::kNumber)) count = value_of(*this, first = i - 1);
      if (is(i - 1, List::kPreposition) && is(i - 2, List::kNumber)) {
        count = value_of(*this, first = i - 2);  // "a couple of weeks"
      }
      if (first < i && is(first - 1, List::kOne)) --first;
      const bool counted = first < i;
      Span words{first, i + 1};
      if (!counted && is(i - 1, List::kAbout) && text(i).back() != 's') {  // "last month"
        dates_.push_back({{i - 1, i + 1}, is(i - 2, List::kFor) ? Dated::kFor : Dated::kAgo, unit});
        continue;
      }
      const auto kind = kind_of(*this, words);
      const bool plain = !counted && words == Span{i, i + 1};
      if (kind && !plain) dates_.push_back({words, *kind, count * unit});
    }
  }
}

bool Scene::belongs(const Dated& d, const SceneMention& m) const {
  if (m.span.overlaps(d.words)) return true;
  const bool ahead = d.words.first < m.span.first;
  const int from = ahead ? d.words.last : m.span.last;
  const int to = ahead ? m.span.first : d.words.first;
  bool segment_end = false;
  for (int i = from; i <= to && i < size(); ++i) {
    if (before(i) >= Break::kClause) return false;
    segment_end |= before(i) != Break::kNone;
    if (i < to && (is(i, List::kContrast) || (ahead && is(i, List::kEmphasis)))) {
      return false;
    }
    if (i < to && is(i, List::kPossessive) && i > from && is(i - 1, List::kAnd)) return false;
  }
  if (ahead && d.kind == Dated::kHistory) return true;
  // "surgery 3 years ago and now numbness": what follows "and" has no date of its own.
  const bool at_head = d.words.first <= u_.sentence_of(m.span.first).first + 1;
  if (ahead && !at_head && any({from, to}, List::kAnd)) return false;
  const int head = u_.sentence_of(m.span.first).first;
  if (ahead && segment_end)
    return d.words.first <= head + 1 && before(d.words.last) != Break::kNone;
  return !segment_end || segment_of(d.words.first).size() <= d.words.size() + 1;
}

// R30: the date in the finding's own segment; else one at the head of the sentence, else one
// that stands alone after it.
const Dated* Scene::date_of(const SceneMention& m) const {
  const Dated* best = nullptr;
  int best_distance = 0;
  for (const Dated& d : dates_) {
    if (!belongs(d, m)) continue;
    int distance =
        d.words.first >= m.span.last ? d.words.first - m.span.last : m.span.first - d.words.last;
    if (!(segment_of(d.words.first) == segment_of(m.span.last - 1))) distance += size();
    if (best && best_distance <= distance) continue;
    best = &d;
    best_distance = distance;
  }
  return best;
}

}  // namespace intents
