// What the web server needs from the rest of Backtalk.
//
// Everything is called from many threads at once, and must outlive the server.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "bot/chat.h"
#include "knowledge/topic.h"

namespace bot::http {

using Topics = std::map<std::string, knowledge::Topic, std::less<>>;

struct Backend {
  std::function<std::variant<Reply, Refused>(const ChatRequest&, Instant)> answer;
  std::function<std::optional<Conversation>(const std::string& id, Instant)> conversation;
  std::function<bool(const std::string& id)> forget;
  std::function<Instant()> now = [] { return std::chrono::system_clock::now(); };
  const Topics* topics = nullptr;
  std::string content_version;
  std::string safety_text;  // with the emergency number filled in
  std::string version;      // of the program
};

// Requires: `chat` outlives the Backend.
Backend backend_for(Chat& chat, std::string program_version);

}  // namespace bot::http
