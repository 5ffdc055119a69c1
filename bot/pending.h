// The answer to the question that was asked last: tapped or typed.
//
// Promise: a finding that an answer tells is remembered before triage looks. A bare "no" or "yes"
// is read against what the question asked; "none of these" counts only for a list that was shown;
// a skipped or unclear answer is never a no.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "bot/chat.h"
#include "bot/conversation.h"
#include "intents/understanding.h"
#include "knowledge/library.h"

namespace bot {

enum class Outcome {
  kNone,         // no question was pending, or the message does not answer it
  kScreenClear,  // "none of these"
  kScreenHit,    // one or more signs
  kScreenUnsure,
  kScreenYes,  // "yes" without saying which
  kAskYes,
  kAskNo,
  kAskUnsure,
  kConfirmed,
  kNotConfirmed,
  kTopicChosen,
  kInvalid,  // a tapped answer that fits no question that is open
};

struct Resolved {
  Resolved() = default;
  Resolved(Outcome what, std::string about, std::string asked)
      : outcome(what), subject(std::move(about)), facet(std::move(asked)) {}

  Outcome outcome = Outcome::kNone;
  std::string subject;                  // the finding confirmed, or the topic chosen
  std::string facet;                    // of the topic chosen
  std::optional<PendingQuestion> open;  // the question that the message passed over
};

// Clears `conversation.pending` when it was answered.
Resolved resolve_pending(Conversation& conversation, const intents::Understanding&,
                         const std::optional<Answer>& tapped, const knowledge::Library&);

}  // namespace bot
