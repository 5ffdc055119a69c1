// `backtalk context --batch FILE`: lines of phrase<TAB>sentence in, polarity<TAB>time<TAB>
// experiencer out, judged by the code that judges findings in a chat.
//
// The verdict has three values on each axis, the chat more. Time: what has lasted long and is still
// there ("numb for years") is "now"; a long-standing disease or event is a person's history, so
// "past"; what is only supposed ("if it goes numb") is "future" unless it has a date. Experiencer:
// anybody but the writer or the patient written of, and people in general, are "other".
// A line that cannot be read gives an empty line, so that the lines still pair up, and exit code 1.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/command.h"
#include "bot/cli/input.h"
#include "bot/cli/phrase_place.h"
#include "bot/wire.h"
#include "intents/clean.h"

namespace bot::cli {

namespace {

struct Options {
  std::string file;
  bool json = false;
};

struct Verdict {
  const char* polarity;
  const char* time;
  const char* experiencer;
};

const char* time_of(const intents::Status& status, intents::FindingClass cls) {
  const bool history =
      cls == intents::FindingClass::kDisease || cls == intents::FindingClass::kEvent;
  switch (status.time) {
    case intents::Time::kPast:
      return "past";
    case intents::Time::kFuture:
      return "future";
    case intents::Time::kLongStanding:
      return history ? "past" : "now";
    case intents::Time::kNow:
      return status.mode == intents::Mode::kHypothetical ? "future" : "now";
  }
  return "now";
}

std::optional<Verdict> judge(const intents::Intents& intents, const std::string& line,
                             std::string& fault) {
  const size_t tab = line.find('\t');
  if (tab == std::string::npos) {
    fault = "no tab between phrase and sentence";
    return std::nullopt;
  }
  const auto sentence = intents::clean(line.substr(tab + 1));
  const auto span = find_phrase(sentence, intents::clean(line.substr(0, tab)));
  if (!span) {
    fault = "the phrase does not stand in the sentence";
    return std::nullopt;
  }
  const auto cls = intents.context().class_of(sentence, *span);
  const auto status = intents.status_of(sentence, *span, cls);
  return Verdict{intents::name(status.polarity), time_of(status, cls),
                 status.who == intents::Who::kSelf ? "self" : "other"};
}

void print(const std::optional<Verdict>& verdict, bool json) {
  if (!verdict) {
    std::cout << (json ? "null\n" : "\n");
  } else if (json) {
    std::cout << dump({{"polarity", verdict->polarity},
                       {"time", verdict->time},
                       {"experiencer", verdict->experiencer}})
              << '\n';
  } else {
    std::cout << verdict->polarity << '\t' << verdict->time << '\t' << verdict->experiencer << '\n';
  }
}

ExitCode context(const Globals& globals, const Options& options) {
  const World world = load_world(globals, Part::kIntents);
  if (!world.intents) return report_problems(world.problems);
  Input input(options.file);
  ExitCode code = kFine;
  std::string line;
  while (input.next(line)) {
    std::string fault;
    print(judge(*world.intents, line, fault), options.json);
    if (!fault.empty()) {
      std::cerr << "line " << input.line_number() << ": " << fault << '\n';
      code = kCheckFailed;
    }
    if (input.would_wait()) std::cout.flush();
  }
  if (input.fault().empty()) return code;
  std::cerr << "backtalk: " << input.fault() << '\n';
  return kInputOutput;
}

}  // namespace

Run declare_context(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--batch", options->file, "lines of phrase<TAB>sentence; - for standard input")
      ->required()
      ->type_name("FILE");
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return context(globals, *options); };
}

}  // namespace bot::cli
