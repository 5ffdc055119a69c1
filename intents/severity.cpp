// Entry point: find_severity.
#include <charconv>
#include <string>

#include "intents/numbers.h"
#include "intents/value_parts.h"

namespace intents {

namespace {

constexpr double kWorst = 10;

std::optional<double> plain_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "7/10"; more than ten is ten, unless it is a date ("since 12/10").
std::optional<Number> over_ten(const Utterance& u, int i) {
  const auto text = word_text(u, i);
  if (!text.ends_with("/10")) return std::nullopt;
  const auto value = plain_number(text.substr(0, text.size() - 3));
  const bool date =
      one_of(word_text(u, i - 1), {"since", "on", "from", "of", "born", "dob", "until"});
  if (!value || (*value > kWorst && date)) return std::nullopt;
  return Number{std::min(*value, kWorst), {i, i + 1}};
}

// A bare number rates the pain only after one of these: "pain is 8", "pain level 8", "call it a 7".
bool rated(const Utterance& u, int i, int end) {
  const auto word = [&](int k) { return word_text(u, k); };
  const bool last = end == static_cast<int>(u.words.size()) || u.words[end].before >= Break::kList;
  int cue = i - 1;
  while (
      one_of(word(cue), {"a", "an", "about", "at", "like", "around", "solid", "is", "was", "of"}))
    --cue;
  if (one_of(word(cue), {"level", "score", "scale"}) && word(cue - 1) == "pain") return true;
  if (one_of(word(cue), {"vas", "nrs"})) return true;
  if (word(cue) == "it" && one_of(word(cue - 1), {"rate", "call", "rated"})) return true;
  if (one_of(word(cue), {"rate", "rated"}) && last) return true;
  // "on a scale of 1 to 10 it is 9"
  for (int k = std::max(0, i - 9); k < i; ++k) {
    if (word(k) == "scale" && one_of(word(i - 1), {"is", "its", "a", "about", "say"})) return last;
  }
  return last && word(i - 1) == "is" && one_of(word(i - 2), {"pain", "level"});
}

std::optional<Number> worded(const Utterance& u, int i, const ValueWords& words) {
  const auto* entry = entry_at(words, u, i);
  if (entry == nullptr) return std::nullopt;
  const Span span{i, i + static_cast<int>(entry->words.size())};
  // Longest first, but "not too bad" must not be read as the "bad" at its end.
  return is_whole_answer(u, span) ? std::optional(Number{entry->low, span}) : std::nullopt;
}

}  // namespace

std::optional<Number> find_severity(const Utterance& u, const ValueWords& severities) {
  const int count = static_cast<int>(u.words.size());
  for (int i = 0; i < count; ++i) {
    if (const auto score = over_ten(u, i)) return score;
    if (const auto score = worded(u, i, severities)) return score;
    if (one_of(word_text(u, i), {"a", "an"})) continue;
    const auto number = number_at(u, i);
    if (!number || number->high > kWorst) continue;
    const int end = number->span.last;
    if (word_text(u, end) == "out" && word_text(u, end + 1) == "of" &&
        one_of(word_text(u, end + 2), {"10", "ten"})) {
      return Number{number->high, {i, end + 3}};
    }
    if (rated(u, i, end)) return Number{number->high, number->span};
  }
  return std::nullopt;
}

}  // namespace intents
