// From raw bytes to folded words: the first half of clean(), shared with fold().
//
// Promise: bad UTF-8 is repaired (U+FFFD), text is NFKC case-folded and stripped of accents and
// invisible characters, "can't" becomes "cant", "I'll" becomes "i will", "&" becomes "and", and
// each word knows where it stood. Source of the folding: Unicode UAX #15 and UTS #39, through ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/utterance.h"

namespace intents {

// Replaces each byte that is not UTF-8 by U+FFFD.
std::string repair_utf8(std::string_view raw);

// Words in order, with raw offsets into `raw` (which must be valid UTF-8), break and mark set.
// text_begin and question are left for clean().
std::vector<Word> tokenise(std::string_view raw);

}  // namespace intents
