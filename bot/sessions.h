// Where conversations live between messages.
//
// Promise: put() is compare-and-set: it succeeds only when nobody else has put since the get()
// that gave `version`. Idle and absolute lifetimes and the cap are kept at every call; over the cap
// the conversation idle for longest is dropped. Ids are 256 random bits in base64url: they are the
// credential and are never logged.
// Threads: all members may be called from any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "bot/conversation.h"

namespace bot {

struct Stored {
  Conversation conversation;
  uint64_t version = 0;
};

class Sessions {
 public:
  virtual ~Sessions() = default;
  virtual std::optional<Stored> get(const std::string& id, Instant now) = 0;
  // version 0 creates. False: somebody else was faster, or it is gone.
  virtual bool put(const std::string& id, const Conversation&, uint64_t version, Instant now) = 0;
  virtual bool erase(const std::string& id) = 0;  // true when it was there
  virtual size_t size() const = 0;
};

std::string new_conversation_id();

}  // namespace bot
