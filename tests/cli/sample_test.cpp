#include <catch2/catch.hpp>
#include <set>

#include "intents/clean.h"
#include "intents/intents.h"
#include "tests/cli/program.h"

TEST_CASE("sample: sentences differ, and the same seed gives the same ones", "[sample]") {
  const Ran ran = run({"sample", "numb_saddle", "--count", "50"});
  REQUIRE(ran.code == 0);
  const auto sentences = lines(ran.out);
  CHECK(sentences.size() == 50);
  CHECK(std::set<std::string>(sentences.begin(), sentences.end()).size() == 50);
  CHECK(run({"sample", "numb_saddle", "--count", "50"}).out == ran.out);
  CHECK(run({"sample", "numb_saddle", "--count", "50", "--seed", "2"}).out != ran.out);
}

TEST_CASE("sample: the phrases accept what they are said to accept", "[sample]") {
  base::Problems problems;
  const auto intents = intents::Intents::load(SOURCE_DIR, "en", problems);
  REQUIRE(intents);
  for (const auto* id : {"numb_saddle", "back_pain", "fever"}) {
    intents::PhraseSet phrases(intents->groups());
    phrases.add(intents->findings().find(id)->phrases);
    REQUIRE(phrases.compile(problems));
    for (const auto& sentence : lines(run({"sample", id, "--count", "100"}).out)) {
      INFO(id << ": " << sentence);
      CHECK_FALSE(phrases.find(intents::clean(sentence))[0].empty());
    }
  }
}
