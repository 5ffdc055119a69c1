// What happens when memory runs out in the middle of an answer: allocation after allocation is made
// to fail, once each, and the reply must be the whole one or the emergency one, never silence.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "bot/chat.h"
#include "bot/cli/talk.h"
#include "bot/wire.h"

namespace {

thread_local long countdown = -1;  // allocations until one fails; below zero: none fails

void* allocate(std::size_t size) {
  if (countdown >= 0 && countdown-- == 0) throw std::bad_alloc();
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("faults: whatever allocation fails, the reply is whole or an emergency", "[faults]") {
  bot::cli::Globals globals;
  globals.data = SOURCE_DIR;
  const auto world = bot::cli::load_world(globals);
  REQUIRE(world.problems.empty());
  bot::cli::Talk talk(world);
  const std::string message = "which stretches are good? also i cant feel when i wipe";
  const auto play = [&](long fail_at) {
    talk.begin_again();
    bot::ChatRequest request{message, std::nullopt, "", ""};
    countdown = fail_at;
    auto outcome = talk.say(std::move(request), bot::cli::default_time());
    const bool failed = countdown < 0 && fail_at >= 0;
    countdown = -1;
    return std::pair(std::get<bot::Reply>(outcome), failed);
  };
  const auto whole = play(-1).first;
  CHECK(whole.triage.level == knowledge::Level::kEmergency);
  size_t failures = 0;
  for (long at = 0;; at += at < 400 ? 1 : 37) {
    const auto [reply, failed] = play(at);
    if (!failed) break;
    ++failures;
    INFO("allocation " << at);
    CHECK(reply.triage.level == knowledge::Level::kEmergency);
    CHECK_FALSE(reply.text.empty());
  }
  CHECK(failures > 400);
}
