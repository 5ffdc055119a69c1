// `backtalk eval FILE`: plays labelled messages and scores the replies (label.h says what it
// reads).
#include <iostream>
#include <memory>

#include "bot/cli/command.h"
#include "bot/cli/input.h"
#include "bot/cli/score_report.h"
#include "bot/cli/talk.h"
#include "bot/wire.h"

namespace bot::cli {

namespace {

struct Options {
  std::string file;
  bool show_text = false;
  bool json = false;
};

// The reply to the last turn counts; nullopt after saying in `fault` why there is none.
std::optional<Reply> last_reply(Talk& talk, const BatchLine& line, std::string& fault) {
  talk.begin_again();
  std::optional<Reply> last;
  for (size_t i = 0; i < line.turns.size(); ++i) {
    auto outcome = talk.say(line.turns[i], time_of_turn(default_time(), i));
    if (const auto* refused = std::get_if<Refused>(&outcome)) {
      fault = refused->detail;
      return std::nullopt;
    }
    last = std::move(std::get<Reply>(outcome));
  }
  return last;
}

std::string score_line(Talk& talk, const World& world, const std::string& text, Score& score) {
  const BatchLine line = read_batch_line(text);
  std::string fault = line.fault;
  if (!fault.empty()) return fault;
  const Label label = read_label(line, *world.library, fault);
  if (!fault.empty()) return fault;
  const auto reply = last_reply(talk, line, fault);
  if (reply) score.add(label, *reply, line.turns.back().message);
  return fault;
}

ExitCode eval(const Globals& globals, const Options& options) {
  const World world = load_world(globals);
  if (!world.problems.empty()) return report_problems(world.problems);
  Talk talk(world);
  Input input(options.file);
  Score score;
  ExitCode code = kFine;
  std::string text;
  while (input.next(text)) {
    if (is_blank(text)) continue;
    const std::string fault = score_line(talk, world, text, score);
    if (fault.empty()) continue;
    std::cerr << "line " << input.line_number() << ": " << fault << '\n';
    code = kCheckFailed;
  }
  if (!input.fault().empty()) {
    std::cerr << "backtalk: " << input.fault() << '\n';
    return kInputOutput;
  }
  if (options.json) {
    std::cout << dump(score_to_json(score, options.show_text)) << '\n';
  } else {
    print_score(std::cout, score, options.show_text);
  }
  return code;
}

}  // namespace

Run declare_eval(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->file, "labelled messages, JSON lines; - for standard input")
      ->required();
  app.add_flag("--show-text", options->show_text, "print the messages that were missed");
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return eval(globals, *options); };
}

}  // namespace bot::cli
