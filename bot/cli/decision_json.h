// What the bot makes of an understood message, stage by stage: triage, plan, reply.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "bot/cli/world.h"

namespace bot::cli {

// The first message of a conversation. Keys: triage, plan, reply.
// Requires: the world has no problems.
nlohmann::ordered_json decide_to_json(const World&, const intents::Understanding&);

}  // namespace bot::cli
