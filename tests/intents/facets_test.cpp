#include "intents/facets.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

using Lines = std::vector<std::string>;

namespace {

bool asks(const intents::Understanding& u, const std::string& facet) {
  return std::any_of(u.queries.begin(), u.queries.end(),
                     [&](const intents::Query& q) { return q.facet == facet; });
}

// The facets found by the two words files of a test, as "id: words".
Lines found(const std::string& text) {
  const TempFolder folder;
  folder.write("words/a.json", R"({"groups": {"pain": {"words": ["pain"]}}})");
  folder.write("facets.json", R"({"facets": [
    {"id": "risks", "phrases": ["risks", "is ... safe"], "examples": ["risks"]},
    {"id": "treatment", "phrases": ["treatment", "what helps"], "examples": ["treatment"]},
    {"id": "definition", "phrases": ["what is", "what helps"], "examples": ["what is"]}]})");
  base::Problems problems;
  const auto groups = intents::WordGroups::load(folder.path(), "words", problems);
  auto facets = intents::Facets::load(folder.path(), "facets.json", groups, problems);
  intents::PhraseSet set(groups);
  facets.add_to(set);
  REQUIRE(set.compile(problems));
  const auto u = intents::clean(text);
  Lines result;
  for (const auto& place : facets.places(set.find(u))) {
    result.push_back(place.id + ": " + u.words_text(place.span));
  }
  return result;
}

}  // namespace

TEST_CASE("facets: the fuller cue wins, then the one that stands earlier in the file", "[facets]") {
  CHECK(found("what is the treatment") == Lines{"definition: what is", "treatment: treatment"});
  CHECK(found("what helps") == Lines{"treatment: what helps"});
  CHECK(found("is it safe") == Lines{"risks: is it safe"});
  CHECK(found("risks and treatment") == Lines{"risks: risks", "treatment: treatment"});
  CHECK(found("sore back").empty());
}

TEST_CASE("facets: nine of ten examples reach their facet", "[facets]") {
  int right = 0, all = 0;
  for (const auto& facet : real_intents().facets().all()) {
    for (const auto& example : facet.examples) {
      ++all;
      const auto u = understand(example);
      if (asks(u, facet.id)) {
        ++right;
        continue;
      }
      std::string got;
      for (const auto& q : u.queries) got += " [" + q.topic + " " + q.facet + "]";
      UNSCOPED_INFO(facet.id << ": " << example << " ->" << got);
    }
  }
  CAPTURE(right, all);
  CHECK(right * 10 >= all * 9);
  if (right < all) WARN("facet examples that miss: " << all - right << " of " << all);
}

TEST_CASE("facets: faults of the file are told by place", "[facets]") {
  const TempFolder folder;
  folder.write("words/a.json", R"({"groups": {"pain": {"words": ["pain"]}}})");
  folder.write("facets.json",
               R"({"facets": [{"id": "risks", "phrases": ["(risks"], "examples": []}, {}]})");
  base::Problems problems;
  const auto groups = intents::WordGroups::load(folder.path(), "words", problems);
  intents::Facets::load(folder.path(), "facets.json", groups, problems);
  CHECK(
      lines_of(problems) ==
      Lines{"facets.json, facets, 1st entry, phrases, 1st entry: the bracket \"(\" is never closed",
            "facets.json, facets, 1st entry, examples: the list is empty",
            "facets.json, facets, 2nd entry: the key \"id\" is missing",
            "facets.json, facets, 2nd entry: the key \"phrases\" is missing",
            "facets.json, facets, 2nd entry: the key \"examples\" is missing"});
}
