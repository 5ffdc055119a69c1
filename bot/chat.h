// One message in, one reply out: the whole way of a message (README, "How a message travels").
//
// Promise: every message that is within the limits gets a reply; the same conversation state, time
// and message give the same reply bytes. A message with an emergency in it is answered even when
// the store fails.
// Threads: answer() and the rest may be called from any thread.
// Owns nothing: intents, library, sessions and settings must outlive it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bot/conversation.h"
#include "bot/reply.h"
#include "bot/sessions.h"
#include "bot/settings.h"

namespace intents {
class Intents;
struct Utterance;
}  // namespace intents
namespace knowledge {
class Library;
}

namespace bot {

struct Answer {  // a tapped answer
  std::string question_id;
  std::vector<std::string> values;
};

struct ChatRequest {
  std::string message;  // UTF-8; bad bytes are repaired, not refused
  std::optional<Answer> answer;
  std::string conversation_id;  // empty: begin a new one
  std::string message_id;       // empty: none
};

enum class Refusal {
  kInvalidRequest,        // neither message nor answer, too long, or an answer that fits nothing
  kConversationNotFound,  // unknown or expired
  kConflict,              // two messages of one conversation at the same time
};
struct Refused {
  Refusal why;
  std::string detail;  // plain words, nothing of the message
};

class Chat {
 public:
  Chat(const intents::Intents&, const knowledge::Library&, Sessions&, const Settings&);

  // If anything fails on the way, the reply is the emergency one and the conversation stays as it
  // was: never silence.
  std::variant<Reply, Refused> answer(const ChatRequest&, Instant now);

  // What is known of a conversation; nullopt when unknown or expired.
  std::optional<Conversation> conversation(const std::string& id, Instant now);
  bool forget(const std::string& id);

  const knowledge::Library& library() const { return library_; }
  const Settings& settings() const { return settings_; }

 private:
  std::variant<Reply, Refused> try_answer(const ChatRequest&, Instant now);
  Reply after_failure(const ChatRequest&, Instant now);
  // Nothing when somebody else put the conversation meanwhile.
  std::optional<std::variant<Reply, Refused>> answer_in(Stored&, const ChatRequest&,
                                                        const intents::Utterance&, Instant now,
                                                        bool last_try);
  struct Turn {
    Reply reply;
    Conversation next;
    bool emergency = false;
  };
  // Steps 2 and 4 to 6, from a state to a reply and the next state: pure.
  std::variant<Turn, Refused> take_turn(Conversation, const ChatRequest&, const intents::Utterance&,
                                        Instant now) const;

  const intents::Intents& intents_;
  const knowledge::Library& library_;
  Sessions& sessions_;
  const Settings& settings_;
  Reply failed_;  // made beforehand: what to say when there is no memory to think
};

}  // namespace bot
