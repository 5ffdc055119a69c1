// Reading a file of web/ whole.
#pragma once

#include <filesystem>
#include <string>

#include "base/problem.h"

namespace bot::http {

// Empty, and a Problem, when `file` of the folder `web` is missing or empty.
std::string read_text(const std::filesystem::path& web, const std::string& file,
                      base::Problems& problems);

}  // namespace bot::http
