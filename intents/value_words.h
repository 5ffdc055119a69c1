// Words that stand for a value: "pensioner" for an age, "agony" for a severity.
#pragma once

#include <string>
#include <vector>

namespace intents {

struct ValueWords {
  struct Entry {
    std::vector<std::string> words;  // folded
    double low = 0, high = 0;        // equal for a single value
  };
  std::vector<Entry> entries;  // longest first
};

}  // namespace intents
