// The danger signs' own examples, played through the whole chat.
//
// One Problem for each of `examples` that does not raise its sign, and each of `not` whose reply is
// of level urgent or more.
#pragma once

#include "bot/cli/world.h"

namespace bot::cli {

// Requires: the world has no problems.
base::Problems check_red_flags(const World&);

}  // namespace bot::cli
