// Entry point: unmask_look_alikes.
#include "intents/look_alikes.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <map>
#include <unordered_map>

namespace intents {

namespace {

struct Range {
  UChar32 first, last;
};
// Latin beyond ASCII, Greek, Cyrillic, Armenian, Cherokee, phonetic letters, Coptic, Lisu.
constexpr Range kRanges[] = {{0x100, 0x58F},   {0x13A0, 0x13FF}, {0x1D00, 0x1DBF}, {0x2C60, 0x2CFF},
                             {0xA4D0, 0xA4FF}, {0xA720, 0xA7FF}, {0xAB30, 0xABBF}};

class Skeletons {
 public:
  Skeletons() : checker_(uspoof_open(&error_)) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      latin_.emplace(of(letter), letter);
      latin_.emplace(of(u_toupper(letter)), letter);
    }
    for (const Range range : kRanges) {
      for (UChar32 c = range.first; c <= range.last; ++c) add(c);
    }
    uspoof_close(checker_);
  }

  char latin(UChar32 c) const {
    const auto it = looks_like_.find(c);
    return it == looks_like_.end() ? '\0' : it->second;
  }

 private:
  icu::UnicodeString of(UChar32 c) {
    icu::UnicodeString result;
    if (U_SUCCESS(error_)) uspoof_getSkeletonUnicodeString(checker_, 0, c, result, &error_);
    return result;
  }

  // Letters reach us in lower case, but a capital may have been typed for its looks.
  void add(UChar32 c) {
    if (!u_isalpha(c)) return;
    for (const UChar32 shape : {c, u_toupper(c)}) {
      const auto it = latin_.find(of(shape));
      if (it == latin_.end()) continue;
      looks_like_.emplace(c, it->second);
      return;
    }
  }

  UErrorCode error_ = U_ZERO_ERROR;
  USpoofChecker* checker_;
  std::map<icu::UnicodeString, char> latin_;
  std::unordered_map<UChar32, char> looks_like_;
};

bool is_latin(UChar32 c) { return c >= 'a' && c <= 'z'; }

}  // namespace

void unmask_look_alikes(std::vector<Letter>& letters) {
  size_t latin = 0, others = 0;
  for (const Letter& letter : letters) {
    latin += is_latin(letter.c) ? 1 : 0;
    others += letter.c >= 128 && u_isalpha(letter.c) ? 1 : 0;
  }
  if (others == 0) return;
  static const Skeletons skeletons;
  for (size_t begin = 0; begin < letters.size();) {
    size_t end = begin;
    bool all_known = true, mixed = false;
    for (; end < letters.size() && u_isalpha(letters[end].c); ++end) {
      mixed = mixed || is_latin(letters[end].c);
      all_known = all_known && (letters[end].c < 128 || skeletons.latin(letters[end].c) != '\0');
    }
    if (all_known && (mixed || latin > others)) {
      for (size_t i = begin; i < end; ++i) {
        if (letters[i].c >= 128) letters[i].c = skeletons.latin(letters[i].c);
      }
    }
    begin = end + 1;
  }
}

}  // namespace intents
