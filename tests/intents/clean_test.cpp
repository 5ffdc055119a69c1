#include "intents/clean.h"

#include <catch2/catch.hpp>
#include <random>

#include "intents/tokenise.h"

using intents::Clause;
using intents::Utterance;
using intents::Word;

namespace {

// All that an Utterance promises, for any bytes.
void check_promises(const std::string& raw) {
  const Utterance u = intents::clean(raw);
  REQUIRE(u.raw == intents::repair_utf8(raw));
  int raw_begin = 0, raw_end = 0, text_end = 0;
  for (const Word& word : u.words) {
    REQUIRE(!word.text.empty());
    REQUIRE(word.text.find_first_of(" \n") == std::string::npos);
    // In order; only words that were typed as one sign may share its bytes.
    REQUIRE((word.raw_begin >= raw_end || u.raw[word.raw_begin] < 0));
    REQUIRE(word.raw_begin >= raw_begin);
    REQUIRE(word.raw_end >= raw_end);
    REQUIRE(word.raw_end > word.raw_begin);
    raw_begin = word.raw_begin;
    raw_end = word.raw_end;
    REQUIRE(word.text_begin == text_end + 1);
    REQUIRE(u.text.substr(word.text_begin, word.text.size()) == word.text);
    text_end = word.text_begin + static_cast<int>(word.text.size());
    REQUIRE(u.word_at(word.text_begin) == &word - u.words.data());
    REQUIRE(u.word_at(text_end - 1) == &word - u.words.data());
  }
  REQUIRE(raw_end <= static_cast<int>(u.raw.size()));
  // A quote never cuts a character in two: nothing in it needs repair.
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    const std::string quote = u.quote({i, i + 1});
    REQUIRE(intents::repair_utf8(quote) == quote);
  }
  int next = 0, sentence = 0;
  for (const Clause& clause : u.clauses) {
    REQUIRE(clause.words.first == next);
    REQUIRE(clause.words.last > next);
    REQUIRE((clause.sentence == sentence || clause.sentence == sentence + 1));
    sentence = clause.sentence;
    next = clause.words.last;
  }
  REQUIRE(next == static_cast<int>(u.words.size()));
  const Utterance again = intents::clean(raw);
  REQUIRE(again.text == u.text);
}

std::string text(const std::string& raw) { return intents::clean(raw).text; }

// The clauses' words, parted by " | ", sentences by " || ".
std::string clauses(const std::string& raw) {
  const Utterance u = intents::clean(raw);
  std::string result;
  for (size_t i = 0; i < u.clauses.size(); ++i) {
    if (i > 0) result += u.clauses[i].sentence == u.clauses[i - 1].sentence ? " | " : " || ";
    result += u.words_text(u.clauses[i].words);
  }
  return result;
}

}  // namespace

TEST_CASE("clean: text is words between single spaces, a line for each sentence", "[clean]") {
  CHECK(text("") == " ");
  CHECK(text("?!...") == " ");
  CHECK(text("Numb,  leg") == " numb leg ");
  CHECK(text("Numb. My leg!") == " numb\nmy leg ");
}

TEST_CASE("clean: letters typed long are squeezed, digits and short forms are not", "[clean]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"sooo sore", " so sore "}, {"feeeel", " feel "},    {"weeee", " wee "},
      {"agonyyyy", " agony "},    {"helllp", " help "},    {"pain 1000", " pain 1000 "},
      {"DDD", " ddd "},           {"aaaargh", " argh "},   {"all good", " all good "},
      {"noooo", " no "},          {"ddd xxx", " ddd xxx "}};
  for (const auto& [raw, expected] : kTable) CHECK(text(raw) == expected);
}

TEST_CASE("clean: a spelled-out word is one word", "[clean]") {
  CHECK(text("my b l a d d e r is off") == " my bladder is off ");
  CHECK(text("n u m b") == " numb ");
  CHECK(text("a b") == " a b ");
  CHECK(text("a, b, c") == " a b c ");
  CHECK(text("vitamin B C D") == " vitamin bcd ");
  CHECK(text("i a m n u m b") == " iamnumb ");
}

TEST_CASE("clean: clauses end at strong marks and at a but with a verb", "[clean]") {
  const std::pair<std::string, std::string> kTable[] = {
      {"no fever, no chills", "no fever no chills"},
      {"no fever; I am numb", "no fever | i am numb"},
      {"no fever. I am numb", "no fever || i am numb"},
      {"no fever but I wet myself", "no fever | but i wet myself"},
      {"numb but only down there", "numb but only down there"},
      {"fine although my leg is weak", "fine | although my leg is weak"},
      {"numb (since Monday)", "numb | since monday"},
      {"it hurts - badly", "it hurts | badly"},
      {"it hurts... and it burns", "it hurts | and it burns"},
      {"but it hurts", "but it hurts"},
      {"it hurts but", "it hurts but"},
      {"no pain but; it is numb", "no pain but | it is numb"},
      {"line one\nline two\n\nline three", "line one | line two || line three"},
  };
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(clauses(raw) == expected);
  }
}

TEST_CASE("clean: quotes are what the person typed", "[clean]") {
  const Utterance u = intents::clean("I CAN\u2019T feel my L\u00e9g!! ok");
  CHECK(u.quote({1, 5}) == "CAN\u2019T feel my L\u00e9g");
  CHECK(u.quote({3, 3}).empty());
  CHECK(intents::clean("I'll go").quote({1, 2}) == "'ll");
  CHECK(intents::clean("my b l a d d e r").quote({1, 2}) == "b l a d d e r");
  CHECK(intents::clean("50%").quote({1, 2}) == "%");
}

TEST_CASE("clean: a word knows its clause and its sentence", "[clean]") {
  const Utterance u = intents::clean("leg is numb; it burns. help me");
  CHECK(u.clause_of(0) == 0);
  CHECK(u.clause_of(3) == 1);
  CHECK(u.clause_of(6) == 2);
  CHECK(u.sentence_of(1) == intents::Span{0, 5});
  CHECK(u.sentence_of(4) == intents::Span{0, 5});
  CHECK(u.sentence_of(5) == intents::Span{5, 7});
}

TEST_CASE("clean: rebuild follows words that were changed", "[clean]") {
  Utterance u = intents::clean("my lowrback. hurts");
  u.words[1].text = "lower back";
  u.words[1].text = "back";
  intents::rebuild(u);
  CHECK(u.text == " my back\nhurts ");
  CHECK(u.words[2].text_begin == 9);
  CHECK(u.clauses.size() == 2);
}

TEST_CASE("clean: any bytes keep the promises", "[clean]") {
  std::mt19937 random(7);
  const auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
  const char* kPieces[] = {
      "numb",         "I'll",   "can\u2019t", "38.5",       "10/10",
      "l4/5",         " ",      "  ",         "\n",         ".",
      "...",          "?",      "-",          "\u200b",     "e\u0301",
      "\u0301",       "\ufdfa", "\u00bd",     "\U0001F62D", "\U0001F44D\U0001F3FD",
      "\xFF",         "\xC3",   "'",          "&",          "a b c",
      "\u1100\u1161", "\u0130", "\ufb03",     "%",          "\r",
      "eee",          "\u0e33", "A&E"};
  for (int i = 0; i < 1500; ++i) {
    std::string raw;
    if (i % 2 == 0) {
      for (size_t n = below(40); n > 0; --n) raw += static_cast<char>(random());
    } else {
      for (size_t n = below(20); n > 0; --n) raw += kPieces[below(std::size(kPieces))];
    }
    CAPTURE(i, raw);
    check_promises(raw);
  }
}
