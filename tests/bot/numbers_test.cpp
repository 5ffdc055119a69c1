#include <catch2/catch.hpp>

#include "bot/settings.h"

using bot::Numbers;
using bot::Settings;

namespace {

Numbers numbers_in(const std::string& country) {
  Settings settings;
  settings.country = country;
  return bot::numbers_for(settings);
}

}  // namespace

TEST_CASE("numbers: each country has its emergency number", "[numbers]") {
  struct Row {
    const char* country;
    const char* emergency;
    const char* tel;
  };
  const Row rows[] = {{"US", "911", "911"}, {"CA", "911", "911"},        {"GB", "999", "999"},
                      {"UK", "999", "999"}, {"IE", "112 or 999", "112"}, {"DE", "112", "112"},
                      {"GR", "112", "112"}, {"EL", "112", "112"},        {"AU", "000", "000"},
                      {"IN", "112", "112"}, {"NZ", "111", "111"}};
  for (const Row& row : rows) {
    INFO(row.country);
    CHECK(numbers_in(row.country).emergency == row.emergency);
    CHECK(numbers_in(row.country).emergency_tel == row.tel);
  }
}

TEST_CASE("numbers: an unknown country gets words that fit any, and nothing to dial", "[numbers]") {
  for (const char* country : {"", "BR", "XX"}) {
    INFO(country);
    const Numbers numbers = numbers_in(country);
    CHECK(numbers.emergency == "your local emergency number (911, 999 or 112)");
    CHECK(numbers.emergency_tel.empty());
    CHECK(numbers.urgent_tel.empty());
    CHECK(numbers.crisis_tel.empty());
  }
}

TEST_CASE("numbers: no text is ever empty", "[numbers]") {
  for (const char* country : {"", "US", "GB", "IE", "FR", "AU", "CA", "IN", "NZ"}) {
    INFO(country);
    const Numbers numbers = numbers_in(country);
    CHECK_FALSE(numbers.emergency.empty());
    CHECK_FALSE(numbers.urgent_line.empty());
    CHECK_FALSE(numbers.crisis.empty());
    CHECK_FALSE(numbers.poison.empty());
  }
}

TEST_CASE("numbers: lines that our sources name", "[numbers]") {
  CHECK(numbers_in("US").crisis_tel == "988");
  CHECK(numbers_in("GB").crisis_tel == "116123");
  CHECK(numbers_in("GB").urgent_tel == "111");
  CHECK(numbers_in("NZ").urgent_tel.empty());  // 111 is the emergency number there
}

TEST_CASE("numbers: the clinic's own come first, with the first number as the one to dial",
          "[numbers]") {
  struct Row {
    const char* own;
    const char* tel;
  };
  const Row rows[] = {{"000", "000"},
                      {"112 or 999", "112"},
                      {"our line, 01234 567-890", "01234567890"},
                      {"+44 1234 567890 (day)", "+441234567890"},
                      {"the night desk", ""},
                      {"ward 7", ""}};
  for (const Row& row : rows) {
    INFO(row.own);
    Settings settings;
    settings.country = "GB";
    settings.emergency_number = row.own;
    CHECK(bot::numbers_for(settings).emergency == row.own);
    CHECK(bot::numbers_for(settings).emergency_tel == row.tel);
  }
}
