#include "intents/numbers.h"

#include <charconv>
#include <map>
#include <string>
#include <string_view>

namespace intents {

namespace {

const std::map<std::string_view, double> kWords = {
    {"zero", 0},     {"one", 1},       {"two", 2},        {"three", 3},    {"four", 4},
    {"five", 5},     {"six", 6},       {"seven", 7},      {"eight", 8},    {"nine", 9},
    {"ten", 10},     {"eleven", 11},   {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},  {"thirty", 30},   {"forty", 40},     {"fifty", 50},   {"sixty", 60},
    {"seventy", 70}, {"eighty", 80},   {"ninety", 90},    {"hundred", 100}};

std::optional<double> digits(std::string_view text) {
  if (!text.empty() && text.back() == '+') text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<NumberRange> one_number(const Utterance& u, int word) {
  const int count = static_cast<int>(u.words.size());
  const std::string& text = u.words[word].text;
  if (const auto value = digits(text)) return NumberRange{*value, *value, {word, word + 1}};
  const size_t dash = text.find('-');
  if (dash != std::string::npos) {
    const auto low = digits(std::string_view(text).substr(0, dash));
    const auto high = digits(std::string_view(text).substr(dash + 1));
    if (low && high) return NumberRange{*low, *high, {word, word + 1}};
  }
  const auto it = kWords.find(text);
  if (it == kWords.end()) return std::nullopt;
  double value = it->second;
  int end = word + 1;
  if (value >= 20 && value < 100 && end < count) {
    const auto ones = kWords.find(u.words[end].text);
    if (ones != kWords.end() && ones->second >= 1 && ones->second <= 9) {
      value += ones->second;
      ++end;
    }
  }
  return NumberRange{value, value, {word, end}};
}

bool follow(const Utterance& u, int word, std::initializer_list<std::string_view> texts) {
  for (const auto text : texts) {
    if (word >= static_cast<int>(u.words.size()) || u.words[word].text != text) return false;
    ++word;
  }
  return true;
}

// "couple (of)", "few", "several", "half a", "a".
std::optional<NumberRange> vague_number(const Utterance& u, int word) {
  int at = word;
  const bool article = u.words[at].text == "a" || u.words[at].text == "an";
  if (article) ++at;
  const auto range = [&](double low, double high, int end) {
    if (follow(u, end, {"of"})) ++end;
    return NumberRange{low, high, {word, end}};
  };
  if (follow(u, at, {"couple"})) return range(2, 2, at + 1);
  if (follow(u, at, {"good", "few"})) return range(3, 6, at + 2);
  if (follow(u, at, {"few"})) return range(3, 5, at + 1);
  if (follow(u, at, {"several"})) return range(3, 7, at + 1);
  if (follow(u, at, {"half", "a"})) return range(0.5, 0.5, at + 2);
  if (follow(u, at, {"half"})) return range(0.5, 0.5, at + 1);
  if (article) return NumberRange{1, 1, {word, word + 1}};
  return std::nullopt;
}

}  // namespace

std::optional<NumberRange> number_at(const Utterance& u, int word) {
  auto first = one_number(u, word);
  if (!first) return vague_number(u, word);
  const int end = first->span.last;
  if (end + 1 < static_cast<int>(u.words.size()) &&
      (u.words[end].text == "or" || u.words[end].text == "to")) {
    if (const auto second = one_number(u, end + 1); second && second->low > first->low) {
      return NumberRange{first->low, second->high, {word, second->span.last}};
    }
  }
  if (follow(u, end, {"and", "a", "half"})) {
    return NumberRange{first->low + 0.5, first->high + 0.5, {word, end + 3}};
  }
  return first;
}

}  // namespace intents
