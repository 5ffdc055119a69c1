// How well labelled messages were answered: counts, rates, and what was missed.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "bot/cli/label.h"
#include "bot/reply.h"

namespace bot::cli {

inline constexpr size_t kLevels = 4;

struct Tally {
  size_t right = 0, all = 0;
  void add(bool is_right) { right += is_right ? 1 : 0, ++all; }
};

// 95 % score interval of a proportion. Source: Wilson, "Probable inference, the law of succession,
// and statistical inference", JASA 22 (1927).
struct Interval {
  double low = 0, high = 1;
};
Interval wilson(const Tally&);

// One level or more, against less. Rows whose label leaves it open are not counted.
struct Threshold {
  Tally sensitivity, specificity;
};

struct Miss {
  std::string id, what, expected, got, text;
};

class Score {
 public:
  // `text`: the message, kept for misses.
  void add(const Label&, const Reply&, const std::string& text);

  std::array<std::array<size_t, kLevels>, kLevels> confusion{};  // [labelled][given]
  std::array<Threshold, kLevels> at_least;                       // by level; none is unused
  Tally level, topic, facet, rejected;
  std::map<std::string, Tally> level_by_kind;
  std::vector<Miss> misses;

 private:
  void add_level(const Label&, knowledge::Level given, const std::string& text);
  void add_topics(const Label&, const Reply&, const std::string& text);
};

}  // namespace bot::cli
