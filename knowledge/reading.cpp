#include "knowledge/reading.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace knowledge {

namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

int syllables(const std::string& word) {
  int count = 0;
  bool vowel_before = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c);
    if (vowel && !vowel_before) ++count;
    vowel_before = vowel;
  }
  if (word.size() > 2 && word.ends_with("e") && !word.ends_with("le") && count > 1) --count;
  return std::max(1, count);
}

}  // namespace

double reading_grade(std::string_view text) {
  int words = 0, sentences = 0, total = 0;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    total += syllables(word);
    word.clear();
  };
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (c != '\'') {
      end_word();
      if (c == '.' || c == '!' || c == '?' || c == ';') ++sentences;
    }
  }
  end_word();
  if (words == 0) return 0;
  sentences = std::max(1, sentences);
  return 0.39 * words / sentences + 11.8 * total / words - 15.59;
}

}  // namespace knowledge
