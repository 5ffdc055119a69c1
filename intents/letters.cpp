// Entry point: fold_letters.
#include "intents/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace intents {

namespace {

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4 || c == 0x2BC ||
         c == 0x2032;
}

void append_folded(const icu::UnicodeString& group, int begin, int end,
                   const icu::Normalizer2& casefold, const icu::Normalizer2& decompose,
                   std::vector<Letter>& out) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString folded = decompose.normalize(casefold.normalize(group, error), error);
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK) continue;
    out.push_back({c, begin, end});
  }
}

}  // namespace

std::vector<Letter> fold_letters(std::string_view raw) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto* decompose = icu::Normalizer2::getNFDInstance(error);
  std::vector<Letter> out;
  out.reserve(raw.size());
  icu::UnicodeString group;
  int group_begin = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(raw.data());
  const int size = static_cast<int>(raw.size());
  for (int i = 0; i < size;) {
    const int begin = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) c = 0xFFFD;
    if (is_apostrophe(c)) c = '\'';
    if (c == 0xBA) c = 0xB0;           // the ordinal mark, typed as a degree sign
    if (group.isEmpty() && c < 128) {  // the common case needs no ICU
      if (i >= size || bytes[i] < 128) {
        out.push_back({c >= 'A' && c <= 'Z' ? c + 32 : c, begin, i});
        continue;
      }
    }
    if (!group.isEmpty() && casefold->hasBoundaryBefore(c)) {
      append_folded(group, group_begin, begin, *casefold, *decompose, out);
      group.remove();
    }
    if (group.isEmpty()) group_begin = begin;
    group.append(c);
  }
  if (!group.isEmpty()) append_folded(group, group_begin, size, *casefold, *decompose, out);
  return out;
}

}  // namespace intents
