#include "bot/cli/safety/retyped.h"

#include <cctype>
#include <functional>
#include <string_view>

namespace bot::cli {

namespace {

constexpr size_t kTypoLetters = 5;
constexpr std::string_view kZeroWidthSpace = "\u200B";

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Every ASCII letter replaced by what `change` says; all else stays.
std::string letters_changed(const std::string& text,
                            const std::function<std::string(char)>& change) {
  std::string out;
  for (const char c : text) out += is_letter(c) ? change(c) : std::string(1, c);
  return out;
}

char beside_on_keyboard(char letter) {
  static constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  for (const auto row : kRows) {
    const size_t at = row.find(letter);
    if (at != std::string_view::npos) return at + 1 < row.size() ? row[at + 1] : row[at - 1];
  }
  return letter;
}

// Never the first letter, which people seldom miss. The slip turns with the word's place.
std::string slipped(const std::string& word, size_t turn) {
  const size_t at = 1 + (turn * 7 + word.size()) % (word.size() - 2);
  std::string out = word;
  switch (turn % 4) {
    case 0:
      out.insert(at, 1, word[at]);
      break;
    case 1:
      out.erase(at, 1);
      break;
    case 2:
      std::swap(out[at], out[at + 1]);
      break;
    default:
      out[at] = beside_on_keyboard(word[at]);
  }
  return out;
}

}  // namespace

std::string in_capitals(const std::string& text) {
  return letters_changed(text, [](char c) {
    return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
  });
}

std::string without_punctuation(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool in_number = i > 0 && std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                           i + 1 < text.size() &&
                           std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (std::ispunct(c) == 0 || in_number || c == '%') {
      out += text[i];
    } else if (c != '\'') {
      out += ' ';
    }
  }
  return out;
}

std::string with_curly_quotes(const std::string& text) {
  std::string out;
  bool open = false;
  for (const char c : text) {
    if (c == '\'') {
      out += "\u2019";
    } else if (c == '"') {
      open = !open;
      out += open ? "\u201C" : "\u201D";
    } else {
      out += c;
    }
  }
  return out;
}

std::string with_zero_width(const std::string& text) {
  std::string out;
  size_t in_word = 0;
  for (const char c : text) {
    in_word = is_letter(c) ? in_word + 1 : 0;
    if (in_word == 3) out += kZeroWidthSpace;
    out += c;
  }
  return out;
}

std::string with_homoglyphs(const std::string& text) {
  return letters_changed(text, [](char c) -> std::string {
    switch (c) {
      case 'a':
        return "\u0430";
      case 'c':
        return "\u0441";
      case 'e':
        return "\u0435";
      case 'o':
        return "\u043E";
      case 'p':
        return "\u0440";
      case 'x':
        return "\u0445";
      default:
        return std::string(1, c);
    }
  });
}

std::string in_fancy_font(const std::string& text) {
  return letters_changed(text, [](char c) {
    // U+1D400 bold A to Z, U+1D41A bold a to z; all of them four bytes in UTF-8.
    const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
    const unsigned code =
        (upper ? 0x1D400U : 0x1D41AU) + static_cast<unsigned>(c - (upper ? 'A' : 'a'));
    std::string bytes = "\xF0\x9D";
    bytes += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    bytes += static_cast<char>(0x80U | (code & 0x3FU));
    return bytes;
  });
}

std::string with_emoji(const std::string& text) {
  return "\U0001F62D\U0001F62D " + text + " \U0001F64F\U0001F3FB";
}

std::vector<std::string> with_typos(const std::string& text) {
  std::vector<std::string> all;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - begin >= kTypoLetters) {
      const std::string word = text.substr(begin, end - begin);
      const std::string wrong = slipped(word, begin + all.size());
      if (wrong != word) all.push_back(text.substr(0, begin) + wrong + text.substr(end));
    }
    begin = end + 1;
  }
  return all;
}

}  // namespace bot::cli
