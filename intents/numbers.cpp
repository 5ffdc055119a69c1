#include "intents/numbers.h"

#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace intents {

namespace {

const std::map<std::string_view, double> kWords = {
    {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
    {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
    {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
    {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"dozen", 12}};

const std::unordered_set<std::string_view> kCouple = {"couple", "coupla", "cupple", "cpl", "cple"};

// "3", "38.5", "1,000", "1/2".
std::optional<double> digits(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c != ',') text += c;
  }
  if (text == "1/2") return 0.5;
  if (text == "1/4") return 0.25;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool follow(const Utterance& u, int word, std::initializer_list<std::string_view> texts) {
  for (const auto text : texts) {
    if (word >= static_cast<int>(u.words.size()) || u.words[word].text != text) return false;
    ++word;
  }
  return true;
}

double ones_at(const Utterance& u, int word) {
  if (word >= static_cast<int>(u.words.size())) return 0;
  const auto it = kWords.find(u.words[word].text);
  return it != kWords.end() && it->second >= 1 && it->second <= 9 ? it->second : 0;
}

// "thirty nine point two", "two hundred", "a hundred and one".
NumberRange in_words(const Utterance& u, int word, double value) {
  int end = word + 1;
  if (value >= 20 && ones_at(u, end) > 0) value += ones_at(u, end++);
  if (value < 10 && follow(u, end, {"hundred"})) {
    value *= 100;
    ++end;
    if (follow(u, end, {"and"}) && ones_at(u, end + 1) > 0) {
      value += ones_at(u, end + 1);
      end += 2;
    }
  }
  if (follow(u, end, {"point"}) && ones_at(u, end + 1) > 0) {
    value += ones_at(u, end + 1) / 10;
    end += 2;
  }
  return {value, value, {word, end}};
}

std::optional<NumberRange> one_number(const Utterance& u, int word) {
  const std::string& text = u.words[word].text;
  if (auto value = digits(text)) {
    int end = word + 1;
    if (follow(u, end, {"1/2"}) && *value >= 1) *value += 0.5, ++end;
    return NumberRange{*value, *value, {word, end}};
  }
  const size_t dash = text.find('-');
  if (dash != std::string::npos) {
    const auto low = digits(std::string_view(text).substr(0, dash));
    const auto high = digits(std::string_view(text).substr(dash + 1));
    if (low && high) return NumberRange{*low, *high, {word, word + 1}};
  }
  if (text == "a" && follow(u, word + 1, {"hundred"})) {
    NumberRange hundred = in_words(u, word, 1);
    return hundred;
  }
  const auto it = kWords.find(text);
  if (it == kWords.end()) return std::nullopt;
  return in_words(u, word, it->second);
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
  if (at < static_cast<int>(u.words.size()) && kCouple.contains(u.words[at].text)) {
    return range(2, 2, at + 1);
  }
  if (follow(u, at, {"dozen"})) return range(12, 12, at + 1);
  if (follow(u, at, {"good", "few"})) return range(3, 6, at + 2);
  if (follow(u, at, {"few"})) return range(3, 5, at + 1);
  if (follow(u, at, {"several"})) return range(4, 7, at + 1);
  if (follow(u, at, {"half", "an"})) return range(0.5, 0.5, at + 2);
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
  const bool joined = follow(u, end, {"or"}) || follow(u, end, {"to"});
  const int next = joined ? end + 1 : end;
  const int count = static_cast<int>(u.words.size());
  // "2 - 3" with spaces is a range too.
  if (next < count && (joined || u.words[next].mark == '-')) {
    if (const auto second = one_number(u, next); second && second->low > first->low) {
      return NumberRange{first->low, second->high, {word, second->span.last}};
    }
  }
  if (follow(u, end, {"and", "a", "half"})) {
    return NumberRange{first->low + 0.5, first->high + 0.5, {word, end + 3}};
  }
  return first;
}

}  // namespace intents
