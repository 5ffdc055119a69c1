// Whom a message speaks of when its findings do not say: the writer or somebody in their care.
//
// "It's for my mum", then "she can't feel her legs": the second names nobody, and is still not
// about the writer.
#pragma once

#include "intents/utterance.h"

namespace bot {

enum class Whom { kUnclear, kSelf, kOther };

// By the words of these clauses: "she", "my dad" against "i", "my".
Whom about_whom(const intents::Utterance&, intents::Span words);
Whom about_whom(const intents::Utterance&);

}  // namespace bot
