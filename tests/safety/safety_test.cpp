// The proof of safety: the study of the shipped data, and messages that were written by people who
// had not seen the phrases (recall_*.jsonl must escalate, quiet_*.jsonl must not).
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bot/cli/safety/safety_study.h"
#include "bot/cli/talk.h"

using namespace bot::cli;
using knowledge::Level;

namespace {

const World& world() {
  static const World loaded = [] {
    Globals globals;
    globals.data = SOURCE_DIR;
    return load_world(globals);
  }();
  REQUIRE(loaded.problems.empty());
  return loaded;
}

const SafetyStudy& study() {
  static const SafetyStudy done = study_safety(world());
  return done;
}

double rate(const Tally& tally) {
  return static_cast<double>(tally.right) / static_cast<double>(tally.all);
}

// Plays each row of the files whose name begins so: the highest level on the way.
template <typename Visit>
void play_files(const std::filesystem::path& folder, const std::string& prefix, Visit visit) {
  Talk talk(world());
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(prefix)) continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const auto row = nlohmann::json::parse(line);
      talk.begin_again();
      Level highest = Level::kNone;
      std::string text;
      size_t turn = 0;
      const auto turns =
          row.contains("turns") ? row["turns"] : nlohmann::json::array({row["text"]});
      for (const std::string message : turns) {
        const auto outcome = talk.say(message, time_of_turn(default_time(), turn++));
        if (const auto* reply = std::get_if<bot::Reply>(&outcome)) {
          highest = std::max(highest, reply->triage.level);
          text = reply->text;
        }
      }
      visit(row, highest, text);
    }
  }
}

// Goal: 1.0 for each kind that keeps the meaning (typos 0.98), 0.95 for each that takes it away,
// 0.97 of unseen messages. Floors stand where that is not reached yet; they only rise.
double floor_of(const std::string& kind) {
  if (kind == "typo") return 0.93;
  if (kind == "third_person") return 0.96;
  if (kind == "inside_question") return 0.99;
  if (kind == "negated") return 0.84;
  if (kind == "hypothetical") return 0.93;
  return kind == "past" ? 0.95 : 1.0;
}
constexpr double kUnseenRecall = 0.85, kUnseenQuiet = 0.93;
constexpr double kPatientsReached = 0.80;  // goal 1.0

const std::filesystem::path kOwn = std::string(SOURCE_DIR) + "/tests/safety";
const std::filesystem::path kShared = std::string(SOURCE_DIR) + "/../shared/eval";

Level level_of(const std::string& text) {
  const auto it = std::find(knowledge::kLevelNames.begin(), knowledge::kLevelNames.end(), text);
  return static_cast<Level>(it - knowledge::kLevelNames.begin());
}

}  // namespace

TEST_CASE("safety: examples of every danger sign raise it, and keep their level in every mutant",
          "[safety]") {
  for (const auto& sign : study().signs) {
    INFO(sign.id);
    CHECK(sign.examples.all > 0);
    CHECK(sign.examples.right == sign.examples.all);
    CHECK(sign.look_alikes.right == sign.look_alikes.all);
  }
  for (const auto& kind : mutant_kinds()) {
    if (!kind.keeps_meaning) continue;
    const Tally& kept = study().kinds.at(kind.id).emergency;
    INFO(kind.id << ": " << kept.right << " of " << kept.all);
    CHECK(rate(kept) >= floor_of(kind.id));
  }
}

TEST_CASE("safety: negated, imagined and past examples stay below urgent", "[safety]") {
  for (const auto& kind : mutant_kinds()) {
    if (kind.keeps_meaning) continue;
    const Tally& quiet = study().kinds.at(kind.id).quiet;
    INFO(kind.id << ": " << quiet.right << " of " << quiet.all);
    CHECK(rate(quiet) >= floor_of(kind.id));
  }
}

TEST_CASE("safety: messages written without sight of the phrases reach their level", "[safety]") {
  Tally urgent, soon;
  play_files(kOwn, "recall_", [&](const auto& row, Level given, const auto&) {
    const Level wanted = level_of(row["level"]);
    const bool right = given >= wanted;
    (wanted >= Level::kUrgent ? urgent : soon).add(right);
    if (!right) UNSCOPED_INFO(row["id"]);
  });
  INFO("urgent or emergency: " << urgent.right << " of " << urgent.all << "; soon: " << soon.right
                               << " of " << soon.all);
  CHECK(urgent.all >= 400);
  CHECK(rate(urgent) >= kUnseenRecall);
}

TEST_CASE("safety: look-alikes written without sight of the phrases stay below urgent",
          "[safety]") {
  Tally quiet;
  play_files(kOwn, "quiet_", [&](const auto& row, Level given, const auto&) {
    quiet.add(given < Level::kUrgent);
    if (given >= Level::kUrgent) UNSCOPED_INFO(row["id"]);
  });
  INFO(quiet.right << " of " << quiet.all);
  CHECK(quiet.all >= 200);
  CHECK(rate(quiet) >= kUnseenQuiet);
}

TEST_CASE("safety: patients' own messages reach their level, without crying wolf", "[safety]") {
  if (!std::filesystem::exists(kShared)) return;  // other people's words are not ours to ship
  Tally reached, calm;
  play_files(kShared, "real_messages", [&](const auto& row, Level given, const auto&) {
    const Level first = level_of(row["red_flag"]);
    const Level other = row["red_flag_alt"].is_null() ? first : level_of(row["red_flag_alt"]);
    if (first >= Level::kUrgent) reached.add(given >= std::min(first, other));
    if (first == Level::kNone) calm.add(given < Level::kUrgent);
  });
  INFO("reached " << reached.right << " of " << reached.all << ", calm " << calm.right << " of "
                  << calm.all);
  CHECK(rate(reached) >= kPatientsReached);
  CHECK(rate(calm) >= 0.95);
}

TEST_CASE("safety: out of scope and dangerous messages are sent to care", "[safety]") {
  const char* messages[] = {"crushing chest pain going down my left arm",
                            "my face is drooping on one side and my speech is slurred",
                            "my throat is closing after a bee sting", "i want to end my life"};
  Talk talk(world());
  for (const char* message : messages) {
    talk.begin_again();
    const auto outcome = talk.say(message, default_time());
    INFO(message);
    CHECK(std::get<bot::Reply>(outcome).triage.level == Level::kEmergency);
  }
  if (!std::filesystem::exists(kShared)) return;
  Tally sent, calm;
  play_files(kShared, "out_of_scope", [&](const auto& row, Level given, const auto&) {
    const bool dangerous =
        row.contains("also_urgent") && !row["also_urgent"].is_null() && row["also_urgent"] != false;
    (dangerous ? sent : calm).add((given >= Level::kUrgent) == dangerous);
  });
  INFO("sent " << sent.right << " of " << sent.all << ", calm " << calm.right << " of "
               << calm.all);
  CHECK(rate(sent) >= kPatientsReached);
  CHECK(rate(calm) >= 0.95);
}

TEST_CASE("safety: a message in another language gets the safety text", "[safety]") {
  const char* messages[] = {"no puedo orinar y tengo las piernas dormidas desde ayer",
                            "ich kann seit gestern nicht mehr pinkeln und meine beine sind taub",
                            "меня очень сильно болит спина и ноги не двигаются"};
  Talk talk(world());
  for (const char* message : messages) {
    talk.begin_again();
    const auto outcome = talk.say(message, default_time());
    INFO(message);
    const std::string& text = std::get<bot::Reply>(outcome).text;
    CHECK(text.find("emergency number") != std::string::npos);
  }
}
