// Where a phrase that somebody took from a sentence stands in it.
//
// Tried in this order, the first place each time: the phrase's words in a row; its letters, in any
// case; its longest run of words; the first word that begins like one of its words ("numb" for
// "numbness"). Nothing of it is there: nullopt.
#pragma once

#include <optional>

#include "intents/utterance.h"

namespace bot::cli {

std::optional<intents::Span> find_phrase(const intents::Utterance& sentence,
                                         const intents::Utterance& phrase);

}  // namespace bot::cli
