// Folding one letter at a time: NFKC, lower case, no accents, nothing invisible; every apostrophe
// is
// "'". Each folded letter knows the bytes it came from; several can come from one ("1/2" typed as
// one sign).
#pragma once

#include <unicode/umachine.h>

#include <string_view>
#include <vector>

namespace intents {

struct Letter {
  UChar32 c;
  int begin, end;  // bytes of the raw text
};

std::vector<Letter> fold_letters(std::string_view raw);

}  // namespace intents
