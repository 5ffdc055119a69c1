#include "bot/memory_sessions.h"

#include <algorithm>

namespace bot {

MemorySessions::MemorySessions(std::chrono::seconds idle, std::chrono::seconds lifetime,
                               size_t most)
    : idle_(idle), lifetime_(lifetime), most_(std::max<size_t>(most, 1)) {}

bool MemorySessions::expired(const Entry& entry, Instant now) const {
  return now - entry.used > idle_ || now - entry.created > lifetime_;
}

void MemorySessions::drop(Entries::iterator entry) {
  by_id_.erase(entry->id);
  entries_.erase(entry);
}

// The longest idle stand in front, so this looks at one entry more than it drops.
void MemorySessions::drop_idle(Instant now) {
  while (!entries_.empty() && expired(entries_.front(), now)) drop(entries_.begin());
}

void MemorySessions::touch(Entries::iterator entry, Instant now) {
  entry->used = std::max(entry->used, now);
  entries_.splice(entries_.end(), entries_, entry);
}

MemorySessions::Entries::iterator MemorySessions::find_live(const std::string& id, Instant now) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return entries_.end();
  if (!expired(*found->second, now)) return found->second;
  drop(found->second);
  return entries_.end();
}

std::optional<Stored> MemorySessions::get(const std::string& id, Instant now) {
  const std::lock_guard lock(mutex_);
  drop_idle(now);
  const auto entry = find_live(id, now);
  if (entry == entries_.end()) return std::nullopt;
  touch(entry, now);
  return Stored{entry->conversation, entry->version};
}

bool MemorySessions::put(const std::string& id, const Conversation& conversation, uint64_t version,
                         Instant now) {
  const std::lock_guard lock(mutex_);
  drop_idle(now);
  auto entry = find_live(id, now);
  if ((entry == entries_.end() ? 0 : entry->version) != version) return false;
  if (entry == entries_.end()) {
    if (entries_.size() >= most_) drop(entries_.begin());
    entry = entries_.insert(entries_.end(), Entry{id, {}, 0, now, now});
    by_id_.emplace(id, entry);
  }
  entry->conversation = conversation;
  entry->version = ++last_version_;
  touch(entry, now);
  return true;
}

bool MemorySessions::erase(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return false;
  drop(found->second);
  return true;
}

size_t MemorySessions::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

}  // namespace bot
