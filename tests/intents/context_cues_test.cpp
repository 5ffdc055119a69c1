#include "intents/context_cues.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "intents/clean.h"
#include "intents/context_phrase.h"

using namespace intents;

namespace {

std::vector<std::string> rows(const char* phrase) {
  std::string error;
  auto result = write_out(phrase, error);
  CHECK(error.empty());
  return result;
}

std::string error_of(const char* phrase) {
  std::string error;
  CHECK(write_out(phrase, error).empty());
  return error;
}

ContextCues load(base::Problems& problems) {
  const base::DataFile file(SOURCE_DIR "/intents/en/context.json", "context.json", problems);
  ContextCues cues;
  cues.load(file.root());
  return cues;
}

// The texts of all cues of a kind found in the message, in order.
std::vector<std::string> found(const ContextCues& cues, const char* message, CueKind kind) {
  const Utterance u = clean(message);
  std::vector<std::string> texts;
  for (const CueHit& hit : cues.find(u, cues.classify(u))) {
    if (hit.cue->kind == kind) texts.push_back(u.words_text(hit.words));
  }
  return texts;
}

bool holds(const std::vector<std::string>& texts, const char* text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("context cues: short forms are written out", "[context_cues]") {
  CHECK(rows("no (sign|trace) of") == std::vector<std::string>{"no sign of", "no trace of"});
  CHECK(rows("no [new] pain") == std::vector<std::string>{"no new pain", "no  pain"});
  CHECK(rows("(a|b [c])") == std::vector<std::string>{"a", "b c", "b "});
}

TEST_CASE("context cues: a broken short form is explained", "[context_cues]") {
  CHECK(error_of("no (sign|trace of") == "the bracket \"(\" is never closed");
  CHECK(error_of("no sign] of") == "a bracket is closed but never opened");
  CHECK(error_of("(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)") ==
        "it stands for more than 400 rows of words");
}

TEST_CASE("context cues: the data loads without a fault", "[context_cues]") {
  base::Problems problems;
  const ContextCues cues = load(problems);
  for (const auto& p : problems) UNSCOPED_INFO(p.str());
  CHECK(problems.empty());
  CHECK(cues.size() > 1500);
}

TEST_CASE("context cues: slots, gaps and overlapping cues are found", "[context_cues]") {
  base::Problems problems;
  const ContextCues cues = load(problems);
  CHECK(holds(found(cues, "it began when I was 20", CueKind::kPast), "when i was 20"));
  CHECK(holds(found(cues, "my aunt is ill", CueKind::kOther), "my aunt"));
  CHECK(holds(found(cues, "never had it like this before", CueKind::kPseudo),
              "never had it like this before"));
  const auto negations = found(cues, "there is no evidence of it", CueKind::kNegation);
  CHECK(holds(negations, "no"));
  CHECK(holds(negations, "no evidence of"));
}

TEST_CASE("context cues: a cue does not run over the end of a sentence", "[context_cues]") {
  base::Problems problems;
  const ContextCues cues = load(problems);
  CHECK_FALSE(
      holds(found(cues, "I said no. Evidence of it", CueKind::kNegation), "no evidence of"));
  CHECK(holds(found(cues, "There is no\nevidence of it", CueKind::kNegation), "no evidence of"));
}

TEST_CASE("context cues: authors hear of their faults", "[context_cues]") {
  const std::string path = "context_cues_test_broken.json";
  std::ofstream(path) << R"({"cues": [{"kind": "negation", "direction": "up", "scope": "far",
                             "words": ["no (x"]}], "lists": {}})";
  base::Problems problems;
  const base::DataFile file(path, "context.json", problems);
  ContextCues cues;
  cues.load(file.root());
  std::string all;
  for (const auto& p : problems) all += p.str() + "\n";
  CHECK_THAT(all, Catch::Contains("direction"));
  CHECK_THAT(all, Catch::Contains("must be \"clause\""));
  CHECK_THAT(all, Catch::Contains("never closed"));
  CHECK_THAT(all, Catch::Contains("subject"));
  std::remove(path.c_str());
}
