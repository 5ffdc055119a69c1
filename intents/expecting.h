// The question that was asked last, as far as it changes how the answer is read (rules R25, R26).
#pragma once

namespace intents {

struct Expecting {
  // "Any numbness?": yes is bad. "Can you feel it when you wipe?": no is bad.
  bool yes_is_bad = true;
};

}  // namespace intents
