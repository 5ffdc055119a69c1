// Entry point: find_celsius.
#include <charconv>
#include <string>

#include "intents/numbers.h"
#include "intents/value_parts.h"

namespace intents {

namespace {

constexpr double kColdest = 34, kHottest = 43;  // of a living body, Celsius
constexpr double kColdestF = 94, kHottestF = 110;
constexpr double kSurelyFahrenheit = 99;  // alone, no age and no count is like that

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Reading {
  double value = 0;
  char unit = 0;  // 'c', 'f', 't' for "t38.9", 0: none said
  Span span;
};

std::optional<double> plain_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "38.5", "39c", "t38.9", "thirty nine point two", "38 and a half", "38,5".
std::optional<Reading> reading_at(const Utterance& u, int i) {
  std::string_view text = word_text(u, i);
  Reading reading{0, 0, {i, i + 1}};
  if (text.size() > 2 && text[0] == 't' && is_digit(text[1])) {
    reading.unit = 't';
    text.remove_prefix(1);
  }
  if (text.size() > 1 && (text.back() == 'c' || text.back() == 'f')) {
    reading.unit = text.back();
    text.remove_suffix(1);
  }
  if (reading.unit == 0) {
    const auto number = number_at(u, i);
    if (!number || number->low != number->high) return std::nullopt;
    reading.value = number->low;
    reading.span = number->span;
  } else if (const auto value = plain_number(text)) {
    reading.value = *value;
  } else {
    return std::nullopt;
  }
  const auto next = word_text(u, i + 1);
  const bool comma = reading.span.size() == 1 && next.size() == 1 && is_digit(next[0]) &&
                     u.words[i + 1].mark == ',' &&
                     u.words[i + 1].raw_begin == u.words[i].raw_end + 1;
  if (comma) {
    reading.value += (next[0] - '0') / 10.0;
    reading.span.last = i + 2;
  }
  return reading;
}

// Whether a word beside the number says that it is a temperature.
bool has_cue(const Utterance& u, const Reading& r) {
  const auto word = [&](int k) { return word_text(u, k); };
  const int first = r.span.first, end = r.span.last;
  if (one_of(word(end), {"temp", "temperature", "fever"}) || word(first - 1) == "t") return true;
  if (word(end) == "under" && one_of(word(end + 1), {"the", "my"})) return true;
  if (word(first - 1) == "running" && r.value >= kColdestF) return true;
  for (int k = std::max(0, first - 4); k < first; ++k) {
    const bool said = one_of(word(k), {"temp", "tmp", "temperature", "fever", "thermometer"});
    const bool of_a_thing =
        one_of(word(k - 1), {"room", "water", "oven", "bath", "outside", "air"});
    if (said && !of_a_thing && u.sentence_of(k) == u.sentence_of(first)) return true;
  }
  // Alone, a decimal or a Fahrenheit figure will do: no other question is answered like that.
  const bool alone = r.span.size() == static_cast<int>(u.words.size());
  const bool decimal =
      word(first).find('.') != std::string_view::npos || r.value != static_cast<int>(r.value);
  return alone && (decimal || r.value >= kSurelyFahrenheit);
}

}  // namespace

std::optional<Number> find_celsius(const Utterance& u) {
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    auto reading = reading_at(u, i);
    if (!reading) continue;
    const int end = reading->span.last;
    const bool degrees = one_of(word_text(u, end), {"degrees", "deg", "degree"}) ||
                         (end < static_cast<int>(u.words.size()) && u.words[end].mark == '*');
    const auto unit = word_text(u, degrees ? end + 1 : end);
    if (one_of(unit, {"c", "celsius", "centigrade"})) reading->unit = 'c';
    if (one_of(unit, {"f", "fahrenheit"})) reading->unit = 'f';
    if (reading->unit == 0 && !degrees && !has_cue(u, *reading)) continue;
    if (one_of(unit, {"years", "year", "yo", "weeks", "days", "hours", "hrs", "percent"})) continue;
    const double value = reading->value;
    if (value >= kColdest && value <= kHottest && reading->unit != 'f') {
      return Number{value, reading->span};
    }
    if (value >= kColdestF && value <= kHottestF && reading->unit != 'c') {
      return Number{(value - 32) / 1.8, reading->span};
    }
  }
  return std::nullopt;
}

}  // namespace intents
