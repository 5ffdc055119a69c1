#include "intents/values.h"

#include <catch2/catch.hpp>
#include <optional>

#include "tests/intents/real_values.h"

using intents::Number;

namespace {

constexpr double kNone = -100;

struct Row {
  const char* text;
  double value;
};

void check(const std::optional<Number>& found, const Row& row) {
  INFO(row.text);
  CHECK((found ? found->value : kNone) == Approx(row.value));
}

}  // namespace

TEST_CASE("values: an age needs its unit or its cue", "[values]") {
  const Row kTable[] = {
      {"im 45 and my back hurts", 45},
      {"i am 39 years old", 39},
      {"72yo with a bad back", 72},
      {"34f, sore neck", 34},
      {"F34 sore neck", 34},
      {"aged 67", 67},
      {"age: 74", 74},
      {"my mum is 82", 82},
      {"my 82 year old mum", 82},
      {"my son (14) has back pain", 14},
      {"dad 79", 79},
      {"seventy-four years old", 74},
      {"i turned 50 in june", 50},
      {"a man of 61", 61},
      {"im in my 50s", 50},
      {"late 60s male", 67},
      {"im over 65", 66},
      {"im nearly 60", 59},
      {"im a pensioner with a bad back", 66},
      {"i have 15 years", 15},
      {"18 month old", 1},
      {"my back has hurt for 20 years", kNone},
      {"a 20 year old mattress", kNone},
      {"i have had it since i was 12", kNone},
      {"when i was 25 i fell", kNone},
      {"my mum died at 60", kNone},
      {"hold it for 30s", kNone},
      {"im 32 weeks pregnant", kNone},
      {"i weigh 74", kNone},
      {"bmi 32", kNone},
      {"my bmi is over 40", kNone},
      {"my dad is nearly 80", 79},
      {"i walk over 100 steps", kNone},
      {"im 6 foot", kNone},
      {"im 90 percent sure", kNone},
      {"it hurts when i lift my toddler", kNone},
      {"back pain in the 80s was treated with rest", kNone},
      {"im 5 days into this", kNone},
      {"the pain is 8", kNone},
      {"slipped off the kerb, 82, back agony", 82},
      {"80 and new back pain", 80},
      {"first time at 67", 67},
      {"mother in law 79 missed a step", 79},
      {"my mother 78 years fell", 78},
      {"daughter 7 wont walk", 7},
      {"at the age of 74 my back went", 74},
      {"i am 70 years with back pain", 70},
      {"nearly 70 and never had this", 69},
      {"rear ended at 60", kNone},
      {"50 reps", kNone},
      {"70 percent better", kNone},
      {"mum 2 falls", kNone},
      {"dad 3 days of back pain", kNone},
      {"back, 70 kg", kNone},
  };
  for (const Row& row : kTable) check(read_values(row.text).age, row);
}

TEST_CASE("values: a severity is out of ten or said of the pain", "[values]") {
  const Row kTable[] = {
      {"the pain is 7/10", 7},
      {"its 10/10", 10},
      {"7.5/10", 7.5},
      {"11/10 pain", 10},
      {"eight out of ten", 8},
      {"3 or 4 out of 10", 4},
      {"my pain level is 6", 6},
      {"pain is 8", 8},
      {"id call it a 7", 7},
      {"on a scale of 1 to 10 it is 9", 9},
      {"pain score 4", 4},
      {"agony", 9},
      {"its unbearable", 9},
      {"quite bad", 6},
      {"pretty mild", 3},
      {"no pain", 0},
      {"my agony aunt", kNone},
      {"for 10 years", kNone},
      {"l5 10 sessions", kNone},
      {"5mg 3 times a day", kNone},
      {"9 out of 100 people", kNone},
      {"120/80", kNone},
      {"sore throat and a bad back", kNone},
      {"the pain is 6 weeks old", kNone},
      {"since 12/10", kNone},
  };
  for (const Row& row : kTable) check(read_values(row.text).severity, row);
}

TEST_CASE("values: a body temperature needs its word or its unit", "[values]") {
  const Row kTable[] = {
      {"my temperature is 38.5", 38.5},
      {"temp 39", 39},
      {"39 C", 39},
      {"39c", 39},
      {"38.5\u00b0", 38.5},
      {"T 38.9", 38.9},
      {"it was 101f", 38.333},
      {"102.2 fahrenheit", 39},
      {"fever of 104", 40},
      {"running 102", 38.889},
      {"38 and a half degrees", 38.5},
      {"thirty nine point two degrees", 39.2},
      {"38.5 under the arm", 38.5},
      {"38,5", 38.5},
      {"37.5", 37.5},
      {"39 years", kNone},
      {"im 39", kNone},
      {"36 weeks", kNone},
      {"100 steps", kNone},
      {"oxygen 98", kNone},
      {"room temperature 21", kNone},
      {"i walked 40 minutes", kNone},
      {"l5 pain 40", kNone},
      {"my fever lasted 38 hours", kNone},
  };
  for (const Row& row : kTable) check(read_values(row.text).celsius, row);
}

TEST_CASE("values: weeks pregnant are no duration and no age", "[values]") {
  const Row kTable[] = {{"im 30 weeks pregnant", 30},
                        {"pregnant 12 weeks", 12},
                        {"30wks preg", 30},
                        {"5 months pregnant", 21.5},
                        {"28 weeks and 3 days pregnant", 28},
                        {"30 weeks of pain", kNone},
                        {"pregnant. pain for 3 weeks", kNone}};
  for (const Row& row : kTable) check(read_values(row.text).weeks_pregnant, row);
}

TEST_CASE("values: a choice is an ordinal or a numbered option", "[values]") {
  const Row kTable[] = {{"the second one", 2},
                        {"2nd", 2},
                        {"option 3", 3},
                        {"number one", 1},
                        {"the last one", -1},
                        {"first", 1},
                        {"4", 4},
                        {"four", 4},
                        {"2nd option please", 2},
                        {"my second child", kNone},
                        {"the first time it hurt was bad", kNone},
                        {"no 2 days are the same for my back", kNone},
                        {"12", kNone}};
  for (const Row& row : kTable) check(read_values(row.text).choice, row);
}

TEST_CASE("values: regions and sides are named by their words", "[values]") {
  const struct {
    const char* text;
    std::vector<std::string> regions;
    const char* side;
  } kTable[] = {
      {"my lower back and left leg", {"low", "leg"}, "left"},
      {"neck pain on the right", {"neck"}, "right"},
      {"both legs are numb, left worse", {"leg"}, "both"},
      {"between my shoulder blades", {"upper"}, ""},
      {"coccyx", {"tailbone"}, ""},
      {"pain in my bum", {"buttock"}, ""},
      {"i left work", {}, ""},
      {"right now it hurts", {}, ""},
      {"all right", {}, ""},
      {"legal bottleneck", {}, ""},
      {"numb in one arm", {"arm"}, "one"},
      {"neck. Left leg", {"neck", "leg"}, "left"},
  };
  for (const auto& row : kTable) {
    INFO(row.text);
    const auto values = read_values(row.text);
    CHECK(values.regions == row.regions);
    CHECK(values.side == row.side);
  }
}

TEST_CASE("values: kinds of figures never mix", "[values]") {
  const auto weight = read_values("i lost two stone in 3 months, 39 years old, 7/10");
  CHECK(weight.age->value == 39);
  CHECK(weight.severity->value == 7);
  CHECK_FALSE(weight.celsius);
  CHECK(read_values("lost two stone").durations.empty());
  CHECK_FALSE(read_values("lost two stone").age);
  CHECK_FALSE(read_values("lost two stone").severity);
  CHECK_FALSE(read_values("lost two stone").choice);
}

TEST_CASE("values: nothing is read from nothing", "[values]") {
  const auto values = read_values("");
  CHECK(values.durations.empty());
  CHECK_FALSE(values.age);
  CHECK(values.side.empty());
}
