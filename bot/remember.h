// What a message adds to what the conversation knows.
//
// Pure. Within a conversation a finding once told as present is not taken back by a later denial or
// by silence: only a confirmed correction does that (decide.h). A denial, a past or a feared
// finding is kept only while nothing worse is known.
#pragma once

#include "bot/conversation.h"
#include "intents/understanding.h"

namespace bot {

// Requires: `conversation.turn` is the turn of this message.
void remember(Conversation& conversation, const intents::Understanding&);

// Whether the talk is about somebody in the writer's care.
bool about_other(const Conversation& conversation);

// A finding told by choosing an option or by a yes; `quote`: the words chosen, if any.
void remember_tapped(Conversation& conversation, const std::string& finding,
                     const std::string& title, const std::string& quote);

}  // namespace bot
