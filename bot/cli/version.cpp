// `backtalk version`: which program, and which content.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bot/cli/command.h"
#include "bot/cli/program_version.h"

namespace bot::cli {

Run declare_version(CLI::App& app) {
  const auto json = std::make_shared<bool>(false);
  add_json_flag(app, *json);
  return [json](const Globals& globals) {
    const World world = load_world(globals, Part::kKnowledge);
    const std::string content = world.library ? world.library->content_version() : "";
    if (*json) {
      nlohmann::ordered_json out = {{"version", kProgramVersion}, {"content_version", nullptr}};
      if (!content.empty()) out["content_version"] = content;
      std::cout << out.dump() << '\n';
    } else {
      std::cout << "backtalk " << kProgramVersion << "\ncontent "
                << (content.empty() ? "unknown" : content) << '\n';
    }
    return report_problems(world.problems);
  };
}

}  // namespace bot::cli
