// `backtalk eval FILE`: plays labelled messages and scores the replies (label.h says what it
// reads). `backtalk eval --safety [FILE]` writes the safety report (safety/safety_study.h).
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "bot/cli/command.h"
#include "bot/cli/input.h"
#include "bot/cli/safety/safety_report.h"
#include "bot/cli/score_report.h"
#include "bot/cli/talk.h"
#include "bot/wire.h"

namespace bot::cli {

namespace {

struct Options {
  std::string file;
  bool safety = false;
  std::string out = ".";  // where the safety report goes
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

// Every line of the file; kFine when all could be read.
ExitCode score_file(const World& world, const std::string& path, Score& score) {
  Talk talk(world);
  Input input(path);
  ExitCode code = kFine;
  std::string text;
  while (input.next(text)) {
    if (is_blank(text)) continue;
    const std::string fault = score_line(talk, world, text, score);
    if (fault.empty()) continue;
    std::cerr << "line " << input.line_number() << ": " << fault << '\n';
    code = kCheckFailed;
  }
  if (input.fault().empty()) return code;
  std::cerr << "backtalk: " << input.fault() << '\n';
  return kInputOutput;
}

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) std::cerr << "backtalk: cannot write " << path.string() << '\n';
  return static_cast<bool>(out);
}

ExitCode write_safety_report(const World& world, const Options& options, const Score* labelled) {
  const SafetyStudy study = study_safety(world);
  const Report report = safety_report(study, labelled, world.library->content_version());
  const std::filesystem::path folder(options.out);
  if (!write_file(folder / "safety_report.md", to_markdown(report)) ||
      !write_file(folder / "safety_report.html", to_html(report))) {
    return kInputOutput;
  }
  if (options.json) {
    std::cout << dump(safety_to_json(study, labelled, options.show_text)) << '\n';
  } else {
    std::cout << to_markdown(report);
  }
  return kFine;
}

ExitCode eval(const Globals& globals, const Options& options) {
  const World world = load_world(globals);
  if (!world.problems.empty()) return report_problems(world.problems);
  Score score;
  const ExitCode code = options.file.empty() ? kFine : score_file(world, options.file, score);
  if (code == kInputOutput) return code;
  if (options.safety) {
    const ExitCode written =
        write_safety_report(world, options, options.file.empty() ? nullptr : &score);
    return written == kFine ? code : written;
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
  auto* file =
      app.add_option("FILE", options->file, "labelled messages, JSON lines; - for standard input");
  app.add_flag("--safety", options->safety,
               "play every danger sign's examples and their mutants, and write safety_report.md "
               "and safety_report.html");
  app.add_option("--out", options->out, "the folder for the safety report; here by default")
      ->type_name("DIR");
  app.callback([file, options] {
    if (file->empty() && !options->safety) throw CLI::RequiredError("FILE or --safety");
  });
  app.add_flag("--show-text", options->show_text, "print the messages that were missed");
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return eval(globals, *options); };
}

}  // namespace bot::cli
