// Entry point: decide_to_json. The order of the stages is Chat's.
#include "bot/cli/decision_json.h"

#include <nlohmann/json.hpp>

#include "bot/cli/talk.h"
#include "bot/compose.h"
#include "bot/decide.h"
#include "bot/remember.h"
#include "bot/triage.h"
#include "bot/wire.h"

namespace bot::cli {

using Json = nlohmann::ordered_json;

namespace {

Json triage_json(const Disposition& d) {
  Json fired = Json::array(), asks = Json::array();
  for (const auto& f : d.fired) {
    fired.push_back({{"id", f.flag->id},
                     {"code", f.flag->code},
                     {"level", name(f.rule->level)},
                     {"action", name(f.rule->action)},
                     {"why", f.rule->why},
                     {"findings", f.findings},
                     {"because", f.because},
                     {"carer", f.carer}});
  }
  for (const auto& ask : d.asks) {
    asks.push_back({{"id", ask.flag->id}, {"question", ask.flag->asks[ask.index].question}});
  }
  return {{"level", name(d.level)}, {"action", name(d.action)}, {"fired", fired}, {"asks", asks}};
}

struct StepToText {
  std::string operator()(const Say& s) const { return "say " + s.reply; }
  std::string operator()(const SayAs& s) const { return "say \"" + s.text + "\""; }
  std::string operator()(const FullCard&) const { return "care card"; }
  std::string operator()(const ReminderCard&) const { return "care card, short"; }
  std::string operator()(const SoonNote& s) const {
    return "note to be seen soon: " + s.fired->flag->id;
  }
  std::string operator()(const AnswerFacet& s) const {
    return "answer " + s.topic + " x " + s.facet;
  }
  std::string operator()(const ExerciseSteps& s) const { return "exercise steps of " + s.topic; }
  std::string operator()(const Compare& s) const { return "compare " + s.a + " with " + s.b; }
  std::string operator()(const Items& s) const { return "list \"" + s.title + "\""; }
};

struct AskingToText {
  std::string operator()(const ScreenQuestion&) const { return "safety screen"; }
  std::string operator()(const FlagQuestion& q) const {
    return q.flag + ", " + base::ordinal(q.index + 1) + " question";
  }
  std::string operator()(const ConfirmQuestion& q) const { return "confirm: not " + q.finding; }
  std::string operator()(const TopicChoice& q) const {
    std::string out = "which topic:";
    for (const auto& topic : q.topics) out += " " + topic;
    return out;
  }
};

Json plan_json(const Plan& plan) {
  Json steps = Json::array();
  for (const auto& step : plan.steps) steps.push_back(std::visit(StepToText{}, step));
  Json asking = nullptr;
  if (plan.asking) asking = std::visit(AskingToText{}, *plan.asking);
  return {{"steps", steps}, {"asking", asking}};
}

}  // namespace

Json decide_to_json(const World& world, const intents::Understanding& understanding) {
  Conversation conversation;
  conversation.turn = 1;
  remember(conversation, understanding);
  const Disposition disposition = triage(conversation, understanding, *world.library);
  const Plan plan =
      decide(conversation, understanding, {}, disposition, *world.library, default_time());
  Reply reply = compose(plan, disposition, understanding, *world.library, world.settings);
  reply.conversation_id = kConversationId;
  return {
      {"triage", triage_json(disposition)}, {"plan", plan_json(plan)}, {"reply", to_json(reply)}};
}

}  // namespace bot::cli
