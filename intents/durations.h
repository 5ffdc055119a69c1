// How long something has gone on: "3 weeks", "a fortnight", "since Tuesday", "for years".
//
// "in 3 weeks", "every 2 days", "30 weeks pregnant" and ages are no durations. A bare time ("last
// week") is one as the whole answer or where a beginning is told ("it started last week").
// Const after loading.
#pragma once

#include <chrono>
#include <vector>

#include "intents/utterance.h"
#include "intents/value_words.h"

namespace intents {

struct Duration {
  int low_days = 0, high_days = 0;  // "2-3 weeks" is 14 to 21; "over a year" has a high end
  Span span;
};

struct DurationReader {
  ValueWords lifelong;  // count wherever they stand
  ValueWords lasting;   // need "for", "of", "now" or the like beside them
  ValueWords moments;   // need "since" or a beginning before them
  std::chrono::sys_days today{};

  void set_today(std::chrono::system_clock::time_point now);
  std::vector<Duration> find(const Utterance&) const;  // in order of place
};

}  // namespace intents
