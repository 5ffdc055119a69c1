#include "intents/derived.h"

#include <catch2/catch.hpp>

#include "intents/clean.h"

using intents::Mention;
using intents::Understanding;
using Lines = std::vector<std::string>;

namespace {

Mention mention(const std::string& id, intents::Span span) {
  Mention m;
  m.finding = m.title = id;
  m.span = span;
  return m;
}

// The ids that are added to what was understood.
Lines derived(Understanding u) {
  const size_t before = u.findings.size();
  intents::add_derived_findings(u);
  Lines ids;
  for (size_t i = before; i < u.findings.size(); ++i) {
    CHECK(u.findings[i].derived);
    ids.push_back(u.findings[i].finding);
  }
  return ids;
}

Understanding understanding(const std::string& text) {
  Understanding u;
  u.utterance = intents::clean(text);
  return u;
}

}  // namespace

TEST_CASE("derived: an age has its bands", "[derived]") {
  const std::pair<double, Lines> kTable[] = {
      {4, {"age_under_45", "child", "age_under_10", "age_under_5"}},
      {5, {"age_under_45", "child", "age_under_10"}},
      {10, {"age_under_45", "child"}},
      {17, {"age_under_45", "child"}},
      {18, {"age_under_45"}},
      {45, {}},
      {49, {}},
      {50, {"age_50_plus"}},
      {65, {"age_50_plus", "age_65_plus"}},
      {70, {"age_50_plus", "age_65_plus", "age_70_plus"}}};
  for (const auto& [age, ids] : kTable) {
    auto u = understanding("im old");
    u.values.age = intents::Number{age, {1, 2}};
    CHECK(derived(u) == ids);
  }
}

TEST_CASE("derived: a temperature from 38 is high, a severity from 9 severe", "[derived]") {
  auto u = understanding("temp 38 pain 9");
  u.values.celsius = intents::Number{38.0, {1, 2}};
  u.values.severity = intents::Number{9, {3, 4}};
  CHECK(derived(u) == Lines{"temperature_high", "severe_pain"});
  u.values.celsius->value = 37.9;
  u.values.severity->value = 8.5;
  CHECK(derived(u).empty());
}

TEST_CASE("derived: below 36 degrees is too cold", "[derived]") {
  auto u = understanding("temp 35.9 and drowsy");
  u.values.celsius = intents::Number{35.9, {1, 2}};
  CHECK(derived(u) == Lines{"low_temperature"});
  u.values.celsius = intents::Number{36, {1, 2}};
  CHECK(derived(u).empty());
}

TEST_CASE("derived: the age of a person cared for is theirs", "[derived]") {
  auto u = understanding("my mum is 82 and fell");
  u.values.age = intents::Number{82, {3, 4}};
  u.findings.push_back(mention("fall", {5, 6}));
  u.findings.back().status.who = intents::Who::kOther;
  intents::add_derived_findings(u);
  CHECK(u.findings.back().finding == "age_70_plus");
  CHECK(u.findings.back().status.who == intents::Who::kOther);
}

TEST_CASE("derived: an illness in the family counts for the person", "[derived]") {
  auto u = understanding("dad has it");
  u.findings.push_back(mention("spa_in_family", {0, 3}));
  u.findings.back().status.who = intents::Who::kNobody;
  u.findings.push_back(mention("cancer_history", {0, 3}));
  u.findings.back().status.who = intents::Who::kNobody;
  intents::add_derived_findings(u);
  CHECK(u.findings[0].status.who == intents::Who::kSelf);
  CHECK(u.findings[1].status.who == intents::Who::kNobody);
}

TEST_CASE("derived: an illness is of the one who is ill now, when nobody else is", "[derived]") {
  auto u = understanding("dad had cancer and his back hurts");
  u.findings.push_back(mention("cancer_history", {1, 3}));
  u.findings.back().cls = intents::FindingClass::kDisease;
  u.findings.back().status.who = intents::Who::kNobody;
  u.findings.push_back(mention("back_pain", {5, 7}));
  SECTION("his back") {
    u.findings.back().status.who = intents::Who::kOther;
    intents::add_derived_findings(u);
    CHECK(u.findings[0].status.who == intents::Who::kOther);
  }
  SECTION("my back") {
    intents::add_derived_findings(u);
    CHECK(u.findings[0].status.who == intents::Who::kNobody);
  }
}

TEST_CASE("derived: pain of more than six weeks needs the pain and the time in one sentence",
          "[derived]") {
  auto u = understanding("my back hurts for 7 weeks. ok");
  u.findings.push_back(mention("back_pain", {1, 3}));
  u.values.durations = {{49, 49, {4, 6}}};
  CHECK(derived(u) == Lines{"pain_over_six_weeks", "any_spine_pain"});
  u.values.durations = {{42, 42, {4, 6}}};
  CHECK(derived(u) == Lines{"any_spine_pain"});
  u.values.durations = {{49, 49, {6, 7}}};
  CHECK(derived(u) == Lines{"any_spine_pain"});
  u.findings[0].status.polarity = intents::Polarity::kAbsent;
  u.values.durations = {{49, 49, {4, 6}}};
  CHECK(derived(u).empty());
}

TEST_CASE("derived: long-standing spine pain is spine pain now", "[derived]") {
  auto u = understanding("my back always hurts");
  u.findings.push_back(mention("back_pain", {1, 4}));
  u.findings[0].status.time = intents::Time::kLongStanding;
  intents::add_derived_findings(u);
  REQUIRE(u.findings.back().finding == "any_spine_pain");
  CHECK(u.findings.back().status.time == intents::Time::kNow);
  auto past = understanding("my back hurt once");
  past.findings.push_back(mention("back_pain", {1, 3}));
  past.findings[0].status.time = intents::Time::kPast;
  CHECK(derived(past).empty());
}

TEST_CASE("derived: every id that can be added is named", "[derived]") {
  const auto& ids = intents::derived_finding_ids();
  for (const char* id : {"age_50_plus", "age_65_plus", "age_70_plus", "child", "temperature_high",
                         "severe_pain", "pain_over_six_weeks", "any_spine_pain"}) {
    CHECK(std::find(ids.begin(), ids.end(), id) != ids.end());
  }
}
