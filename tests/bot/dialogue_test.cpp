// How a talk goes on: whose signs they are, choices, context, the safety list passed over.
#include "bot/safety_screen.h"
#include "tests/bot/test_chat.h"

using knowledge::Action;
using knowledge::Level;

namespace {

bool answers(const bot::Reply& reply, const std::string& topic, const std::string& facet = "") {
  for (const auto& answered : reply.topics) {
    if (answered.id == topic && (facet.empty() || answered.facet == facet)) return true;
  }
  return false;
}

bool holds(const bot::Reply& reply, std::string_view text) {
  return reply.text.find(text) != std::string::npos;
}

const bot::CareCardBlock& card_of(const bot::Reply& reply) {
  REQUIRE_FALSE(reply.blocks.empty());
  REQUIRE(std::holds_alternative<bot::CareCardBlock>(reply.blocks.front()));
  return std::get<bot::CareCardBlock>(reply.blocks.front());
}

bot::Reply say_all(TestChat& chat, const std::vector<std::string>& messages) {
  bot::Reply reply;
  for (const auto& message : messages) reply = chat.say(message);
  return reply;
}

}  // namespace

TEST_CASE("dialogue: a carer is spoken to about the other person", "[dialogue]") {
  for (const std::vector<std::string>& talk :
       {std::vector<std::string>{"my mum has back pain", "none", "she can't feel her legs"},
        {"it's for my mum", "her back hurts", "can't feel when wiping"},
        {"my husband has back pain", "he wet himself this morning"}}) {
    INFO(talk.back());
    TestChat chat;
    auto reply = say_all(chat, talk);
    CHECK(reply.triage.level == Level::kEmergency);
    CHECK(card_of(reply).heading.find("them") != std::string::npos);
    reply = chat.say("ok");
    CHECK(holds(reply, "them"));
    CHECK_FALSE(holds(reply, "If you get worse"));
  }
}

TEST_CASE("dialogue: a carer with signs of their own is told about them", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"my husband fell off a ladder and his back hurts", "he cant move his legs"});
  const auto reply = chat.say("i feel numb between my legs too");
  CHECK(card_of(reply).heading.find("them") == std::string::npos);
}

TEST_CASE("dialogue: options of the list are taken by place and by name", "[dialogue]") {
  const auto level_after = [](const std::string& answer) {
    TestChat chat;
    chat.say("my back hurts");
    return chat.say(answer).triage.level;
  };
  for (const auto* one : {"2", "the second one", "1 and 2", "numb bit and bladder",
                          "the second and the fever one", "chest", "number 4"}) {
    INFO(one);
    CHECK(level_after(one) == Level::kEmergency);
  }
  for (const auto* none : {"none", "no", "none of these apply", "nope", "bladder is fine"}) {
    INFO(none);
    CHECK(level_after(none) == Level::kNone);
  }
}

TEST_CASE("dialogue: a safety list that was passed over comes once more", "[dialogue]") {
  TestChat chat;
  chat.say("my back hurts");
  auto reply = chat.say("what is sciatica");
  CHECK(answers(reply, "cond-sciatica"));
  REQUIRE(reply.question);
  CHECK(reply.question->id == bot::kScreenId);
  reply = chat.say("what is yoga");
  CHECK_FALSE(reply.question);
}

TEST_CASE("dialogue: the list comes after a question that went first", "[dialogue]") {
  TestChat chat;
  auto reply = chat.say("im 20 weeks pregnant with back pain");
  REQUIRE(reply.question);
  CHECK(reply.question->id == "ask:pregnancy_danger:0");
  reply = chat.say("no");
  REQUIRE(reply.question);
  CHECK(reply.question->id == bot::kScreenId);
}

TEST_CASE("dialogue: the list comes again for a new sign, not for the same pain", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"my back hurts", "none"});
  CHECK_FALSE(chat.say("it still hurts a bit").question);
  const auto reply = chat.say("now my left leg is tingling");
  REQUIRE(reply.question);
  CHECK(reply.question->id == bot::kScreenId);
}

TEST_CASE("dialogue: why tells the reason of the question that is open", "[dialogue]") {
  TestChat chat;
  chat.say("my back hurts");
  const auto reply = chat.say("why?");
  CHECK(holds(reply, "fast care matters") + holds(reply, "care quickly") == 1);
  CHECK(reply.question);
}

TEST_CASE("dialogue: a side question keeps the correction open", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"i cant feel my saddle area", "typo i CAN feel"});
  const auto reply = chat.say("what is yoga");
  REQUIRE(reply.question);
  CHECK(reply.question->id == "confirm:numb_saddle");
  CHECK(reply.triage.level == Level::kEmergency);
  CHECK(chat.say("yes").triage.level == Level::kSoon);
}

TEST_CASE("dialogue: with a sign goes all that the same words were heard as", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"i cant pee and my back hurts", "i meant my mum in 2010"});
  const auto reply = chat.say("yes");
  CHECK(reply.triage.level == Level::kSoon);
  CHECK(reply.triage.red_flags.empty());
}

TEST_CASE("dialogue: in despair every short word is answered with help", "[dialogue]") {
  TestChat chat;
  chat.say("i want to kill myself because of my back");
  for (const auto* message : {"yes", "i dont know", "ok", "what is sciatica", "i dont know", "ok",
                              "exercises", "im not going", "i was joking", "bye"}) {
    INFO(message);
    const auto reply = chat.say(message);
    CHECK(reply.triage.action == Action::kCrisisLine);
    CHECK(holds(reply, "crisis line"));
    CHECK_FALSE(holds(reply, "Ask me about a back problem"));
    CHECK_FALSE(holds(reply, "leave exercise"));
  }
}

TEST_CASE("dialogue: means told of later raise the call again", "[dialogue]") {
  TestChat chat;
  CHECK(chat.say("i want to kill myself").triage.action == Action::kCrisisLine);
  auto reply = chat.say("i have pills here");
  CHECK(reply.triage.action == Action::kAmbulance);
  CHECK(holds(reply, "have pills"));
  reply = chat.say("ok");
  CHECK(reply.triage.action == Action::kAmbulance);
  CHECK_FALSE(holds(reply, "get checked"));
}

TEST_CASE("dialogue: pills alone are no means", "[dialogue]") {
  TestChat chat;
  CHECK(chat.say("i have pills here").triage.level == Level::kNone);
}

TEST_CASE("dialogue: an amount or an intent may come with the next message", "[dialogue]") {
  for (const auto* message : {"about 30", "all of them", "on purpose", "i meant to take them"}) {
    INFO(message);
    TestChat chat;
    chat.say("i took too many painkillers");
    CHECK(chat.say(message).triage.action == Action::kAmbulance);
  }
}

TEST_CASE("dialogue: in despair it is answered who is there and who cannot call", "[dialogue]") {
  const auto& library = *TestWorld::get().library;
  const auto answered_with = [&](const std::string& message, const std::string& id) {
    TestChat chat;
    chat.say("i want to kill myself");
    const std::string text = chat.say(message).text;
    const auto begins = [&](size_t variant) {
      return text.find(library.reply(id, variant).substr(0, 30)) != std::string::npos;
    };
    return begins(0) || begins(1);
  };
  CHECK(answered_with("im on my own", "crisis_alone"));
  CHECK(answered_with("no", "crisis_alone"));
  CHECK(answered_with("my wife is here", "crisis_together"));
  CHECK(answered_with("i cant talk to anyone", "crisis_no_call"));
  CHECK(answered_with("i wont kill myself", "crisis_relief"));
  CHECK(answered_with("what exercises help my back", "crisis_first"));
}

TEST_CASE("dialogue: distress is heard before advice, and asked about directly", "[dialogue]") {
  TestChat yes;
  auto reply = yes.say("i feel hopeless about my back");
  CHECK(reply.triage.level == Level::kSoon);
  CHECK(holds(reply, "not wanting to be here"));
  CHECK_FALSE(answers(reply, "region-overview"));
  CHECK(yes.say("yes").triage.action == Action::kCrisisLine);
  TestChat no;
  no.say("i cant cope anymore");
  reply = no.say("no");
  CHECK(reply.triage.level == Level::kSoon);
  CHECK(holds(reply, "Thank you"));
}

TEST_CASE("dialogue: who is hurt by somebody is answered in private words", "[dialogue]") {
  TestChat chat;
  const auto reply = chat.say("im scared to go home, my husband hits me");
  CHECK(reply.triage.level == Level::kSoon);
  REQUIRE_FALSE(reply.blocks.empty());
  CHECK(std::holds_alternative<bot::TextBlock>(reply.blocks.front()));
  CHECK(holds(reply, "forget me"));
  CHECK_FALSE(holds(chat.say("should i leave him"), "outside what I know"));
}

TEST_CASE("dialogue: small talk after an emergency stays with it", "[dialogue]") {
  TestChat chat;
  chat.say("can't feel when i wipe");
  for (const auto* message : {"lol", "im fine", "ok", "thanks", "hello", "bye"}) {
    INFO(message);
    const auto reply = chat.say(message);
    CHECK(card_of(reply).level == Level::kEmergency);
    CHECK_FALSE(holds(reply, "jokes"));
    CHECK_FALSE(holds(reply, "Ask me something else"));
  }
}

TEST_CASE("dialogue: facts come before the answer they change", "[dialogue]") {
  TestChat thinner;
  thinner.say("im on warfarin");
  CHECK(thinner.say("can i take ibuprofen for my back").text.find("blood thinner") < 60);
  TestChat young;
  say_all(young, {"im 14 and my back hurts", "none"});
  const auto reply = young.say("what exercises can i do");
  CHECK(holds(reply, "adult"));
  CHECK_FALSE(holds(reply, "Walking, swimming"));
}

TEST_CASE("dialogue: context carries to remedies, places and choices", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"my lower back hurts", "none"});
  CHECK(answers(chat.say("no i meant my neck"), "region-neck", "self_care"));
  CHECK(answers(chat.say("can i take ibuprofen"), "med-nsaid"));
  CHECK(answers(chat.say("what exercises"), "region-neck", "exercise"));
  CHECK(answers(chat.say("which is better, heat or ice?"), "home-ice", "comparison"));
  CHECK(answers(chat.say("the second one"), "home-ice"));
  CHECK(answers(chat.say("and in pregnancy?"), "preg-back"));
}

TEST_CASE("dialogue: many danger signs are kept bounded, each told once", "[dialogue]") {
  TestChat chat;
  for (const auto* message :
       {"my back hurts and i wet myself", "cant feel when i wipe", "both my legs are weak",
        "i have a fever and shivers", "i have chest pain", "i am on warfarin", "i fell off a roof",
        "my face is drooping", "i am coughing blood", "i had cancer", "i cant move my leg",
        "my calf is swollen and red", "black tarry poo"}) {
    chat.say(message);
  }
  const auto reply = chat.say("what is sciatica");
  CHECK(reply.triage.red_flags.size() <= 8);
  const auto known = chat.chat().conversation(chat.id(), chat.now);
  CHECK(known->raised.size() > 8);
}

TEST_CASE("dialogue: what is remembered stays small", "[dialogue]") {
  TestChat chat;
  for (int i = 0; i < 50; ++i) {
    say_all(chat, {"my back hurts and i wet myself", "i was in a&e yesterday they did an mri",
                   "what is sciatica", "does heat help"});
  }
  const auto known = chat.chat().conversation(chat.id(), chat.now);
  CHECK(known->said.size() <= 60);
  CHECK(known->checked.size() <= known->raised.size());
  CHECK(known->last_topics.size() <= 5);
}

TEST_CASE("dialogue: the card speaks of the sign that was told last", "[dialogue]") {
  TestChat chat;
  say_all(chat, {"my back hurts and i have chest pain", "i fell off a roof"});
  const auto reply = chat.say("cant feel when i wipe");
  CHECK(holds(reply, "cant feel when i wipe"));
  CHECK(holds(reply, "base of your spine"));
}

TEST_CASE("dialogue: a question about a sign takes nothing back", "[dialogue]") {
  TestChat chat;
  chat.say("my back hurts and i wet myself");
  const auto reply = chat.say("what is sciatica");
  CHECK_FALSE(reply.question);
  CHECK(answers(reply, "cond-sciatica"));
}
