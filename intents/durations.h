// How long something has gone on: "3 weeks", "a fortnight", "since Tuesday", "for years".
//
// "in 3 weeks", "every 2 days", "30 weeks pregnant" and ages are no durations.
#pragma once

#include <vector>

#include "intents/values.h"

namespace intents {

std::vector<Duration> find_durations(const Utterance&);

}  // namespace intents
