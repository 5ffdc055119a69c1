// Finding and loading what the commands work with: intents, knowledge, settings.
//
// Data is looked for (a) where --data says, (b) beside the program, (c) in the folders above it,
// up to the source tree it was built in, (d) in share/backtalk of the place it is installed to.
// Promise: every fault of every part is reported, not only the first.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "base/problem.h"
#include "bot/settings.h"
#include "intents/intents.h"
#include "knowledge/library.h"

namespace bot::cli {

inline constexpr const char* kLanguage = "en";

// Options that stand before or after any command.
struct Globals {
  std::string data, web, settings_file;         // empty: look for it
  std::map<std::string, std::string> settings;  // by the setting's name, as typed
};

struct World {
  std::filesystem::path data, web;
  Settings settings;
  std::unique_ptr<intents::Intents> intents;    // null when it has faults or was not asked for
  std::unique_ptr<knowledge::Library> library;  // the same
  base::Problems problems;                      // not to go live with any of these
  base::Problems warnings;
};

enum class Part { kKnowledge, kIntents, kBoth };

World load_world(const Globals&, Part = Part::kBoth);

// The folder of web files; empty when there is none.
std::filesystem::path find_web(const Globals&);

}  // namespace bot::cli
