#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using Json = nlohmann::ordered_json;

TEST_CASE("explain: every stage is there, with the phrase that matched and why", "[explain]") {
  const Json json = Json::parse(
      run({"explain", "--json", "no fever, but i cant feel between my legs. what is siatica?"})
          .out);
  CHECK(json["clean"]["clauses"].size() >= 2);
  bool absent = false, active = false;
  for (const auto& finding : json["findings"]) {
    absent = absent || (finding["id"] == "fever" && finding["polarity"] == "absent");
    active = active || (finding["id"] == "numb_saddle" && finding["active"]);
    if (!finding["derived"]) CHECK_FALSE(finding["matched"].empty());
  }
  CHECK(absent);
  CHECK(active);
  CHECK(json["topics"][0]["id"] == "cond-sciatica");
  CHECK(json["triage"]["level"] == "emergency");
  CHECK_FALSE(json["triage"]["fired"].empty());
  CHECK_FALSE(json["plan"]["steps"].empty());
  CHECK_FALSE(json["reply"]["text"].empty());
}

TEST_CASE("explain: the reply is the one that ask gives", "[explain]") {
  for (const auto* message : {"hello", "my back hurts", "i cant feel between my legs"}) {
    INFO(message);
    CHECK(Json::parse(run({"explain", "--json", message}).out)["reply"].dump() + "\n" ==
          run({"ask", "--json", message}).out);
  }
}

TEST_CASE("explain: for people, with all stages named", "[explain]") {
  const std::string out = run({"explain", "i cant feel between my legs"}).out;
  for (const auto* stage : {"clean text", "findings", "topics", "facets", "queries", "acts",
                            "values", "triage: emergency", "plan", "reply", "matched: "}) {
    INFO(stage);
    CHECK(out.find(stage) != std::string::npos);
  }
}
