// How urgent it is: the danger-sign rules over everything the conversation has told.
//
// Promise: pure and total; runs on every message, in every state, before anything else is decided.
// The level never falls below what the conversation had (the latch); only decide() lowers it,
// after a correction that was confirmed. If the matcher failed, the level is emergency.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/conversation.h"
#include "intents/understanding.h"
#include "knowledge/library.h"

namespace bot {

// Danger signs that change how we talk, not only what we say.
inline constexpr std::string_view kCrisisFlag = "suicidal";
inline constexpr std::string_view kDistressFlag = "distress";
inline constexpr std::string_view kPrivateFlag = "safeguarding";

struct FiredRule {
  const knowledge::RedFlag* flag = nullptr;
  const knowledge::Rule* rule = nullptr;
  std::vector<std::string> findings;  // ids that made it fire
  std::vector<std::string> because;   // the person's own words
  bool carer = false;                 // it is about somebody in their care
  bool fresh = false;                 // raised with this message
};

struct DueAsk {
  const knowledge::RedFlag* flag = nullptr;
  size_t index = 0;  // in flag->asks
};

struct Disposition {
  knowledge::Level level = knowledge::Level::kNone;
  knowledge::Action action = knowledge::Action::kNone;
  std::vector<FiredRule> fired;  // one per danger sign, most urgent first
  std::vector<DueAsk> asks;      // what a weak or unclear sign makes us ask
  bool raised = false;           // a new sign or a higher level with this message
};

// Requires: remember() has added the message to `conversation`.
Disposition triage(const Conversation& conversation, const intents::Understanding&,
                   const knowledge::Library&);

// Whether the condition holds for what is known, as a rule of this level reads it.
bool holds(const knowledge::Condition&, knowledge::Level, const Conversation&);

}  // namespace bot
