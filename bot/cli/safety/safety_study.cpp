#include "bot/cli/safety/safety_study.h"

#include <algorithm>

#include "bot/cli/talk.h"
#include "intents/clean.h"

namespace bot::cli {

namespace {

using knowledge::Level;
using knowledge::RedFlag;

class Study {
 public:
  explicit Study(const World& world) : world_(world), talk_(world) {}

  SafetyStudy run() {
    for (const auto& flag : world_.library->red_flags()) {
      SignStudy sign{flag.id, flag.code, flag.title, {}, {}, {}, {}};
      for (const auto& text : flag.examples) play_example(flag, sign, text);
      for (const auto& text : flag.not_examples) play_look_alike(flag, sign, text);
      study_.signs.push_back(std::move(sign));
    }
    return std::move(study_);
  }

 private:
  // The highest level on the way: a sign told in any turn must have been seen.
  TriageNotice triage_of(const Turns& turns) {
    talk_.begin_again();
    TriageNotice last;
    for (size_t i = 0; i < turns.size(); ++i) {
      const auto outcome = talk_.say(turns[i], time_of_turn(default_time(), i));
      if (const auto* reply = std::get_if<Reply>(&outcome)) last = reply->triage;
    }
    return last;
  }

  void miss(const std::string& sign, const std::string& kind, std::string expected, Level got,
            const Turns& turns) {
    study_.misses.push_back({sign, kind, std::move(expected), name(got), turns});
  }

  void play_example(const RedFlag& flag, SignStudy& sign, const std::string& text) {
    const TriageNotice given = triage_of({text});
    const bool raised = std::any_of(given.red_flags.begin(), given.red_flags.end(),
                                    [&](const auto& notice) { return notice.id == flag.id; });
    sign.examples.add(raised);
    if (!raised) miss(flag.id, "example", "raised", given.level, {text});
    if (given.level < Level::kUrgent) return;
    const bool certain = rests_on_certain(text);
    study_.certain += certain ? 1 : 0;
    for (const auto& kind : mutant_kinds()) {
      if (!kind.keeps_meaning && certain) continue;
      for (const Turns& turns : kind.make(text)) play_mutant(kind, sign, given.level, turns);
    }
  }

  void play_mutant(const MutantKind& kind, SignStudy& sign, Level before, const Turns& turns) {
    const Level got = triage_of(turns).level;
    KindStudy& counts = study_.kinds[kind.id];
    if (!kind.keeps_meaning) {
      const bool quiet = got < Level::kUrgent;
      counts.quiet.add(quiet);
      sign.quiet.add(quiet);
      if (!quiet) miss(sign.id, kind.id, "below urgent", got, turns);
      return;
    }
    const bool kept = got >= before;
    (before == Level::kEmergency ? counts.emergency : counts.urgent).add(kept);
    sign.kept.add(kept);
    if (!kept) miss(sign.id, kind.id, name(before), got, turns);
  }

  void play_look_alike(const RedFlag& flag, SignStudy& sign, const std::string& text) {
    const Level got = triage_of({text}).level;
    const bool quiet = got < Level::kUrgent;
    sign.look_alikes.add(quiet);
    if (!quiet) miss(flag.id, "look-alike", "below urgent", got, {text});
  }

  bool rests_on_certain(const std::string& text) const {
    const auto understood = world_.intents->understand(intents::clean(text));
    return std::any_of(understood.findings.begin(), understood.findings.end(), [&](const auto& m) {
      const auto* finding = world_.intents->findings().find(m.finding);
      return finding != nullptr && finding->certain;
    });
  }

  const World& world_;
  Talk talk_;
  SafetyStudy study_;
};

}  // namespace

SafetyStudy study_safety(const World& world) { return Study(world).run(); }

}  // namespace bot::cli
