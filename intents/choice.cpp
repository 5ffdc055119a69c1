// Entry point: find_choice.
#include <map>

#include "intents/numbers.h"
#include "intents/value_parts.h"

namespace intents {

constexpr double kMostOptions = 10;

// "the second one", "option 2", "number three", "the last one"; a bare figure as whole message.
std::optional<Number> find_choice(const Utterance& u) {
  static const std::map<std::string_view, double> kOrdinals = {
      {"first", 1}, {"1st", 1},     {"second", 2}, {"2nd", 2},   {"third", 3},
      {"3rd", 3},   {"fourth", 4},  {"4th", 4},    {"fifth", 5}, {"5th", 5},
      {"last", -1}, {"latter", -1}, {"former", 1}};
  const auto word = [&](int k) { return word_text(u, k); };
  const int count = static_cast<int>(u.words.size());
  for (int i = 0; i < count; ++i) {
    const auto it = kOrdinals.find(word(i));
    if (it != kOrdinals.end() &&
        (word(i + 1) == "one" || i + 1 == count || one_of(word(i + 1), {"option", "choice"})) &&
        (count <= 2 || i + 1 < count)) {
      return Number{it->second, {i, i + 1}};
    }
    if (one_of(word(i), {"option", "number", "no", "choice"}) && i + 1 < count && count <= 6) {
      const auto number = number_at(u, i + 1);
      const bool digit = number && number->low >= 1 && number->low <= 9 && word(i + 1) != "a";
      const bool named = word(i) != "no" || count == 2;
      if (digit && named) return Number{number->low, number->span};
    }
  }
  const auto alone = count == 1 ? number_at(u, 0) : std::nullopt;
  if (alone && alone->low >= 1 && alone->low <= kMostOptions && word(0) != "a") {
    return Number{alone->low, alone->span};
  }
  return std::nullopt;
}

}  // namespace intents
