// Runs every example and counter-example of the data through the whole matcher.
//
// Promise: one Problem for each sentence that does not do what its file says, in the author's
// words; each phrase must be hit by an example of its own.
#pragma once

#include "base/problem.h"
#include "intents/intents.h"

namespace intents {

base::Problems check_examples(const Intents&);

}  // namespace intents
