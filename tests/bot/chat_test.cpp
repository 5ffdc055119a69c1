// The whole way of a message on the real data: promises that hold for every conversation.
#include "bot/chat.h"

#include <nlohmann/json.hpp>
#include <thread>

#include "bot/safety_screen.h"
#include "bot/wire.h"
#include "tests/bot/test_chat.h"

using knowledge::Level;

namespace {

std::string bytes_of(bot::Reply reply) {
  reply.conversation_id.clear();
  return bot::dump(bot::to_json(reply));
}

const std::vector<std::string> kTalk = {"my lower back hurts when I sit all day",
                                        "what exercises?",
                                        "upper vs lower back pain",
                                        "what is sciatica and does massage help",
                                        "and in pregnancy?",
                                        "cant feel when i wipe",
                                        "ok but what about heat"};

std::vector<std::string> play(const std::vector<std::string>& messages) {
  TestChat chat;
  std::vector<std::string> replies;
  for (const auto& message : messages) replies.push_back(bytes_of(chat.say(message)));
  return replies;
}

}  // namespace

TEST_CASE("chat: the same talk gives the same bytes, on every thread", "[chat]") {
  const auto expected = play(kTalk);
  std::vector<std::vector<std::string>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&result] { result = play(kTalk); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == expected);
}

TEST_CASE("chat: every option of the safety screen raises the level", "[chat]") {
  for (const auto& option : bot::screen_options()) {
    INFO(option.id);
    TestChat chat;
    const auto reply = chat.say("my lower back has hurt since monday");
    REQUIRE(reply.question);
    CHECK(reply.question->id == bot::kScreenId);
    const auto tapped = chat.tap(reply.question->id, {std::string(option.id)});
    CHECK(tapped.triage.level >= Level::kUrgent);
    CHECK(std::holds_alternative<bot::CareCardBlock>(tapped.blocks.front()));
  }
}

TEST_CASE("chat: none of these is taken and the screen comes once", "[chat]") {
  TestChat chat;
  auto reply = chat.say("my lower back has hurt since monday");
  REQUIRE(reply.question);
  reply = chat.tap(reply.question->id, {"none"});
  CHECK(reply.triage.level == Level::kNone);
  CHECK_FALSE(reply.question);
  reply = chat.say("it still hurts a bit");
  CHECK_FALSE(reply.question);
  chat.now += std::chrono::hours(25);
}

TEST_CASE("chat: an answer that fits no open question is refused and changes nothing", "[chat]") {
  TestChat chat;
  chat.say("my lower back has hurt since monday");
  const auto before = chat.chat().conversation(chat.id(), chat.now);
  for (const bot::Answer& bad : {bot::Answer{"safety_screen", {"no_such_option"}},
                                 bot::Answer{"safety_screen", {}}, bot::Answer{"other", {"yes"}}}) {
    const auto outcome = chat.chat().answer({"", bad, chat.id(), ""}, chat.now);
    REQUIRE(std::holds_alternative<bot::Refused>(outcome));
    CHECK(std::get<bot::Refused>(outcome).why == bot::Refusal::kInvalidRequest);
  }
  CHECK(chat.chat().conversation(chat.id(), chat.now)->turn == before->turn);
}

TEST_CASE("chat: a repeated message id gives the same reply and counts once", "[chat]") {
  TestChat chat;
  chat.say("what is sciatica");
  const auto first = chat.send({"and how long does it last", {}, chat.id(), "m-1"});
  const auto again = chat.send({"and how long does it last", {}, chat.id(), "m-1"});
  CHECK(bytes_of(first) == bytes_of(again));
  CHECK(chat.chat().conversation(chat.id(), chat.now)->turn == 2);
  const auto other = chat.chat().answer({"something else", {}, chat.id(), "m-1"}, chat.now);
  REQUIRE(std::holds_alternative<bot::Refused>(other));
  CHECK(std::get<bot::Refused>(other).why == bot::Refusal::kConflict);
}

TEST_CASE("chat: unknown conversations are refused, forgotten ones are gone", "[chat]") {
  TestChat chat;
  chat.say("what is sciatica");
  CHECK(chat.chat().forget(chat.id()));
  const auto outcome = chat.chat().answer({"hello", {}, chat.id(), ""}, chat.now);
  REQUIRE(std::holds_alternative<bot::Refused>(outcome));
  CHECK(std::get<bot::Refused>(outcome).why == bot::Refusal::kConversationNotFound);
}

TEST_CASE("chat: the level latches against everything but a confirmed correction", "[chat]") {
  for (const auto* message : {"i'm fine", "lol just joking", "ok thx", "give me exercises",
                              "start over", "no i won't go", "my wife says it is nothing"}) {
    INFO(message);
    TestChat chat;
    CHECK(chat.say("both my legs have gone numb since this morning").triage.level ==
          Level::kEmergency);
    const auto reply = chat.say(message);
    CHECK(reply.triage.level == Level::kEmergency);
    REQUIRE_FALSE(reply.blocks.empty());
  }
}

TEST_CASE("chat: every reply has text, sources known, and never twice the same", "[chat]") {
  TestChat chat;
  std::string last;
  for (const auto* message : {"hello", "hello", "what is sciatica", "what is sciatica",
                              "does heat help", "does heat help", "xyzzy plugh", "xyzzy plugh",
                              "thanks", "thanks", "more", "more", "more"}) {
    INFO(message);
    const auto reply = chat.say(message);
    CHECK_FALSE(reply.text.empty());
    CHECK(reply.text != last);
    last = reply.text;
    for (const auto& source : reply.sources) CHECK(chat.chat().library().find_source(source.id));
  }
}

TEST_CASE("chat: what quick replies say is understood as what they offer", "[chat]") {
  const auto& world = TestWorld::get();
  int offered = 0;
  std::vector<std::string> lost;
  for (const auto& [id, topic] : world.library->topics()) {
    TestChat chat;
    const auto reply = chat.say("what is " + topic.title);
    for (const auto& quick : reply.quick_replies) {
      ++offered;
      // "Tell me more" and the like go on from the talk; the others say all by themselves.
      TestChat fresh;
      const auto next = (quick.label == quick.message ? chat : fresh).say(quick.message);
      if (next.topics.empty() || reply.topics.empty()) {
        lost.push_back(id + ": " + quick.message);
        continue;
      }
      // The topic itself, or a narrower one beside it ("what causes upper back pain").
      const auto& given = next.topics.front().id;
      const auto* shown = world.library->find_topic(reply.topics.back().id);
      const bool same =
          given == shown->id ||
          std::find(shown->related.begin(), shown->related.end(), given) != shown->related.end();
      if (!same) lost.push_back(id + ": " + quick.message);
    }
  }
  CHECK(offered > 100);
  for (const auto& message : lost) UNSCOPED_INFO(message);
  CHECK(lost.empty());
}
