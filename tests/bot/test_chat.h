// The real data and a chat on it, loaded once for a test program.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bot/chat.h"
#include "bot/memory_sessions.h"
#include "intents/intents.h"
#include "knowledge/library.h"

struct TestWorld {
  std::unique_ptr<intents::Intents> intents;
  std::unique_ptr<knowledge::Library> library;

  static const TestWorld& get() {
    static const TestWorld world = [] {
      base::Problems problems, warnings;
      TestWorld w{intents::Intents::load(SOURCE_DIR, "en", problems),
                  knowledge::Library::load(SOURCE_DIR, "en", problems, warnings)};
      for (const auto& problem : problems) UNSCOPED_INFO(problem.str());
      REQUIRE(problems.empty());
      return w;
    }();
    return world;
  }
};

// One conversation with a fixed clock.
class TestChat {
 public:
  explicit TestChat(bot::Settings settings = {})
      : settings_(std::move(settings)),
        sessions_(std::chrono::hours(1), std::chrono::hours(24), 1000),
        chat_(*TestWorld::get().intents, *TestWorld::get().library, sessions_, settings_) {}

  bot::Reply say(const std::string& message) { return send({message, {}, id_, ""}); }
  bot::Reply tap(const std::string& question, std::vector<std::string> values) {
    return send({"", bot::Answer{question, std::move(values)}, id_, ""});
  }
  bot::Reply send(const bot::ChatRequest& request) {
    auto outcome = chat_.answer(request, now);
    REQUIRE(std::holds_alternative<bot::Reply>(outcome));
    auto reply = std::get<bot::Reply>(outcome);
    id_ = reply.conversation_id;
    return reply;
  }
  bot::Chat& chat() { return chat_; }
  const std::string& id() const { return id_; }

  bot::Instant now{std::chrono::seconds(1'790'000'000)};

 private:
  bot::Settings settings_;
  bot::MemorySessions sessions_;
  bot::Chat chat_;
  std::string id_;
};
