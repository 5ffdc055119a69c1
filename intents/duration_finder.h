// Inside durations.cpp: the readers of one message, each for one way to tell a time.
#pragma once

#include <optional>
#include <string_view>

#include "intents/durations.h"
#include "intents/value_parts.h"

namespace intents {

// Each reader says what begins at word `i`; nullopt: nothing of its kind.
struct DurationFinder {
  const DurationReader& words;
  const Utterance& u;

  std::optional<Duration> counted(int i) const;  // "3 weeks", "a year and a half"
  std::optional<Duration> glued(int i) const;    // "3wks"
  std::optional<Duration> chart(int i) const;    // "2/52"
  std::optional<Duration> lasting(int i) const;  // "for years", "all my life"
  std::optional<Duration> begun(int i) const;    // "since Tuesday", "it started last week"

  // "in 3 weeks", "5 days a week": no time that has gone by.
  bool excluded(Span) const;

  std::string_view word(int i) const { return word_text(u, i); }
  int count() const { return static_cast<int>(u.words.size()); }

 private:
  std::optional<Duration> year(int i, bool since) const;
  std::optional<Duration> moment(int i, bool since) const;
  bool is_whole_date(Span) const;
  void modify(Duration&, Span counted, bool single) const;
  int half_after(int at) const;
  bool is_some_day(const Duration&) const;
  bool is_weekday(int i) const;
};

// The words of the table at `i` as a duration.
Duration duration_of(const ValueWords::Entry&, int i);

// The days of a unit of time; nullopt for another word.
std::optional<double> unit_days(std::string_view word);

}  // namespace intents
