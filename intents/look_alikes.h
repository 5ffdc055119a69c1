// Letters of other scripts that look like Latin ones, typed to decorate or to slip past a filter:
// "саnt" with a Cyrillic "с" and "а" is "cant".
//
// Source: Unicode Technical Standard 39, section 4 (confusable skeletons), through ICU.
// Threads: safe.
#pragma once

#include <vector>

#include "intents/letters.h"

namespace intents {

// Puts the Latin letter in place of its look-alikes, in words that mix scripts, and in words of
// look-alikes alone when the message is written in Latin letters. A message in another script
// stays as it is.
void unmask_look_alikes(std::vector<Letter>& letters);

}  // namespace intents
