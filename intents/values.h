// The figures and places in a message: how long, how old, how bad, how hot, where, which side.
//
// Promise: a number counts only with its unit or its cue ("39 years", "39 C", "9/10", "lost two
// stone" never mix). Spans are words of the Utterance.
// Threads: const after load().
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "intents/durations.h"
#include "intents/utterance.h"
#include "intents/value_words.h"

namespace intents {

struct Number {
  double value = 0;
  Span span;
};

struct Values {
  std::vector<Duration> durations;  // how long something has gone on, in order of place
  std::optional<Number> age;        // years, of the person spoken of
  std::optional<Number> severity;   // 0 to 10
  std::optional<Number> celsius;    // body temperature; Fahrenheit is converted
  std::optional<Number> weeks_pregnant;
  std::optional<Number> choice;      // "the second one", "option 2"; counted from 1, -1: the last
  std::vector<std::string> regions;  // neck upper mid low tailbone buttock leg arm, each once
  // The place, from 0, that `choice` names in a list of so many; nothing when it names none.
  std::optional<size_t> chosen_of(size_t count) const;
  std::string side;  // left right both one; empty: none
};

class ValueReader {
 public:
  // data/FOLDER/values.json: the words for regions, sides, times, severities and ages.
  static ValueReader load(const std::filesystem::path& data, const std::string& folder,
                          base::Problems& problems);
  Values read(const Utterance&) const;

 private:
  struct RegionWords {
    std::string id;
    std::vector<std::string> words;  // folded
  };
  std::vector<RegionWords> regions_;
  std::vector<RegionWords> sides_;
  DurationReader durations_;
  ValueWords severities_, ages_;
};

}  // namespace intents
