// What to answer: the dialogue's order, one step after the other.
//
// Order: escalate > take the answer to the pending question or a correction > answer what was
// asked, all of it > respond to what was told > clarify > fall back. Pure: never sees raw text,
// never chooses words; the same input gives the same Plan.
#pragma once

#include "bot/conversation.h"
#include "bot/pending.h"
#include "bot/plan.h"
#include "bot/triage.h"
#include "intents/understanding.h"
#include "knowledge/library.h"

namespace bot {

// Requires: remember() and resolve_pending() have seen the message.
Plan decide(const Conversation&, const intents::Understanding&, const Resolved&, const Disposition&,
            const knowledge::Library&, Instant now);

}  // namespace bot
