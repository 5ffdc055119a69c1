// What a command of `backtalk` is made of. One file per command; cli.cpp lists them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "bot/cli/world.h"

namespace bot::cli {

enum ExitCode {
  kFine = 0,
  kCheckFailed = 1,
  kUsage = 2,
  kBadData = 3,
  kInputOutput = 4,
};

// Runs the chosen command; its own options were read into what it holds.
using Run = std::function<ExitCode(const Globals&)>;

// Each declares its options on the subcommand made for it.
Run declare_ask(CLI::App&);
Run declare_chat(CLI::App&);
Run declare_check(CLI::App&);
Run declare_context(CLI::App&);
Run declare_eval(CLI::App&);
Run declare_explain(CLI::App&);
Run declare_openapi(CLI::App&);
Run declare_sample(CLI::App&);
Run declare_serve(CLI::App&);
Run declare_version(CLI::App&);

// --json, on every command that reads.
void add_json_flag(CLI::App&, bool& json);

// Prints every problem of loading on stderr and gives the exit code for it; kFine when none.
ExitCode report_problems(const base::Problems&);

}  // namespace bot::cli
