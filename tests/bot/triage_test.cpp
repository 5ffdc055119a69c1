// Danger-sign rules on the real data: which messages raise which level.
#include "bot/triage.h"

#include "tests/bot/test_chat.h"

using knowledge::Level;

namespace {

struct Row {
  const char* message;
  Level level;
};

Level level_of(const std::string& message) { return TestChat().say(message).triage.level; }

}  // namespace

TEST_CASE("triage: danger signs in plain words", "[triage]") {
  const Row rows[] = {{"cant feel when i wipe", Level::kEmergency},
                      {"no fever or weight loss but i wet myself twice", Level::kEmergency},
                      {"my husband cant move his legs", Level::kEmergency},
                      {"sudden tearing pain between my shoulder blades", Level::kEmergency},
                      {"chest feels tight and my back aches", Level::kEmergency},
                      {"i want to kill myself", Level::kEmergency},
                      {"back pain and a temperature of 39", Level::kUrgent},
                      {"No numbness, no fever, pee fine. What is cauda equina?", Level::kNone},
                      {"had cauda equina in 2012, all fine now", Level::kNone},
                      {"what is saddle anaesthesia?", Level::kNone},
                      {"my back is killing me", Level::kNone},
                      {"does ibuprofen help back pain", Level::kNone},
                      {"tingling down my left leg with back pain", Level::kNone}};
  for (const Row& row : rows) {
    INFO(row.message);
    if (row.level == Level::kNone) {
      CHECK(level_of(row.message) < Level::kUrgent);
    } else {
      CHECK(level_of(row.message) >= row.level);
    }
  }
}

TEST_CASE("triage: signs told in different messages are put together", "[triage]") {
  TestChat chat;
  CHECK(chat.say("my back went on monday").triage.level < Level::kUrgent);
  CHECK(chat.say("i had breast cancer four years ago").triage.level < Level::kEmergency);
  CHECK(chat.say("and now my legs feel weak and heavy").triage.level == Level::kEmergency);
}

TEST_CASE("triage: pain for more than six weeks that does not ease is soon", "[triage]") {
  CHECK(level_of("my lower back has hurt for 3 months") == Level::kSoon);
  CHECK(level_of("my lower back has hurt for 3 days") == Level::kNone);
}

TEST_CASE("triage: a carer's words make the card speak of the other person", "[triage]") {
  const auto reply = TestChat().say("my husband cant move his legs");
  const auto* card = std::get_if<bot::CareCardBlock>(&reply.blocks.front());
  REQUIRE(card);
  CHECK(card->heading.find("them") != std::string::npos);
}

TEST_CASE("triage: a confirmed correction lowers, silence is never reached", "[triage]") {
  TestChat chat;
  chat.say("my legs are both numb");
  auto reply = chat.say("typo, i meant my legs are not numb");
  REQUIRE(reply.question);
  CHECK(reply.triage.level == Level::kEmergency);
  reply = chat.say("yes");
  CHECK(reply.triage.level == Level::kSoon);
}

TEST_CASE("triage: an unconfirmed correction keeps the level", "[triage]") {
  TestChat chat;
  chat.say("my legs are both numb");
  chat.say("typo, i meant my legs are not numb");
  CHECK(chat.say("no").triage.level == Level::kEmergency);
}

TEST_CASE("triage: examples of every danger sign reach it, look-alikes stay below", "[triage]") {
  for (const auto& flag : TestWorld::get().library->red_flags()) {
    for (const auto& example : flag.examples) {
      INFO(flag.id << ": " << example);
      const auto reply = TestChat().say(example);
      CHECK(reply.triage.level > Level::kNone);
    }
    for (const auto& example : flag.not_examples) {
      INFO(flag.id << ", not: " << example);
      CHECK(level_of(example) < Level::kUrgent);
    }
  }
}
