// Conversations in this process's memory: the default store. They end with the process.
//
// Promise: as sessions.h says; every call costs the same however many conversations there are.
// A clock that jumps back makes nothing older and drops nothing.
// Threads: one lock around all; it is held only to copy a conversation.
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <unordered_map>

#include "bot/sessions.h"

namespace bot {

class MemorySessions : public Sessions {
 public:
  MemorySessions(std::chrono::seconds idle, std::chrono::seconds lifetime, size_t most);

  std::optional<Stored> get(const std::string& id, Instant now) override;
  bool put(const std::string& id, const Conversation&, uint64_t version, Instant now) override;
  bool erase(const std::string& id) override;
  size_t size() const override;

 private:
  struct Entry {
    std::string id;
    Conversation conversation;
    uint64_t version = 0;
    Instant created, used;
  };
  using Entries = std::list<Entry>;

  bool expired(const Entry&, Instant now) const;
  Entries::iterator find_live(const std::string& id, Instant now);  // end() when there is none
  void touch(Entries::iterator, Instant now);
  void drop(Entries::iterator);
  void drop_idle(Instant now);

  const std::chrono::seconds idle_, lifetime_;
  const size_t most_;
  mutable std::mutex mutex_;
  Entries entries_;  // the longest idle first
  std::unordered_map<std::string, Entries::iterator> by_id_;
  uint64_t last_version_ = 0;  // never used twice, so that an old one fits no later conversation
};

}  // namespace bot
