// Folding of authors' texts, so that phrases and messages meet in one spelling.
#pragma once

#include <string>
#include <string_view>

namespace intents {

// The folded words of `text`, joined by single spaces: "Can't feel!" -> "cant feel".
std::string fold(std::string_view text);

}  // namespace intents
