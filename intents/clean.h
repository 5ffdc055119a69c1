// The first stage of a message's way: raw text in, words and clauses out.
//
// Promise: total; any bytes give an Utterance, and the same bytes the same one. Nothing of the
// message is lost: every word leads back to the bytes it was typed with.
// Does not: correct spelling (spelling.h) or know any meaning.
#pragma once

#include <string_view>

#include "intents/utterance.h"

namespace intents {

Utterance clean(std::string_view raw);

// Rebuilds `text`, the words' places in it and the clauses after words were changed.
void rebuild(Utterance&);

}  // namespace intents
