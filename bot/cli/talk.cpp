#include "bot/cli/talk.h"

#include "bot/http/json_body.h"

namespace bot::cli {

std::optional<Stored> OneConversation::get(const std::string& id, Instant) {
  if (id != kConversationId) return std::nullopt;
  return stored_;
}

bool OneConversation::put(const std::string& id, const Conversation& conversation, uint64_t version,
                          Instant) {
  if (id != kConversationId || version != stored_.version) return false;
  stored_ = {conversation, version + 1};
  return true;
}

bool OneConversation::erase(const std::string& id) {
  if (id != kConversationId) return false;
  stored_ = {{}, 1};
  return true;
}

Talk::Talk(const World& world)
    : chat_(*world.intents, *world.library, store_, world.settings),
      max_message_chars_(world.settings.max_message_chars) {}

void Talk::begin_again() { store_.erase(kConversationId); }

std::variant<Reply, Refused> Talk::say(ChatRequest request, Instant now) {
  if (http::code_points(request.message) > max_message_chars_) {
    return Refused{
        Refusal::kInvalidRequest,
        "a message can have " + std::to_string(max_message_chars_) + " characters at most"};
  }
  request.conversation_id = kConversationId;
  return chat_.answer(request, now);
}

std::variant<Reply, Refused> Talk::say(const std::string& message, Instant now) {
  return say(ChatRequest{message, std::nullopt, "", ""}, now);
}

Instant default_time() {
  using namespace std::chrono;
  return Instant(sys_days{year{2026} / January / 5}) + hours(9);
}

Instant time_of_turn(Instant begin, size_t turn) {
  return begin + std::chrono::minutes(static_cast<int64_t>(turn));
}

}  // namespace bot::cli
