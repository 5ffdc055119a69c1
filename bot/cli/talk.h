// Conversations without a server: the chat with a store for one conversation at a time.
//
// Promise: the same messages at the same times give the same replies, byte for byte; the
// conversation's id is always kConversationId. Too long a message is refused, as the server does.
#pragma once

#include <string>
#include <variant>

#include "bot/chat.h"
#include "bot/cli/world.h"

namespace bot::cli {

inline constexpr const char* kConversationId = "conversation";

// A store that holds one conversation, there from the start.
class OneConversation : public Sessions {
 public:
  std::optional<Stored> get(const std::string& id, Instant now) override;
  bool put(const std::string& id, const Conversation&, uint64_t version, Instant now) override;
  bool erase(const std::string& id) override;
  size_t size() const override { return 1; }

 private:
  Stored stored_{{}, 1};
};

// Requires: the world has no problems, and outlives the talk.
class Talk {
 public:
  explicit Talk(const World& world);

  void begin_again();
  std::variant<Reply, Refused> say(ChatRequest request, Instant now);
  std::variant<Reply, Refused> say(const std::string& message, Instant now);

 private:
  OneConversation store_;
  Chat chat_;
  size_t max_message_chars_;
};

// The times of the messages when nobody says otherwise: fixed, and a minute apart.
Instant default_time();
Instant time_of_turn(Instant begin, size_t turn);

}  // namespace bot::cli
