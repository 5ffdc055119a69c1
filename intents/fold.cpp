#include "intents/fold.h"

#include "intents/tokenise.h"

namespace intents {

std::string fold(std::string_view text) {
  std::string result;
  for (const Word& word : tokenise(repair_utf8(text))) {
    if (!result.empty()) result += ' ';
    result += word.text;
  }
  return result;
}

}  // namespace intents
