// What a message was understood as, stage by stage, for people who write phrases.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "intents/intents.h"

namespace bot::cli {

// Keys: message, clean, corrected, findings, topics, facets, queries, acts, values.
nlohmann::ordered_json understanding_to_json(const intents::Intents&,
                                             const intents::Understanding&);

const char* name(intents::FindingClass);

}  // namespace bot::cli
