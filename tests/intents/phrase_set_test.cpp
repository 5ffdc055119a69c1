#include "intents/phrase_set.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "intents/clean.h"
#include "tests/intents/phrases.h"
#include "tests/intents/reference_matcher.h"

using intents::PhraseHit;
using intents::PhraseList;
using intents::PhraseSet;
using intents::Span;

namespace {

const char* kGroups = R"json(
  "poss": {"words": ["my", "the"]},
  "leg": {"words": ["leg", "legs", "left (leg|thigh)"], "misspellings": ["lge"]},
  "numb": {"words": ["numb*", "no feeling", "cant feel"]},
  "body": {"words": ["<leg>", "back"]},
  "n": {"note": "a count", "regex": "[0-9]+|(?:one|two)(?: hundred)?"})json";

// The texts of all hits of one rule, each once, by place, longest first at one place.
std::vector<std::string> hits(const PhraseList& list, const std::string& text) {
  const auto groups = groups_of(kGroups);
  PhraseSet set(groups);
  set.add(list);
  base::Problems problems;
  REQUIRE(set.compile(problems));
  const auto u = intents::clean(text);
  const auto found = set.find(u)[0];
  std::vector<std::string> result;
  ReferenceMatcher::Spans spans;
  for (const PhraseHit& hit : found) {
    result.push_back(u.words_text(hit.span));
    spans.insert({hit.span.first, hit.span.last});
    for (const Span& part : hit.parts) CHECK(hit.span.contains(part));
  }
  CHECK(spans.size() == found.size());
  ReferenceMatcher reference(groups);
  reference.read(u);
  CHECK(reference.find(list) == spans);
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("phrase set: a phrase stands where its words stand", "[phrase_set]") {
  const struct {
    std::string phrase, text;
    Texts found;
  } kTable[] = {
      {"numb", "Numb, and numbness", {"numb"}},
      {"numb*", "numb numbness benumbed", {"numb", "numbness"}},
      {"(pain|ache) in leg", "ache in leg or pain in the leg", {"ache in leg"}},
      {"[my] leg", "my leg", {"my leg", "leg"}},
      {"sore [left] leg", "sore leg, sore left leg", {"sore leg", "sore left leg"}},
      {"can't feel", "I can\u2019t feel it", {"cant feel"}},
      {"x-ray", "an X-Ray or xray", {"x ray"}},
      {"I'll", "i'll be ill", {"i will"}},
      {"10/10", "10/10 not 10 10", {"10/10"}},
      {"l4", "L4/5 and l4", {"l4"}},
      {"\U0001F62D", "so sore \U0001F62D\U0001F62D", {"\U0001F62D", "\U0001F62D"}},
      {"no feeling", "no. Feeling well", {}},
      {"no feeling", "no, feeling; no feeling", {"no feeling", "no feeling"}},
      {"no feeling", "no; feeling", {"no feeling"}},
      {"<leg>", "my left thigh and lge", {"left thigh", "lge"}},
      {"<n> weeks", "3 weeks, two hundred weeks", {"3 weeks", "two hundred weeks"}},
      {"<numb> [<poss>] <body>", "numb my left leg", {"numb my left leg"}},
      {"<numb> [<poss>] <body>", "cant feel back. numb legs", {"cant feel back", "numb legs"}},
      {"<numb> <leg>", "numb. Leg is fine", {}},
  };
  for (const auto& row : kTable) {
    INFO(row.phrase << " in " << row.text);
    CHECK(hits({phrases({row.phrase}), {}, {}}, row.text) == row.found);
  }
}

TEST_CASE("phrase set: a gap skips up to five words and no barrier", "[phrase_set]") {
  const struct {
    std::string phrase, text;
    Texts found;
  } kTable[] = {
      {"numb ... leg", "numb leg", {"numb leg"}},
      {"numb ... leg", "numb in all of my poor leg", {"numb in all of my poor leg"}},
      {"numb ... leg", "numb in all of my poor old leg", {}},
      {"numb ... leg", "numb leg and leg", {"numb leg and leg", "numb leg"}},
      {"numb ... leg", "numb. My leg", {}},
      {"numb ... leg", "numb; my leg", {}},
      {"numb ... leg", "numb (in my leg)", {"numb in my leg"}},
      {"numb ... leg", "numb - all down my leg", {"numb all down my leg"}},
      {"numb ... leg", "numb but i lost a leg", {}},
      {"numb ... [my] leg", "numb all over leg", {"numb all over leg"}},
      {"numb ... [my] leg", "numb all over my leg", {"numb all over my leg"}},
      {"numb [so] ... leg", "numb right leg", {"numb right leg"}},
      {"numb ... [my] ... leg", "numb a my b leg", {"numb a my b leg"}},
      {"numb ... [my] ... leg", "numb all down this leg", {"numb all down this leg"}},
      {"(numb ... leg|sore leg) today", "numb in my leg today", {"numb in my leg today"}},
      {"numb ... <leg>", "numb here and left thigh", {"numb here and left thigh"}},
      {"(sore|numb ... [<poss>]) leg", "sore leg", {"sore leg"}},
  };
  for (const auto& row : kTable) {
    INFO(row.phrase << " in " << row.text);
    CHECK(hits({phrases({row.phrase}), {}, {}}, row.text) == row.found);
  }
}

TEST_CASE("phrase set: a composition stands in any order, near, without a barrier",
          "[phrase_set]") {
  const auto composed = [](const Texts& parts, int within, const std::string& text) {
    return hits({{}, {}, {{"", phrases(parts), within}}}, text);
  };
  CHECK(composed({"<numb>", "<leg>"}, 2, "my leg is so numb") == Texts{"leg is so numb"});
  CHECK(composed({"<numb>", "<leg>"}, 2, "numb in the leg") == Texts{"numb in the leg"});
  CHECK(composed({"<numb>", "<leg>"}, 1, "numb in the leg").empty());
  CHECK(composed({"<numb>", "<leg>"}, 6, "numb. The leg is fine").empty());
  CHECK(composed({"<numb>", "<leg>"}, 6, "numb; leg").empty());
  CHECK(composed({"<numb>", "<leg>"}, 6, "numb (both legs)") == Texts{"numb both legs"});
  CHECK(composed({"<body>", "<body>"}, 6, "back then leg") == Texts{"back then leg"});
  CHECK(composed({"<body>", "<body>"}, 6, "only my back").empty());
  CHECK(composed({"sore", "<leg>", "<poss>"}, 1, "leg sore, my") == Texts{"leg sore my"});
  CHECK(composed({"sore", "<leg>", "<poss>"}, 0, "leg is sore, my").empty());
}

TEST_CASE("phrase set: misspellings match but teach no spelling", "[phrase_set]") {
  const auto groups = groups_of(kGroups);
  PhraseSet set(groups);
  set.add({phrases({"sciatica"}), phrases({"siatica"}), {}});
  base::Problems problems;
  REQUIRE(set.compile(problems));
  CHECK(set.find(intents::clean("my siatica"))[0].size() == 1);
  CHECK(set.vocabulary().contains("sciatica"));
  CHECK(set.vocabulary().contains("thigh"));
  CHECK_FALSE(set.vocabulary().contains("siatica"));
  CHECK_FALSE(set.vocabulary().contains("lge"));
  CHECK(set.known_words().contains("siatica"));
  CHECK(set.known_words().contains("lge"));
}

TEST_CASE("phrase set: many look-alikes before it hide no hit", "[phrase_set]") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "numb leg. ";
  const auto row = hits({phrases({"<numb> <leg>"}), {}, {}}, text);
  CHECK(row.size() == 80);
  CHECK(hits({{}, {}, {{"", phrases({"<numb>", "<leg>"}), 6}}}, text).size() == 80);
}

TEST_CASE("phrase set: hits list the parts in the order of the phrase", "[phrase_set]") {
  const auto groups = groups_of(kGroups);
  PhraseSet set(groups);
  set.add({{}, {}, {{"", phrases({"<numb>", "<leg>"}), 6}}});
  set.add({phrases({"<numb> ... <leg>"}), {}, {}});
  base::Problems problems;
  REQUIRE(set.compile(problems));
  const auto found = set.find(intents::clean("my leg is numb. numb all my leg"));
  REQUIRE(found[0].size() == 2);
  CHECK(found[0][0] == PhraseHit{{1, 4}, {{3, 4}, {1, 2}}});
  CHECK(found[0][1] == PhraseHit{{4, 8}, {{4, 5}, {7, 8}}});
  REQUIRE(found[1].size() == 1);
  CHECK(found[1][0] == PhraseHit{{4, 8}, {{4, 5}, {7, 8}}});
}

TEST_CASE("phrase set: an empty message and an empty set have no hits", "[phrase_set]") {
  CHECK(hits({phrases({"leg"}), {}, {}}, "").empty());
  CHECK(hits({phrases({"<leg>"}), {}, {}}, "?!").empty());
  const auto groups = groups_of(kGroups);
  PhraseSet set(groups);
  base::Problems problems;
  CHECK(set.compile(problems));
  CHECK(set.find(intents::clean("leg")).empty());
}
