// A message cut into the parts that ask or tell one thing each.
//
// "What is sciatica and does massage help?" is two parts; "My back hurts, what can I do?" a told
// and an asked one. Cuts: clauses, and inside a clause a comma or a joining word before a word that
// opens a question. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "intents/utterance.h"

namespace intents {

struct QuestionPart {
  Span words;
  bool asked = false;  // sounds like a question or a request
  bool told =
      false;  // somebody says something of a person; neither: bare words, "sciatica surgery"
};

std::vector<QuestionPart> question_parts(const Utterance&);

// "what", "how", "does": a cue that begins with one asks; one that does not only names.
bool opens_question(std::string_view word);

// "what", "how", "why": these ask even inside a statement ("not sure how long it lasts").
bool is_question_word(std::string_view word);

}  // namespace intents
