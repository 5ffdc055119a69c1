#include "bot/about_whom.h"

#include <algorithm>
#include <string_view>

namespace bot {

namespace {

using intents::Span;
using intents::Utterance;

constexpr std::string_view kSelfWords[] = {"i", "im", "ive", "id", "ill", "me", "mine", "myself"};
constexpr std::string_view kOtherWords[] = {"he",  "she", "hes",  "shes",    "his",
                                            "her", "him", "hers", "himself", "herself"};
constexpr std::string_view kKin[] = {
    "mum",         "mom",         "mother",    "mam",        "ma",     "dad",      "father",
    "husband",     "wife",        "partner",   "hubby",      "son",    "daughter", "brother",
    "sister",      "nan",         "gran",      "grandma",    "granny", "grandad",  "grandpa",
    "grandmother", "grandfather", "boyfriend", "girlfriend", "fiance", "friend",   "mate",
    "uncle",       "aunt",        "auntie",    "kid",        "child",  "toddler",  "teenager",
    "neighbour",   "neighbor",    "colleague"};

template <size_t kSize>
bool is_one_of(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

Whom about_whom(const Utterance& u, Span words) {
  bool self = false, other = false;
  for (int i = words.first; i < words.last; ++i) {
    const std::string& word = u.words[i].text;
    const bool kin_next = i + 1 < words.last && is_one_of(kKin, u.words[i + 1].text);
    if (is_one_of(kSelfWords, word) || (word == "my" && !kin_next)) self = true;
    if (is_one_of(kOtherWords, word) || (word == "my" && kin_next)) other = true;
  }
  if (self) return Whom::kSelf;
  return other ? Whom::kOther : Whom::kUnclear;
}

Whom about_whom(const Utterance& u) { return about_whom(u, {0, static_cast<int>(u.words.size())}); }

}  // namespace bot
