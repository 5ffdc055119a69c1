#include "bot/cli/score.h"

#include <catch2/catch.hpp>

using bot::Reply;
using bot::cli::Label;
using bot::cli::Score;
using bot::cli::Tally;
using bot::cli::wilson;
using knowledge::Level;

namespace {

Label labelled(Level level, Level lowest, Level highest) {
  Label label;
  label.has_level = true;
  label.level = level;
  label.lowest = lowest;
  label.highest = highest;
  return label;
}

Reply given(Level level) {
  Reply reply;
  reply.triage.level = level;
  return reply;
}

}  // namespace

TEST_CASE("wilson: the intervals of textbooks", "[score]") {
  CHECK(wilson({81, 263}).low == Approx(0.2553).margin(0.0001));
  CHECK(wilson({81, 263}).high == Approx(0.3662).margin(0.0001));
  CHECK(wilson({0, 20}).low == Approx(0.0).margin(1e-12));
  CHECK(wilson({0, 20}).high == Approx(0.1611).margin(0.0001));
  CHECK(wilson({20, 20}).high == Approx(1.0));
  CHECK(wilson({0, 0}).low == 0.0);
  CHECK(wilson({0, 0}).high == 1.0);
}

TEST_CASE("score: right is the label, the other label, and what lies between", "[score]") {
  Score score;
  const Label wide = labelled(Level::kUrgent, Level::kSoon, Level::kUrgent);
  for (const Level level : {Level::kNone, Level::kSoon, Level::kUrgent, Level::kEmergency}) {
    score.add(wide, given(level), "");
  }
  CHECK(score.level.right == 2);
  CHECK(score.level.all == 4);
  REQUIRE(score.misses.size() == 2);
  CHECK(score.misses[0].what == "level too low");
  CHECK(score.misses[0].expected == "soon to urgent");
  CHECK(score.misses[1].what == "level too high");
}

TEST_CASE("score: a label that leaves a threshold open does not count for it", "[score]") {
  Score score;
  score.add(labelled(Level::kUrgent, Level::kSoon, Level::kUrgent), given(Level::kSoon), "");
  score.add(labelled(Level::kEmergency, Level::kEmergency, Level::kEmergency),
            given(Level::kUrgent), "");
  score.add(labelled(Level::kNone, Level::kNone, Level::kNone), given(Level::kUrgent), "");
  const auto& urgent = score.at_least[static_cast<size_t>(Level::kUrgent)];
  CHECK(urgent.sensitivity.all == 1);
  CHECK(urgent.sensitivity.right == 1);
  CHECK(urgent.specificity.all == 1);
  CHECK(urgent.specificity.right == 0);
  const auto& emergency = score.at_least[static_cast<size_t>(Level::kEmergency)];
  CHECK(emergency.sensitivity.right == 0);
  CHECK(emergency.sensitivity.all == 1);
  CHECK(emergency.specificity.right == 2);
}

TEST_CASE("score: out of scope is turned down when the reply answers no topic", "[score]") {
  Score score;
  Label label;
  label.out_of_scope = true;
  Reply reply;
  score.add(label, reply, "");
  reply.topics = {{"cond-sciatica", "definition"}};
  score.add(label, reply, "");
  CHECK(score.rejected.right == 1);
  CHECK(score.rejected.all == 2);
}

TEST_CASE("score: a topic counts wherever it stands in the reply, a facet with its topic",
          "[score]") {
  Score score;
  Label label;
  label.topic = "cond-sciatica";
  label.facet = "treatment";
  Reply reply;
  reply.topics = {{"pt", "treatment"}, {"cond-sciatica", "definition"}};
  score.add(label, reply, "");
  CHECK(score.topic.right == 1);
  CHECK(score.facet.right == 0);
  reply.topics.push_back({"cond-sciatica", "treatment"});
  score.add(label, reply, "");
  CHECK(score.facet.right == 1);
}
