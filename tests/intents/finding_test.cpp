#include "intents/finding.h"

#include <catch2/catch.hpp>

#include "tests/intents/small_intents.h"

using intents::Findings;
using Lines = std::vector<std::string>;

namespace {

const char* kShared = R"("class": "symptom", "title": "t", "examples": ["a", "b"],
  "not": [{"text": "a", "goes_to": "nothing"}, {"text": "b", "goes_to": "absent"},
          {"text": "c", "goes_to": "past"}, {"text": "d", "goes_to": "future"},
          {"text": "e", "goes_to": "topic:x"}])";

const Small<Findings>& findings() {
  static const Small<Findings> small(
      kShared,
      {{"fall",
        R"("phrases": ["fell [down]", "fell off"], "unless": ["fell asleep", "fell off the chart"])"},
       {"numb_leg",
        R"("phrases": ["numb", "numb <leg>"], "compose": [["numb", "<leg>"]], "within": 3)"}});
  return small;
}

// "finding: words", with the sign in brackets when it is not all of it.
Lines found(const std::string& text) {
  const auto u = intents::clean(text);
  Lines lines;
  for (const auto& place : findings().places(u)) {
    const auto& finding = findings().kind().all()[place.finding];
    lines.push_back(finding.id + ": " + u.words_text(place.span) +
                    (place.sign == place.span ? "" : " (" + u.words_text(place.sign) + ")"));
  }
  return lines;
}

}  // namespace

TEST_CASE("findings: of overlapping places the fullest is kept", "[finding]") {
  CHECK(found("i fell down") == Lines{"fall: fell down"});
  CHECK(found("numb leg") == Lines{"numb_leg: numb leg"});
  CHECK(found("my leg is numb") == Lines{"numb_leg: leg is numb (numb)"});
  CHECK(found("numb arm") == Lines{"numb_leg: numb"});
  CHECK(found("all is well").empty());
}

TEST_CASE("findings: places come in order of the message", "[finding]") {
  CHECK(found("leg is numb, i fell, it is numb") ==
        Lines{"numb_leg: leg is numb (numb)", "fall: fell", "numb_leg: numb"});
}

TEST_CASE("findings: a look-alike masks what it overlaps and no more", "[finding]") {
  CHECK(found("i fell asleep").empty());
  CHECK(found("it fell off the chart").empty());
  CHECK(found("i fell asleep then fell down") == Lines{"fall: fell down"});
}

TEST_CASE("findings: what stands in their files can be looked up", "[finding]") {
  const auto& all = findings().kind();
  REQUIRE(all.find("fall") != nullptr);
  CHECK(all.find("fall")->file == "data/fall.json");
  CHECK(all.find("fall")->counter_examples.size() == 5);
  CHECK(all.find("fall")->counter_examples[1].goes_to == "absent");
  CHECK(all.find("numb_leg")->phrases.compositions[0].within == 3);
  CHECK(all.find("numb_leg")->phrases.compositions[0].text == "numb + <leg>");
  CHECK(all.find("trip") == nullptr);
}
