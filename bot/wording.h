// Inside compose: texts by id, filled for this clinic and turn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/compose.h"

namespace bot {

class Wording {
 public:
  // `carer`: to somebody who asks for another person.
  Wording(const knowledge::Library& library, const Settings& settings, int turn, bool carer);

  // The text of a reply id; of several wordings the one for this turn. To a carer the wording
  // under id + "_carer", when there is one.
  std::string text(std::string_view id, const Slots& more = {}) const;
  // A text that is not a reply (a danger sign's, a topic's), with its slots filled.
  std::string filled(std::string_view text) const;
  const Numbers& numbers() const { return numbers_; }
  const Settings& settings() const { return settings_; }
  bool carer() const { return carer_; }

 private:
  const knowledge::Library& library_;
  const Settings& settings_;
  Numbers numbers_;
  Slots slots_;
  size_t turn_;
  bool carer_;
};

// A title inside a sentence: "Sitting a lot" -> "sitting a lot", "MRI scan" stays, remarks in
// brackets and after a colon go.
std::string in_sentence(std::string title);

// compose_card.cpp
CareCardBlock full_card(const Disposition&, const Wording&);
CareCardBlock reminder_card(const Disposition&, const Wording&);
CareCardBlock soon_card(const FiredRule&, const Wording&);

// compose_question.cpp
Question ask(const Asking&, const Wording&, const knowledge::Library&);

// compose_text.cpp: a block as plain text, enough for a client that shows nothing else.
std::string as_text(const Block&, const Wording&);
std::string as_text(const Question&);

}  // namespace bot
