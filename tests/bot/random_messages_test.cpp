// 10,000 random and mutated messages: each gets a reply, nothing crashes (run under sanitizers).
#include <nlohmann/json.hpp>
#include <random>

#include "bot/wire.h"
#include "tests/bot/test_chat.h"

namespace {

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {
    for (const auto& finding : TestWorld::get().intents->findings().all()) {
      seeds_.insert(seeds_.end(), finding.examples.begin(), finding.examples.end());
    }
    for (const auto& topic : TestWorld::get().intents->topics().all()) {
      seeds_.insert(seeds_.end(), topic.examples.begin(), topic.examples.end());
    }
  }

  std::string next() {
    switch (pick(6)) {
      case 0:
        return bytes(pick(200));
      case 1:
        return pick(12) == 0 ? long_text() : seed();
      case 2:
        return seed() + " " + seed();
      default:
        return mutated(seed());
    }
  }

 private:
  size_t pick(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random_); }
  const std::string& seed() { return seeds_[pick(seeds_.size())]; }

  std::string bytes(size_t n) {
    std::string text;
    for (size_t i = 0; i < n + 1; ++i) text += static_cast<char>(pick(256));
    return text;
  }

  std::string long_text() {
    std::string text;
    while (text.size() < 3800) text += seed() + (pick(4) == 0 ? ". " : " ");
    return text;
  }

  std::string mutated(std::string text) {
    static const std::vector<std::string> kBits = {"\xF0\x9F\x98\x80",
                                                   "\xE2\x80\x8B",
                                                   "\xCC\x81",
                                                   "\n",
                                                   "\t",
                                                   "'",
                                                   "\"",
                                                   "((((",
                                                   "....",
                                                   "\x01",
                                                   "\xFF",
                                                   " not ",
                                                   " but ",
                                                   "???",
                                                   "\xE2\x80\x99"};
    for (size_t i = 0; i <= pick(6); ++i) {
      const size_t at = text.empty() ? 0 : pick(text.size());
      switch (pick(4)) {
        case 0:
          text.insert(at, kBits[pick(kBits.size())]);
          break;
        case 1:
          text.erase(at, 1 + pick(5));
          break;
        case 2:
          if (!text.empty()) text[at] = static_cast<char>(pick(256));
          break;
        default:
          text.insert(at, text.substr(at, 20));
          break;
      }
    }
    return text.empty() ? " " : text;
  }

  std::mt19937 random_;
  std::vector<std::string> seeds_;
};

}  // namespace

TEST_CASE("random messages: all ten thousand get a reply that is valid JSON", "[random]") {
  Mutator mutator(20240607);
  int empty = 0;
  for (int talk = 0; talk < 2500; ++talk) {
    TestChat chat;
    for (int turn = 0; turn < 4; ++turn) {
      const auto reply = chat.say(mutator.next());
      empty += reply.text.empty() || bot::dump(bot::to_json(reply)).empty();
    }
  }
  CHECK(empty == 0);
}
