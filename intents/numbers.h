// Numbers in words and digits, as patients type them: "3", "2-3", "two or three", "a couple of".
#pragma once

#include <optional>

#include "intents/utterance.h"

namespace intents {

struct NumberRange {
  double low = 0, high = 0;
  Span span;
};

// The number that begins at `word`; "three and a half" is one number. "a" and "an" are one.
std::optional<NumberRange> number_at(const Utterance&, int word);

}  // namespace intents
