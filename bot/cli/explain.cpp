// `backtalk explain TEXT`: every stage of one message's way, as the first of a conversation.
//
// When only the knowledge has faults it still shows what is understood: an author's first question.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/command.h"
#include "bot/cli/decision_json.h"
#include "bot/cli/explain_text.h"
#include "bot/cli/understanding_json.h"
#include "bot/wire.h"
#include "intents/clean.h"

namespace bot::cli {

namespace {

struct Options {
  std::string text;
  bool json = false;
};

ExitCode explain(const Globals& globals, const Options& options) {
  const World world = load_world(globals);
  if (!world.intents) return report_problems(world.problems);
  const auto understanding = world.intents->understand(intents::clean(options.text));
  auto stages = understanding_to_json(*world.intents, understanding);
  if (world.problems.empty()) stages.update(decide_to_json(world, understanding));
  if (options.json) {
    std::cout << dump(stages) << '\n';
  } else {
    print_understanding(std::cout, stages);
    if (stages.contains("reply")) print_decision(std::cout, stages);
  }
  return report_problems(world.problems);
}

}  // namespace

Run declare_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("TEXT", options->text, "the message")->required();
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return explain(globals, *options); };
}

}  // namespace bot::cli
