// A text typed in another way: the meaning stays, the bytes change. Pure.
#pragma once

#include <string>
#include <vector>

namespace bot::cli {

std::string in_capitals(const std::string& text);
std::string without_punctuation(const std::string& text);
std::string with_curly_quotes(const std::string& text);
std::string with_zero_width(const std::string& text);
std::string with_homoglyphs(const std::string& text);  // Cyrillic letters that look Latin
std::string in_fancy_font(const std::string& text);    // mathematical bold
std::string with_emoji(const std::string& text);

// One typo in each of its words of five letters or more, one word at a time. The four slips of
// Damerau (1964): a letter doubled, dropped, swapped with the next, or hit beside its key.
std::vector<std::string> with_typos(const std::string& text);

}  // namespace bot::cli
