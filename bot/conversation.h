// What one conversation remembers between messages: small, bounded, and free of message text apart
// from the short quotes that a danger sign was raised for.
//
// A plain value; sessions.h stores it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bot/reply.h"
#include "intents/status.h"

namespace bot {

using Instant = std::chrono::system_clock::time_point;

struct KnownFinding {
  intents::Status status;
  intents::FindingClass cls = intents::FindingClass::kSymptom;
  std::string title;   // in the patient's words
  std::string quote;   // at most 120 bytes
  int turn = 0;        // told last
  int first_turn = 0;  // told first

  bool active() const { return intents::counts_now(status, cls); }
};

struct PendingQuestion {
  std::string id;                    // "safety_screen", "ask:ces_saddle:0", "clarify", ...
  std::vector<std::string> options;  // ids, in the order shown
  int asked = 0;                     // how often it has been asked
};

struct Conversation {
  int version = 1;  // of this layout
  int turn = 0;
  std::map<std::string, KnownFinding> findings;
  std::map<std::string, std::string> facts;  // region, side, duration_days, age, severity, subject
  knowledge::Level level = knowledge::Level::kNone;
  knowledge::Action action = knowledge::Action::kNone;
  std::vector<RedFlagNotice> red_flags;  // raised so far, most urgent first, at most 8
  std::vector<std::string> raised;       // ids of all that were raised so far
  std::vector<std::string> checked;      // flags the person says were seen to by a clinician
  std::optional<PendingQuestion> pending;
  std::vector<TopicFacet> last_topics;  // what the last answer was about, newest first, at most 5
  std::vector<std::string> offered;     // topic ids the last reply let the person choose from
  std::vector<std::string> said;        // ids of texts said, newest last, at most 60
  int misses = 0;                       // messages in a row that were not understood
  bool screened = false;                // the safety screen was shown
  Instant screened_at{};
  int screened_turn = 0;
  bool screen_due = false;  // pain was told while something else had to be asked first
  bool refused = false;     // said once already that they will not go
  // For a safe retry: the state before the last message, so that the same message gives the same
  // reply again. One step deep.
  std::string last_message_id;
  uint64_t last_message_hash = 0;
  Instant last_message_at{};
  std::shared_ptr<const Conversation> before_last;
};

}  // namespace bot
