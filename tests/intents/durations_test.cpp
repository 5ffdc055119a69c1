#include "intents/durations.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_values.h"

namespace {

struct Row {
  const char* text;
  int low, high;
};

void check(const Row& row) {
  INFO(row.text);
  const auto found = read_values(row.text).durations;
  REQUIRE(found.size() == 1);
  CHECK(found[0].low_days == row.low);
  CHECK(found[0].high_days == row.high);
}

// The low end is what counts; the high one is open.
void check_from(const char* text, int low) {
  INFO(text);
  const auto found = read_values(text).durations;
  REQUIRE(found.size() == 1);
  CHECK(found[0].low_days == low);
  CHECK(found[0].high_days > low);
}

}  // namespace

TEST_CASE("durations: a count and a unit are days", "[durations]") {
  const Row kTable[] = {
      {"my back has hurt for 3 days", 3, 3},
      {"sore for a fortnight now", 14, 14},
      {"its been bad for 2-3 weeks", 14, 21},
      {"it hurts for two or three weeks", 14, 21},
      {"pain these last six weeks", 42, 42},
      {"back pain 6wks", 42, 42},
      {"i have had it four months", 122, 122},
      {"lasted a year and a half", 548, 548},
      {"18 months of this", 548, 548},
      {"5 years with a bad back", 1826, 1826},
      {"a couple of days ago i bent over", 2, 2},
      {"sore for the past few days", 3, 5},
      {"half a year of pain", 183, 183},
      {"hurts since 5 days", 5, 5},
      {"from past 2 months i have pain", 61, 61},
      {"neck hurts for 36 hours", 1, 1},
      {"in agony for three nights", 3, 3},
  };
  for (const Row& row : kTable) check(row);
}

TEST_CASE("durations: over, nearly and about move the ends", "[durations]") {
  check_from("my leg has been numb for over a year", 366);
  check_from("pain for more than six weeks", 43);
  check_from("20+ years of back pain", 7305);
  check({"it has gone on for nearly a month", 26, 30});
  check({"hurting for about a week", 6, 9});
  check({"it started a week or so ago", 7, 9});
}

TEST_CASE("durations: uncounted times have wide ends", "[durations]") {
  check_from("my back has hurt for years", 730);
  check_from("months of pain", 60);
  check_from("it has been sore for ages", 60);
  check_from("ive had this all my life", 5475);
  check_from("it has hurt for a long time", 60);
  check_from("sore for a while", 21);
  check_from("bad back for donkeys years", 1825);
}

TEST_CASE("durations: since names a beginning", "[durations]") {
  check({"sore since yesterday", 1, 1});
  check({"sore since last night", 1, 1});
  check({"sore since this morning", 0, 0});
  check({"it has hurt since tuesday", 0, 7});
  check({"numb since the weekend", 1, 7});
  check({"bad since christmas", 0, 400});
  check({"bad since last summer", 0, 400});
  check({"pain since march", 0, 396});
  check_from("hurts since childhood", 3652);
  check_from("hurts since i was a kid", 3652);
  CHECK(read_values("pain since i fell").durations.empty());
}

TEST_CASE("durations: a year is reckoned from today", "[durations]") {
  const auto found = read_values("my back has hurt since 2019").durations;
  REQUIRE(found.size() == 1);
  CHECK(found[0].low_days >= 5 * 365);
  CHECK(found[0].high_days - found[0].low_days <= 366);
  CHECK(read_values("hurts since 2090").durations.empty());
}

TEST_CASE("durations: as a whole answer a bare time is enough", "[durations]") {
  const Row kTable[] = {{"yesterday", 1, 1}, {"today", 0, 0},       {"about a week", 6, 9},
                        {"weeks", 14, 60},   {"on monday", 0, 7},   {"last week", 4, 13},
                        {"overnight", 1, 1}, {"fortnight", 14, 14}, {"march", 0, 396}};
  for (const Row& row : kTable) check(row);
  for (const char* text : {"i see the physio on monday", "my march was hard",
                           "last week i sat a lot", "does it take weeks", "what can i do today"}) {
    INFO(text);
    CHECK(read_values(text).durations.empty());
  }
}

TEST_CASE("durations: future, repeated, gestation and age are none", "[durations]") {
  for (const char* text : {"i have a scan in 3 weeks",
                           "i take it every 2 days",
                           "im 30 weeks pregnant",
                           "im 39 years old",
                           "5 days a week i sit",
                           "3 times a week",
                           "next week",
                           "within 2 days",
                           "the next 3 days",
                           "my 20 year old mattress",
                           "2 weeks postpartum",
                           "6 weeks post op",
                           "a week on saturday",
                           "10 minute walk",
                           "a 10 year guarantee",
                           "pregnant 12 weeks",
                           "until 2 weeks",
                           "aged 40 years",
                           "one day i will be fine",
                           "an hour a day"}) {
    INFO(text);
    CHECK(read_values(text).durations.empty());
  }
}

TEST_CASE("durations: several stand in order of place", "[durations]") {
  const auto found =
      read_values("back pain for 2 years, numb leg since yesterday and 3 days of fever").durations;
  REQUIRE(found.size() == 3);
  CHECK(found[0].low_days == 730);
  CHECK(found[1].low_days == 1);
  CHECK(found[2].low_days == 3);
}
