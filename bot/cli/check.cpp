// `backtalk check`: loads all data, runs all examples, looks up all ids.
//
// What it finds is its output, so problems and warnings go to stdout here. Exit: 3 when the data
// cannot be loaded, 1 when it can but an example or an id is wrong, 0 with at most warnings.
#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/command.h"
#include "bot/cli/cross_check.h"
#include "bot/cli/red_flag_check.h"
#include "intents/self_check.h"

namespace bot::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string only;
  bool quiet = false;
  bool json = false;
};

struct Findings {
  base::Problems problems, warnings;
  size_t unsigned_files = 0;  // no clinician has signed them yet
  bool loaded = false;
};

std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[11];
  std::strftime(text, sizeof text, "%Y-%m-%d", &utc);
  return text;
}

void append(base::Problems& to, base::Problems from) {
  for (auto& problem : from) to.push_back(std::move(problem));
}

Findings check_all(const World& world) {
  Findings found{world.problems, {}, 0, world.problems.empty()};
  for (const auto& warning : world.warnings) {
    const bool unsigned_file = warning.place == "reviewed_by";
    found.unsigned_files += unsigned_file ? 1 : 0;
    if (!unsigned_file) found.warnings.push_back(warning);
  }
  if (world.library) append(found.warnings, overdue_reviews(*world.library, today()));
  if (world.intents) append(found.problems, intents::check_examples(*world.intents));
  if (world.intents && world.library) {
    append(found.problems, cross_check(*world.intents, *world.library));
  }
  if (found.loaded) append(found.problems, check_red_flags(world));
  return found;
}

base::Problems only_of(const base::Problems& problems, const std::string& part) {
  base::Problems result;
  for (const auto& problem : problems) {
    if (problem.file.find(part) != std::string::npos) result.push_back(problem);
  }
  return result;
}

std::string count(size_t n, const std::string& thing) {
  return std::to_string(n) + " " + thing + (n == 1 ? "" : "s");
}

Json to_json(const base::Problems& problems) {
  Json list = Json::array();
  for (const auto& p : problems) {
    list.push_back({{"file", p.file}, {"place", p.place}, {"what", p.what}});
  }
  return list;
}

void print_json(const Findings& found, const World& world) {
  const Json counts = {{"problems", found.problems.size()},
                       {"warnings", found.warnings.size()},
                       {"unsigned_files", found.unsigned_files},
                       {"findings", world.intents ? world.intents->findings().all().size() : 0},
                       {"topics", world.library ? world.library->topics().size() : 0},
                       {"red_flags", world.library ? world.library->red_flags().size() : 0}};
  std::cout << Json{{"problems", to_json(found.problems)},
                    {"warnings", to_json(found.warnings)},
                    {"counts", counts}}
                   .dump(-1, ' ', false, Json::error_handler_t::replace)
            << '\n';
}

void print_text(const Findings& found, const World& world, bool quiet) {
  for (const auto& problem : found.problems) std::cout << problem.str() << '\n';
  if (!quiet) {
    for (const auto& warning : found.warnings) std::cout << "warning: " << warning.str() << '\n';
  }
  std::cout << count(found.problems.size(), "problem") << ", "
            << count(found.warnings.size(), "warning") << ", "
            << count(found.unsigned_files, "file") << " not signed by a clinician yet";
  if (world.intents) std::cout << "; " << count(world.intents->findings().all().size(), "finding");
  if (world.library) {
    std::cout << "; " << count(world.library->topics().size(), "topic") << "; "
              << count(world.library->red_flags().size(), "danger sign");
  }
  std::cout << '\n';
}

ExitCode check(const Globals& globals, const Options& options) {
  const World world = load_world(globals);
  Findings found = check_all(world);
  const ExitCode code = !found.loaded ? kBadData : found.problems.empty() ? kFine : kCheckFailed;
  found.problems = only_of(found.problems, options.only);
  found.warnings = only_of(found.warnings, options.only);
  if (options.json) {
    print_json(found, world);
  } else {
    print_text(found, world, options.quiet);
  }
  return code;
}

}  // namespace

Run declare_check(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--only", options->only, "print only what is in files with this in their name")
      ->type_name("SUBSTRING");
  app.add_flag("--quiet", options->quiet, "print no warnings");
  add_json_flag(app, options->json);
  return [options](const Globals& globals) { return check(globals, *options); };
}

}  // namespace bot::cli
