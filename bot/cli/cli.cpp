// Entry point: run.
#include "bot/cli/cli.h"

#include <algorithm>
#include <iostream>

#include "bot/cli/command.h"
#include "bot/cli/setting_flags.h"

namespace bot::cli {

namespace {

struct Entry {
  const char* name;
  const char* about;
  Run (*declare)(CLI::App&);
};

constexpr Entry kCommands[] = {
    {"serve", "run the web server", declare_serve},
    {"chat", "talk with it here in the terminal", declare_chat},
    {"ask", "print the replies to messages, or to a file of conversations", declare_ask},
    {"check", "check all data and run its examples", declare_check},
    {"explain", "show every stage of a message's way", declare_explain},
    {"eval", "score labelled messages", declare_eval},
    {"sample", "print sentences that the phrases of a finding or topic accept", declare_sample},
    {"context", "judge phrases in sentences: polarity, time, experiencer", declare_context},
    {"openapi", "print the description of the HTTP API", declare_openapi},
    {"version", "print the versions of program and content", declare_version},
};

constexpr const char* kFooter =
    "Exit codes: 0 fine, 1 a check failed, 2 usage, 3 bad data, 4 input or output failed.";

void add_globals(CLI::App& app, Globals& globals) {
  app.add_option("--data", globals.data, "the folder that holds intents/ and knowledge/")
      ->type_name("DIR");
  app.add_option("--web", globals.web, "the folder of the web pages")->type_name("DIR");
  app.add_option("--settings", globals.settings_file, "the clinic's settings, a JSON file")
      ->type_name("FILE");
  add_setting_flags(app, globals.settings);
}

// What was written may still wait in the buffer; a full disk must not look like success.
ExitCode after_writing(ExitCode code) {
  std::cout.flush();
  if (std::cout.good()) return code;
  std::cerr << "backtalk: cannot write to standard output\n";
  return kInputOutput;
}

}  // namespace

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app("Backtalk answers questions about back pain and spots danger signs.", "backtalk");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(kFooter);
  Globals globals;
  add_globals(app, globals);
  std::vector<std::pair<CLI::App*, Run>> commands;
  for (const Entry& entry : kCommands) {
    CLI::App* command = app.add_subcommand(entry.name, entry.about);
    command->fallthrough();
    commands.emplace_back(command, entry.declare(*command));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    const auto unknown = app.remaining();  // CLI11 says only that a command is missing
    if (app.get_subcommands().empty() && !unknown.empty()) {
      std::cerr << "backtalk: \"" << unknown.front()
                << "\" is no command or option; see backtalk --help\n";
      return kUsage;
    }
    app.exit(error, std::cout, std::cerr);
    return kUsage;
  } catch (const CLI::ParseError& error) {  // --help too
    return app.exit(error, std::cout, std::cerr) == 0 ? after_writing(kFine) : kUsage;
  }
  for (const auto& [command, run_it] : commands) {
    if (command->parsed()) return after_writing(run_it(globals));
  }
  return kUsage;
}

void add_json_flag(CLI::App& app, bool& json) {
  app.add_flag("--json", json, "print JSON for programs");
}

ExitCode report_problems(const base::Problems& problems) {
  for (const auto& problem : problems) std::cerr << problem.str() << '\n';
  if (problems.empty()) return kFine;
  const bool only_flags = std::all_of(problems.begin(), problems.end(), [](const auto& problem) {
    return problem.file.starts_with("--");
  });
  return only_flags ? kUsage : kBadData;
}

}  // namespace bot::cli
