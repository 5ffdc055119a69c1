#include "intents/word_groups.h"

#include <catch2/catch.hpp>

#include "tests/base/temp_folder.h"

using intents::WordGroups;
using Lines = std::vector<std::string>;

namespace {

Lines faults(const std::string& a, const std::string& b = "\"z\": {\"words\": [\"z\"]}") {
  const TempFolder folder;
  folder.write("words/a.json", "{\"groups\": {" + a + "}}");
  folder.write("words/b.json", "{\"groups\": {" + b + "}}");
  base::Problems problems;
  WordGroups::load(folder.path(), "words", problems);
  return lines_of(problems);
}

}  // namespace

TEST_CASE("word groups: groups of all files are one set", "[word_groups]") {
  const TempFolder folder;
  folder.write(
      "words/a.json",
      R"({"note": "legs", "groups": {"leg": {"note": "n", "words": ["leg", "<thigh>"]}}})");
  folder.write("words/b.json", R"({"groups": {
    "thigh": {"words": ["thigh"], "misspellings": ["thai"]},
    "year": {"regex": "(?:19|20)[0-9]{2}", "note": "endless"}}})");
  base::Problems problems;
  const auto groups = WordGroups::load(folder.path(), "words", problems);
  CHECK(lines_of(problems) == Lines{});
  REQUIRE(groups.find("leg") != nullptr);
  CHECK(groups.find("leg")->words.size() == 2);
  CHECK(groups.find("thigh")->misspellings.size() == 1);
  CHECK(groups.find("year")->regex == "(?:19|20)[0-9]{2}");
  CHECK(groups.find("arm") == nullptr);
  CHECK(groups.all().size() == 3);
}

TEST_CASE("word groups: a group that is not there is named where it is used", "[word_groups]") {
  CHECK(faults(R"("leg": {"words": ["[my] <thig>"]})") ==
        Lines{"words/a.json, groups, leg: the group <thig> is not known"});
}

TEST_CASE("word groups: a circle is told for each group on it", "[word_groups]") {
  CHECK(
      faults(
          R"("a": {"words": ["<b>"]}, "b": {"words": ["x", "<a> y"]}, "c": {"words": ["<a>"]})") ==
      Lines{"words/a.json, groups, a: the group leads back to itself",
            "words/a.json, groups, b: the group leads back to itself"});
  CHECK(faults(R"("a": {"words": ["<a>"]})") ==
        Lines{"words/a.json, groups, a: the group leads back to itself"});
}

TEST_CASE("word groups: two groups of one name are a problem", "[word_groups]") {
  CHECK(faults(R"("leg": {"words": ["leg"]})", R"("leg": {"words": ["legs"]})") ==
        Lines{"words/b.json, groups, leg: the group stands in words/a.json already"});
}

TEST_CASE("word groups: faults in phrases and patterns are told by place", "[word_groups]") {
  CHECK(faults(R"("leg": {"words": ["leg", "(thigh"], "misspellings": ["]"], "extra": 1})") ==
        Lines{"words/a.json, groups, leg: the key \"extra\" is not known here (known: words, "
              "misspellings, regex)",
              "words/a.json, groups, leg, words, 2nd entry: the bracket \"(\" is never closed",
              "words/a.json, groups, leg, misspellings, 1st entry: the bracket \"]\" was never "
              "opened"});
  CHECK(faults(R"("year": {"regex": "[0-9"})") ==
        Lines{"words/a.json, groups, year: a \"regex\" needs a \"note\" that says why",
              "words/a.json, groups, year, regex: not a valid pattern: missing ]: [0-9"});
  CHECK(faults(R"("leg": {})") == Lines{"words/a.json, groups, leg: the key \"words\" is missing"});
  CHECK(faults(R"("leg": ["leg"])") ==
        Lines{"words/a.json, groups, leg: this must be an object { ... }"});
  CHECK(faults(R"("gap": {"words": ["leg ... sore"]})") ==
        Lines{"words/a.json, groups, gap, words, 1st entry: a group must not hold \"...\""});
}

TEST_CASE("word groups: phrases of other files are read with the groups", "[word_groups]") {
  const TempFolder folder;
  folder.write("words/a.json", R"({"groups": {"leg": {"words": ["leg"]}}})");
  folder.write("f/x.json",
               R"({"phrases": ["sore <leg>", "<arm>", "sore|", "<leg>"], "one": "<arm>"})");
  base::Problems problems;
  const auto groups = WordGroups::load(folder.path(), "words", problems);
  const base::DataFile file(folder.path() / "f/x.json", "f/x.json", problems);
  const auto phrases = groups.read_phrases(file.root(), "phrases", true);
  CHECK(phrases.size() == 2);
  CHECK(groups.read_phrases(file.root(), "unless", false).empty());
  CHECK(groups.read_phrases(file.root(), "unless", true).empty());
  CHECK_FALSE(groups.read_phrase(file.root(), "<arm>"));
  CHECK_FALSE(groups.read_phrase(file.root(), "(leg"));
  CHECK(groups.read_phrase(file.root(), "<leg>"));
  CHECK(lines_of(problems) ==
        Lines{"f/x.json, phrases, 3rd entry: \"|\" must stand inside brackets ( )",
              "f/x.json, phrases, 2nd entry: the group <arm> is not known",
              "f/x.json: the key \"unless\" is missing", "f/x.json: the group <arm> is not known",
              "f/x.json: the bracket \"(\" is never closed"});
}
