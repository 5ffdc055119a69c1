#include "intents/numbers.h"

#include <catch2/catch.hpp>

#include "intents/clean.h"

namespace {

struct Row {
  const char* text;
  double low, high;
  int words;
};

void check_number(const Row& row) {
  INFO(row.text);
  const auto number = intents::number_at(intents::clean(row.text), 0);
  REQUIRE(number);
  CHECK(number->low == Approx(row.low));
  CHECK(number->high == Approx(row.high));
  CHECK(number->span == intents::Span{0, row.words});
}

}  // namespace

TEST_CASE("numbers: figures and number words are read", "[numbers]") {
  const Row kTable[] = {
      {"3", 3, 3, 1},
      {"38.5 now", 38.5, 38.5, 1},
      {"1,000 steps", 1000, 1000, 1},
      {"seven", 7, 7, 1},
      {"twenty", 20, 20, 1},
      {"seventy four", 74, 74, 2},
      {"seventy-four", 74, 74, 2},
      {"seventy ten", 70, 70, 1},
      {"a hundred", 100, 100, 2},
      {"two hundred", 200, 200, 2},
      {"a hundred and one", 101, 101, 4},
      {"thirty nine point two", 39.2, 39.2, 4},
      {"dozen", 12, 12, 1},
      {"a dozen", 12, 12, 2},
  };
  for (const Row& row : kTable) check_number(row);
}

TEST_CASE("numbers: ranges and rough numbers have two ends", "[numbers]") {
  const Row kTable[] = {
      {"2-3 weeks", 2, 3, 1},   {"2 - 3 weeks", 2, 3, 2},
      {"2 to 3", 2, 3, 3},      {"two or three", 2, 3, 3},
      {"3 or 2", 3, 3, 1},      {"5 and a half", 5.5, 5.5, 4},
      {"a couple of", 2, 2, 3}, {"couple", 2, 2, 1},
      {"a few", 3, 5, 2},       {"several", 4, 7, 1},
      {"half a", 0.5, 0.5, 2},  {"half an", 0.5, 0.5, 2},
      {"a", 1, 1, 1},           {"an", 1, 1, 1},
      {"1 1/2", 1.5, 1.5, 2},   {"1/2", 0.5, 0.5, 1},
      {"a week", 1, 1, 1},
  };
  for (const Row& row : kTable) check_number(row);
}

TEST_CASE("numbers: other words are no numbers", "[numbers]") {
  for (const char* text : {"leg", "l4", "38c", "10/10", "first", "of", "2-", "1.2.3"}) {
    INFO(text);
    const auto u = intents::clean(text);
    const auto number = intents::number_at(u, 0);
    CHECK_FALSE((number && number->span.size() == static_cast<int>(u.words.size()) &&
                 std::string(text) != "2-"));
  }
}
