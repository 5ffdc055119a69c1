// `backtalk sample ID`: sentences that the phrases of a finding or a topic accept.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/command.h"
#include "bot/cli/sampler.h"
#include "bot/wire.h"

namespace bot::cli {

namespace {

struct Options {
  std::string id;
  size_t count = 20;
  uint32_t seed = 1;
  bool json = false;
};

const intents::PhraseList* find_phrases(const intents::Intents& intents, const std::string& id) {
  if (const auto* finding = intents.findings().find(id)) return &finding->phrases;
  for (const auto& topic : intents.topics().all()) {
    if (topic.id == id) return &topic.phrases;
  }
  return nullptr;
}

ExitCode sample(const Globals& globals, const Options& options) {
  const World world = load_world(globals, Part::kIntents);
  if (!world.intents) return report_problems(world.problems);
  const intents::PhraseList* phrases = find_phrases(*world.intents, options.id);
  if (phrases == nullptr) {
    std::cerr << "backtalk: there is no finding or topic \"" << options.id << "\"\n";
    return kUsage;
  }
  Sampler sampler(world.intents->groups(), options.seed);
  const auto sentences = sampler.sample(*phrases, options.count);
  if (options.json) {
    std::cout << dump({{"id", options.id}, {"sentences", sentences}}) << '\n';
    return kFine;
  }
  for (const auto& sentence : sentences) std::cout << sentence << '\n';
  return kFine;
}

}  // namespace

Run declare_sample(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("ID", options->id, "a finding (numb_saddle) or a topic (cond-sciatica)")
      ->required();
  app.add_option("-n,--count", options->count, "how many")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  app.add_option("--seed", options->seed, "another seed gives other sentences")
      ->capture_default_str();
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return sample(globals, *options); };
}

}  // namespace bot::cli
