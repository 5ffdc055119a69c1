#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using Json = nlohmann::ordered_json;

namespace {

const char* const kRows =
    R"({"id": "r1", "text": "i cant feel between my legs and i wet myself", "level": "emergency"})"
    "\n"
    R"({"id": "r2", "text": "what is sciatica", "red_flag": "none", "red_flag_alt": null, "topic": "cond-sciatica", "facet": "definition", "author_kind": "crowd"})"
    "\n"
    R"({"id": "r3", "text": "what is sciatica", "red_flag": "emergency", "red_flag_alt": "urgent", "topic": "their-own-label", "author_kind": "patient"})"
    "\n"
    R"({"id": "r4", "text": "what is the capital of france", "label": "out_of_scope", "kind": "non-medical", "also_urgent": false})"
    "\n";

}  // namespace

TEST_CASE("eval: levels, topics and rejection are counted, and misses named by id", "[eval]") {
  const Ran ran = run({"eval", "--json", "-"}, kRows);
  REQUIRE(ran.code == 0);
  const Json json = Json::parse(ran.out);
  CHECK(json["level"]["right"] == 3);
  CHECK(json["level"]["of"] == 4);
  CHECK(json["at_least"]["emergency"]["sensitivity"]["of"] == 1);
  CHECK(json["at_least"]["urgent"]["sensitivity"]["of"] == 2);
  CHECK(json["confusion"]["emergency"]["none"] == 1);
  CHECK(json["topic"]["of"] == 1);
  CHECK(json["topic"]["right"] == 1);
  CHECK(json["facet"]["right"] == 1);
  CHECK(json["rejected"]["right"] == 1);
  CHECK(json["level_by_kind"]["patient"]["right"] == 0);
  REQUIRE(json["misses"].size() == 1);
  CHECK(json["misses"][0]["id"] == "r3");
}

TEST_CASE("eval: messages are shown only when asked for", "[eval]") {
  CHECK(run({"eval", "-"}, kRows).out.find("what is sciatica") == std::string::npos);
  CHECK(run({"eval", "--show-text", "-"}, kRows).out.find("what is sciatica") != std::string::npos);
}

TEST_CASE("eval: a bad row is named, left out, and makes the exit code 1", "[eval]") {
  const Ran ran = run({"eval", "-"},
                      "not json\n"
                      R"({"text": "hello", "level": "dire"})"
                      "\n");
  CHECK(ran.code == 1);
  CHECK(ran.err == "line 1: the line is not one JSON object\nline 2: \"dire\" is no level\n");
}
