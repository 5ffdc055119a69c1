// From a plan to words: texts by id, slots filled, sources and evidence beside each claim.
//
// Promise: pure and total; the reply's text is never empty, holds everything its blocks say, and
// every id in it exists. The care card comes first.
#pragma once

#include "bot/plan.h"
#include "bot/reply.h"
#include "bot/settings.h"
#include "intents/understanding.h"
#include "knowledge/library.h"

namespace bot {

Reply compose(const Plan&, const Disposition&, const intents::Understanding&,
              const knowledge::Library&, const Settings&);

// The {slots} every text may use: EMERGENCY, URGENT_LINE, CRISIS, CLINIC, CONTACT ...
Slots common_slots(const Settings&, const knowledge::Library&);

}  // namespace bot
