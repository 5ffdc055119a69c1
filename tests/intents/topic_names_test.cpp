#include "intents/topic_names.h"

#include <catch2/catch.hpp>

#include "tests/intents/small_intents.h"

using intents::Topics;
using Lines = std::vector<std::string>;

namespace {

const char* kShared = R"("examples": ["a", "b", "c", "d"],
  "not": [{"text": "a", "goes_to": "nothing"}, {"text": "b", "goes_to": "nothing"}])";

const Small<Topics>& topics() {
  static const Small<Topics> small(
      kShared,
      {{"back", R"("names": ["back pain", "backache"], "phrases": ["back ... sore"])"},
       {"low-back", R"("names": ["lower back", "lower back pain"], "misspellings": ["lowr bak"])"},
       {"disc", R"("names": ["disc"], "not_names": ["compact disc", "disc golf"])"},
       {"slipped-disc", R"("names": ["slipped disc", "bulge"])"},
       {"bulging-disc", R"("names": ["bulging disc", "bulge"])"}});
  return small;
}

// "topic: words", with the rivals behind a slash.
Lines found(const std::string& text) {
  const auto u = intents::clean(text);
  Lines lines;
  for (const auto& place : topics().places(u)) {
    std::string line = place.id + ": " + u.words_text(place.span);
    for (const auto& rival : place.rivals) line += " / " + rival;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("topics: a name inside a longer name is dropped", "[topic_names]") {
  CHECK(found("i have back pain") == Lines{"back: back pain"});
  CHECK(found("lower back pain") == Lines{"low-back: lower back pain"});
  CHECK(found("a slipped disc") == Lines{"slipped-disc: slipped disc"});
  CHECK(found("my disc") == Lines{"disc: disc"});
  CHECK(found("lowr bak") == Lines{"low-back: lowr bak"});
  CHECK(found("all is well").empty());
}

TEST_CASE("topics: of two with the same words the first by id speaks, the other is its rival",
          "[topic_names]") {
  CHECK(found("a bulge") == Lines{"bulging-disc: bulge / slipped-disc"});
}

TEST_CASE("topics: other meanings mask a name", "[topic_names]") {
  CHECK(found("a compact disc").empty());
  CHECK(found("disc golf and my disc") == Lines{"disc: disc"});
}

TEST_CASE("topics: they come in order of the message", "[topic_names]") {
  CHECK(found("slipped disc, back pain, bulge") == Lines{"slipped-disc: slipped disc",
                                                         "back: back pain",
                                                         "bulging-disc: bulge / slipped-disc"});
}

TEST_CASE("topics: a name in the gap of a phrase is its own", "[topic_names]") {
  CHECK(found("back with a disc so sore") == Lines{"back: back with a disc so sore", "disc: disc"});
}
