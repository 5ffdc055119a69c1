// The ids of questions: what a client sends back with a tapped answer, and what the conversation
// keeps of the question that is open. Written and read only here.
//
// "safety_screen", "ask:FLAG:INDEX" (a danger sign's own question), "confirm:FINDING",
// "clarify" and "clarify:FACET".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/plan.h"

namespace bot {

std::string question_id(const Asking&);

// What the id asks; nothing when it is of another kind.
std::optional<FlagQuestion> flag_question(std::string_view id);
std::optional<std::string> finding_to_confirm(std::string_view id);
std::optional<std::string> facet_to_clarify(std::string_view id);  // may be empty

}  // namespace bot
