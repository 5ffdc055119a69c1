#include "intents/topic_role.h"

#include <catch2/catch.hpp>

using intents::FacetPlace;
using intents::Role;
using intents::TopicPlace;

TEST_CASE("topic roles: by the family in the id", "[topic_role]") {
  CHECK(intents::role_of({"region-low", {}, {}}) == Role::kRegion);
  CHECK(intents::role_of({"anat-discs", {}, {}}) == Role::kAnatomy);
  CHECK(intents::role_of({"cond-sciatica", {}, {}}) == Role::kTrouble);
  CHECK(intents::role_of({"risk-smoking", {}, {}}) == Role::kCause);
  CHECK(intents::role_of({"pt", {}, {}}) == Role::kRemedy);
  CHECK(Role::kRegion < Role::kTrouble);
  CHECK(Role::kTrouble < Role::kRemedy);
}

TEST_CASE("topic roles: a cue means what fits the topic", "[topic_role]") {
  FacetPlace cue;
  cue.id = "when_to_seek_help";
  cue.of = {{"remedy", "risks"}, {"operation", "procedure"}, {"cause", "causes"}};
  const auto meant = [&](const char* topic) { return intents::facet_for({topic, {}, {}}, cue); };
  CHECK(meant("cond-sciatica") == "when_to_seek_help");
  CHECK(meant("home-heat") == "risks");
  CHECK(meant("surg-fusion") == "procedure");
  CHECK(meant("med-nsaid") == "risks");  // a medicine is a remedy
  CHECK(meant("risk-smoking") == "causes");
  CHECK(meant("prev-posture") == "causes");
}
