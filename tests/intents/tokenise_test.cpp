#include "intents/tokenise.h"

#include <catch2/catch.hpp>

#include "tests/base/temp_folder.h"

using intents::Break;
using intents::Word;

namespace {

// The words of `raw` joined by "|".
std::string words(const std::string& raw) {
  std::string result;
  for (const Word& word : intents::tokenise(raw)) result += (result.empty() ? "" : "|") + word.text;
  return result;
}

// What stands before each word after the first: "." sentence, ";" clause, "," list, "_" nothing.
std::string breaks(const std::string& raw) {
  std::string result;
  for (const Word& word : intents::tokenise(raw)) result += "_,;."[static_cast<int>(word.before)];
  return result.substr(std::min<size_t>(1, result.size()));
}

}  // namespace

TEST_CASE("tokenise: bad bytes are repaired, good ones stay", "[tokenise]") {
  const std::string bad = "\xEF\xBF\xBD";
  const std::pair<std::string, std::string> kTable[] = {
      {"", ""},
      {"numb", "numb"},
      {"caf\u00e9 \U0001F62D", "caf\u00e9 \U0001F62D"},
      {"a\xFFz", "a" + bad + "z"},
      {"\xC3", bad},
      {"\xF0\x9F\x98", bad},
      {"\xED\xA0\x80", bad + bad + bad},
      {"\xC0\xAF", bad + bad},
      {std::string("a\0b", 3), std::string("a\0b", 3)}};
  for (const auto& [raw, repaired] : kTable) CHECK(intents::repair_utf8(raw) == repaired);
}

TEST_CASE("tokenise: words are folded to plain letters", "[tokenise]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"", ""},
      {" \t\r\n", ""},
      {"Numb LEG", "numb|leg"},
      {"na\u00efve caf\u00e9 e\u0301", "naive|cafe|e"},
      {"\uff4e\uff55\uff4d\uff42", "numb"},
      {"\U0001D5E1\U0001D602\U0001D5FA\U0001D5EF", "numb"},
      {"\u24dd\u24e4\u24dc\u24d1", "numb"},
      {"nu\u200bmb l\u00adeg \ufeffleg", "numb|leg|leg"},
      {"numb\u00a0leg\u2003now", "numb|leg|now"},
      {"stra\u00dfe", "strasse"},
      {"a\xFFz", "a|z"},
      {std::string("nu\0mb", 5), "numb"},
  };
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(words(intents::repair_utf8(raw)) == expected);
  }
}

TEST_CASE("tokenise: apostrophes are dropped, 'll is will", "[tokenise]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"can't", "cant"},      {"can\u2019t", "cant"}, {"can`t", "cant"},
      {"can\u00b4t", "cant"}, {"I'll", "i|will"},     {"they\u2019ll go", "they|will|go"},
      {"mum's", "mums"},      {"'numb'", "numb"},     {"\u201cnumb\u201d", "numb"},
      {"ill", "ill"},         {"y'all", "yall"},      {"I'lls", "ills"}};
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(words(raw) == expected);
  }
}

TEST_CASE("tokenise: figures keep what belongs to them", "[tokenise]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"38.5", "38.5"},     {"10/10", "10/10"},
      {"L4/5", "l4/5"},     {"L4/L5", "l4/l5"},
      {"l4-l5", "l4|l5"},   {"2-3 weeks", "2-3|weeks"},
      {"2\u20133", "2-3"},  {"1,000 steps", "1,000|steps"},
      {"1,2", "1|2"},       {"c/o pain", "c/o|pain"},
      {"and/or", "and|or"}, {"24/7", "24/7"},
      {"8.", "8"},          {"50%", "50|percent"},
      {"20+", "20"},        {"a + b", "a|and|b"},
      {"A&E", "a|and|e"},   {"38.5\u00b0C", "38.5|c"},
      {"38\u00ba", "38"},   {"3 1/2", "3|1/2"}};
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(words(raw) == expected);
  }
}

TEST_CASE("tokenise: each symbol is a word of its own", "[tokenise]") {
  CHECK(words("sore\U0001F62D\U0001F62Dleg") == "sore|\U0001F62D|\U0001F62D|leg");
  CHECK(words("\U0001F44D\U0001F3FD") == "\U0001F44D");  // skin tone
  CHECK(words("\u2705 yes") == "\u2705|yes");
}

TEST_CASE("tokenise: the strongest mark between two words counts", "[tokenise]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"a b", "_"},         {"a, b", ","},       {"a/b c", "_"},     {"one/two", ","},
      {"a; b", ";"},        {"a: b", ";"},       {"a - b", ";"},     {"a-b", "_"},
      {"a (b) c", ";;"},    {"a. b", "."},       {"a! b", "."},      {"a? b", "."},
      {"a, b. c", ",."},    {"a,. b", "."},      {"a... b", ";"},    {"a\nb", ";"},
      {"a\n\nb", "."},      {"a \u2014 b", ";"}, {"a\u2026 b", ";"}, {"a \u2022 b", ","},
      {"a\r\n \r\nb", "."}, {"a\u3002b", "."}};
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(breaks(raw) == expected);
  }
}

TEST_CASE("tokenise: the point of an abbreviation ends no sentence", "[tokenise]") {
  const std::pair<std::string, std::string> kTable[] = {{"see dr. Smith", "__"},
                                                        {"e.g. heat", "__"},
                                                        {"at 8 p.m. it hurts", "_____"},
                                                        {"approx. 3 weeks", "__"},
                                                        {"6 wks. ago", "__"},
                                                        {"it is 8.5 now", "___"},
                                                        {"numb. Leg", "."},
                                                        {"I fell.", "_"},
                                                        {"leg.arm", "."},
                                                        {"pain is 8. It hurts", "__._"},
                                                        {"vitamin d. It helps", "_._"}};
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(breaks(raw) == expected);
  }
}

TEST_CASE("tokenise: a question mark marks its sentence only", "[tokenise]") {
  const auto questions = [](const std::string& raw) {
    std::string result;
    for (const Word& word : intents::tokenise(raw)) result += word.question ? "?" : ".";
    return result;
  };
  CHECK(questions("is it bad? it hurts") == "???..");
  CHECK(questions("it hurts. is it bad?") == "..???");
  CHECK(questions("numb; is it bad?") == "????");
  CHECK(questions("numb!") == ".");
}

TEST_CASE("tokenise: capitals are noted", "[tokenise]") {
  const auto words = intents::tokenise("I am in AGONY now MRI L4");
  std::string shouted;
  for (const Word& word : words) shouted += word.shouted ? "!" : ".";
  CHECK(shouted == "...!.!.");
}

TEST_CASE("tokenise: the mark before a word is kept", "[tokenise]") {
  const auto words = intents::tokenise("leg; arm (neck) - back");
  CHECK(words[1].mark == ';');
  CHECK(words[2].mark == '(');
  CHECK(words[3].mark == '-');
  CHECK(words[0].mark == 0);
}
