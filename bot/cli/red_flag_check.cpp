// Entry point: check_red_flags.
#include "bot/cli/red_flag_check.h"

#include <algorithm>

#include "bot/cli/talk.h"

namespace bot::cli {

namespace {

std::string describe(const TriageNotice& triage) {
  std::string out = "level " + name(triage.level);
  for (const auto& flag : triage.red_flags) out += ", " + flag.id;
  return out;
}

class Player {
 public:
  explicit Player(const World& world) : talk_(world) {}

  void play(const knowledge::RedFlag& flag) {
    const std::string file = "knowledge/en/red_flags/" + flag.id + ".json";
    for (size_t i = 0; i < flag.examples.size(); ++i) {
      const TriageNotice triage = triage_of(flag.examples[i]);
      const bool raised = std::any_of(triage.red_flags.begin(), triage.red_flags.end(),
                                      [&](const auto& notice) { return notice.id == flag.id; });
      if (raised) continue;
      note(file, "examples", i,
           "\"" + flag.examples[i] + "\" does not raise it; given: " + describe(triage));
    }
    for (size_t i = 0; i < flag.not_examples.size(); ++i) {
      const TriageNotice triage = triage_of(flag.not_examples[i]);
      if (triage.level < knowledge::Level::kUrgent) continue;
      note(file, "not", i,
           "\"" + flag.not_examples[i] + "\" must stay below urgent; given: " + describe(triage));
    }
  }

  base::Problems take() { return std::move(problems_); }

 private:
  TriageNotice triage_of(const std::string& message) {
    talk_.begin_again();
    const auto outcome = talk_.say(message, default_time());
    const auto* reply = std::get_if<Reply>(&outcome);
    return reply == nullptr ? TriageNotice{} : reply->triage;
  }

  void note(const std::string& file, const std::string& list, size_t i, std::string what) {
    problems_.push_back({file, list + ", " + base::ordinal(i + 1) + " entry", std::move(what)});
  }

  Talk talk_;
  base::Problems problems_;
};

}  // namespace

base::Problems check_red_flags(const World& world) {
  Player player(world);
  for (const auto& flag : world.library->red_flags()) player.play(flag);
  return player.take();
}

}  // namespace bot::cli
