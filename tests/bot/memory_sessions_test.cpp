#include "bot/memory_sessions.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <thread>

using namespace std::chrono_literals;
using bot::Conversation;
using bot::Instant;
using bot::MemorySessions;

namespace {

const Instant kStart{1'700'000'000s};

Conversation at_turn(int turn) {
  Conversation conversation;
  conversation.turn = turn;
  return conversation;
}

MemorySessions store(size_t most = 10) { return MemorySessions(30min, 24h, most); }

}  // namespace

TEST_CASE("memory sessions: what is put comes back, under a new version each time",
          "[memory_sessions]") {
  auto sessions = store();
  CHECK_FALSE(sessions.get("a", kStart));
  REQUIRE(sessions.put("a", at_turn(1), 0, kStart));
  const auto first = sessions.get("a", kStart);
  REQUIRE(first);
  CHECK(first->conversation.turn == 1);
  REQUIRE(sessions.put("a", at_turn(2), first->version, kStart));
  CHECK(sessions.get("a", kStart)->conversation.turn == 2);
  CHECK(sessions.get("a", kStart)->version != first->version);
  CHECK(sessions.size() == 1);
}

TEST_CASE("memory sessions: put fails when somebody else was faster, or it is gone",
          "[memory_sessions]") {
  auto sessions = store();
  REQUIRE(sessions.put("a", at_turn(1), 0, kStart));
  CHECK_FALSE(sessions.put("a", at_turn(9), 0, kStart));  // it exists
  const auto version = sessions.get("a", kStart)->version;
  REQUIRE(sessions.put("a", at_turn(2), version, kStart));
  CHECK_FALSE(sessions.put("a", at_turn(9), version, kStart));
  CHECK_FALSE(sessions.put("b", at_turn(9), 7, kStart));  // never was
  CHECK(sessions.get("a", kStart)->conversation.turn == 2);

  const auto last = sessions.get("a", kStart)->version;
  REQUIRE(sessions.erase("a"));
  CHECK_FALSE(sessions.put("a", at_turn(9), last, kStart));
  REQUIRE(sessions.put("a", at_turn(1), 0, kStart));
  CHECK_FALSE(sessions.put("a", at_turn(9), last, kStart));  // an old version fits no later one
}

TEST_CASE("memory sessions: erase says whether it was there", "[memory_sessions]") {
  auto sessions = store();
  sessions.put("a", at_turn(1), 0, kStart);
  CHECK(sessions.erase("a"));
  CHECK_FALSE(sessions.erase("a"));
  CHECK_FALSE(sessions.get("a", kStart));
  CHECK(sessions.size() == 0);
}

TEST_CASE("memory sessions: an idle conversation ends, a used one goes on", "[memory_sessions]") {
  auto sessions = store();
  sessions.put("idle", at_turn(1), 0, kStart);
  sessions.put("used", at_turn(1), 0, kStart);
  CHECK(sessions.get("used", kStart + 20min));
  CHECK_FALSE(sessions.get("idle", kStart + 31min));
  CHECK(sessions.get("used", kStart + 31min));
  CHECK(sessions.size() == 1);
}

TEST_CASE("memory sessions: the absolute lifetime ends a used one too", "[memory_sessions]") {
  auto sessions = store();
  sessions.put("a", at_turn(1), 0, kStart);
  for (auto age = 0min; age <= 24h; age += 20min) CHECK(sessions.get("a", kStart + age));
  CHECK_FALSE(sessions.get("a", kStart + 24h + 1s));
}

TEST_CASE("memory sessions: a put on an expired one fails, and begins anew with version 0",
          "[memory_sessions]") {
  auto sessions = store();
  sessions.put("a", at_turn(1), 0, kStart);
  const auto version = sessions.get("a", kStart)->version;
  CHECK_FALSE(sessions.put("a", at_turn(2), version, kStart + 31min));
  CHECK(sessions.put("a", at_turn(1), 0, kStart + 31min));
}

TEST_CASE("memory sessions: over the cap the longest idle goes", "[memory_sessions]") {
  auto sessions = store(3);
  sessions.put("a", at_turn(1), 0, kStart);
  sessions.put("b", at_turn(1), 0, kStart + 1s);
  sessions.put("c", at_turn(1), 0, kStart + 2s);
  sessions.get("a", kStart + 3s);
  sessions.put("d", at_turn(1), 0, kStart + 4s);
  CHECK(sessions.size() == 3);
  CHECK(sessions.get("a", kStart + 5s));
  CHECK_FALSE(sessions.get("b", kStart + 5s));
}

TEST_CASE("memory sessions: a clock that jumps back drops nothing", "[memory_sessions]") {
  auto sessions = store();
  sessions.put("a", at_turn(1), 0, kStart);
  CHECK(sessions.get("a", kStart - 48h));
  CHECK(sessions.get("a", kStart + 1min));
}

TEST_CASE("memory sessions: of many writers of one version exactly one wins", "[memory_sessions]") {
  auto sessions = store();
  sessions.put("a", at_turn(0), 0, kStart);
  const auto version = sessions.get("a", kStart)->version;
  std::atomic<int> won{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&, i] { won += sessions.put("a", at_turn(i), version, kStart); });
  }
  for (auto& thread : threads) thread.join();
  CHECK(won == 1);
}

TEST_CASE("conversation ids: 256 bits in base64url, never twice", "[sessions]") {
  std::set<std::string> seen;
  for (int i = 0; i < 2000; ++i) {
    const std::string id = bot::new_conversation_id();
    CHECK(id.size() == 43);
    CHECK(
        id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
    seen.insert(id);
  }
  CHECK(seen.size() == 2000);
}
