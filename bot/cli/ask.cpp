// `backtalk ask`: plays messages as conversations, from the command line or from a file.
//
// Same data, same input, same --now: the same bytes come out.
#include <iostream>
#include <memory>

#include "bot/cli/batch.h"
#include "bot/cli/command.h"
#include "bot/cli/input.h"
#include "bot/cli/instant.h"
#include "bot/cli/talk.h"
#include "bot/wire.h"

namespace bot::cli {

using Json = nlohmann::ordered_json;

namespace {

struct Options {
  std::vector<std::string> texts;
  std::string file;
  std::string now;
  bool json = false;
};

ExitCode ask_texts(Talk& talk, const Options& options, Instant begin) {
  const bool several = options.texts.size() > 1;
  for (size_t i = 0; i < options.texts.size(); ++i) {
    const auto outcome = talk.say(options.texts[i], time_of_turn(begin, i));
    if (const auto* refused = std::get_if<Refused>(&outcome)) {
      std::cerr << "backtalk: " << base::ordinal(i + 1) << " message: " << refused->detail << '\n';
      return kCheckFailed;
    }
    const Reply& reply = std::get<Reply>(outcome);
    if (options.json) {
      std::cout << dump(to_json(reply)) << '\n';
    } else {
      if (several) std::cout << (i > 0 ? "\n" : "") << "> " << options.texts[i] << "\n\n";
      std::cout << reply.text << '\n';
    }
  }
  return kFine;
}

Json play(Talk& talk, const BatchLine& line, Instant begin) {
  talk.begin_again();
  Json replies = Json::array();
  for (size_t i = 0; i < line.turns.size(); ++i) {
    const auto outcome = talk.say(line.turns[i], time_of_turn(begin, i));
    if (const auto* refused = std::get_if<Refused>(&outcome)) {
      return {{"id", line.id}, {"error", base::ordinal(i + 1) + " turn: " + refused->detail}};
    }
    replies.push_back(to_json(std::get<Reply>(outcome)));
  }
  return {{"id", line.id}, {"replies", std::move(replies)}};
}

ExitCode ask_batch(Talk& talk, const Options& options, Instant begin) {
  Input input(options.file);
  ExitCode code = kFine;
  std::string text;
  while (input.next(text)) {
    if (is_blank(text)) continue;
    const BatchLine line = read_batch_line(text);
    const Json out =
        line.fault.empty() ? play(talk, line, begin) : Json{{"id", line.id}, {"error", line.fault}};
    if (out.contains("error")) code = kCheckFailed;
    std::cout << dump(out) << '\n';
    if (input.would_wait()) std::cout.flush();
  }
  if (input.fault().empty()) return code;
  std::cerr << "backtalk: " << input.fault() << '\n';
  return kInputOutput;
}

ExitCode ask(const Globals& globals, const Options& options) {
  if (options.texts.empty() == options.file.empty()) {
    std::cerr << "backtalk ask: give either texts or --batch FILE\n";
    return kUsage;
  }
  const auto begin = options.now.empty() ? default_time() : read_instant(options.now);
  if (!begin) {
    std::cerr << "backtalk ask: --now must be like 2026-01-05T09:00:00Z\n";
    return kUsage;
  }
  const World world = load_world(globals);
  if (!world.problems.empty()) return report_problems(world.problems);
  Talk talk(world);
  return options.file.empty() ? ask_texts(talk, options, *begin) : ask_batch(talk, options, *begin);
}

}  // namespace

Run declare_ask(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("TEXT", options->texts, "the messages of one conversation");
  app.add_option(
         "--batch", options->file,
         "JSON lines {\"id\", \"turns\": [...]} or {\"id\", \"text\"}; - for standard input")
      ->type_name("FILE");
  app.add_option("--now", options->now, "the time of the first message, 2026-01-05T09:00:00Z")
      ->type_name("TIME");
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return ask(globals, *options); };
}

}  // namespace bot::cli
