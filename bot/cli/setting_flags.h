// The clinic's settings as flags: --country GB, --port 9000 ... (settings.h says what each means).
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace bot::cli {

// Puts each flag's text into `settings` under the setting's name, unchecked.
void add_setting_flags(CLI::App&, std::map<std::string, std::string>& settings);

}  // namespace bot::cli
