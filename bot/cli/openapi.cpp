// `backtalk openapi`: the description of the HTTP API, as the server gives it out.
#include <fstream>
#include <iostream>

#include "bot/cli/command.h"

namespace bot::cli {

Run declare_openapi(CLI::App&) {
  return [](const Globals& globals) {
    const auto web = find_web(globals);
    const auto path = web / "openapi.json";
    std::ifstream file(path, std::ios::binary);
    if (!file.is_open()) {
      std::cerr << "backtalk: cannot read " << (web.empty() ? "web/openapi.json" : path.string())
                << "; say where the web folder is with --web DIR\n";
      return kInputOutput;
    }
    std::cout << file.rdbuf();
    return kFine;
  };
}

}  // namespace bot::cli
