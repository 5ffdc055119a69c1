// Entry points: load_world, find_web.
#include "bot/cli/world.h"

#include <cctype>
#include <cstdlib>
#include <functional>
#include <future>

namespace bot::cli {

namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "intents" / kLanguage, error) &&
         fs::is_directory(folder / "knowledge" / kLanguage, error);
}

bool holds_web(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "web" / "openapi.json", error);
}

// Where a folder can be, the likeliest first.
std::vector<fs::path> places() {
  std::vector<fs::path> result;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path at = program.parent_path(); !at.empty(); at = at.parent_path()) {
    result.push_back(at);
    if (at == at.root_path()) break;
  }
  if (!program.empty()) {
    result.push_back(program.parent_path().parent_path() / "share" / "backtalk");
  }
  result.emplace_back(BACKTALK_INSTALL_DATADIR);
  result.emplace_back(BACKTALK_SOURCE_DIR);
  return result;
}

fs::path find_place(const std::function<bool(const fs::path&)>& fits) {
  for (const auto& place : places()) {
    if (fits(place)) return place;
  }
  return {};
}

// Flags pass through the environment, so that settings have one reader and one set of checks.
Settings read_settings(const Globals& globals, base::Problems& problems) {
  std::map<std::string, std::string> flag_of;
  for (const auto& [name, value] : globals.settings) {
    std::string variable = "BACKTALK_";
    std::string flag = "--";
    for (const char c : name) {
      variable += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      flag += c == '_' ? '-' : c;
    }
    ::setenv(variable.c_str(), value.c_str(), 1);
    flag_of[variable] = flag;
  }
  base::Problems found;
  const Settings settings = load_settings(globals.settings_file, found);
  for (auto& problem : found) {
    const auto flag = flag_of.find(problem.file);
    if (flag != flag_of.end()) problem.file = flag->second;
    problems.push_back(std::move(problem));
  }
  return settings;
}

// What stands where a file should and cannot be read as one would end the loaders.
void find_unreadable(const fs::path& data, base::Problems& problems) {
  std::error_code error;
  for (const auto* part : {"intents", "knowledge"}) {
    const fs::recursive_directory_iterator end;
    for (auto at = fs::recursive_directory_iterator(data / part / kLanguage, error);
         !error && at != end; at.increment(error)) {
      if (at->path().extension() != ".json" || at->is_regular_file(error)) continue;
      problems.push_back({fs::relative(at->path(), data, error).string(), "",
                          "this is no file, though its name ends in .json"});
      error.clear();
    }
  }
}

}  // namespace

World load_world(const Globals& globals, Part part) {
  World world;
  world.settings = read_settings(globals, world.problems);
  world.web = find_web(globals);
  world.data = globals.data.empty() ? find_place(holds_data) : fs::path(globals.data);
  if (world.data.empty()) {
    world.problems.push_back({"data", "",
                              "no folder with intents/en and knowledge/en was found beside the "
                              "program or above it; say where it is with --data DIR"});
    return world;
  }
  const size_t before = world.problems.size();
  find_unreadable(world.data, world.problems);
  if (world.problems.size() > before) return world;
  // The two know nothing of each other and take about as long: load them side by side.
  base::Problems of_intents;
  auto intents = std::async(std::launch::async, [&] {
    return part == Part::kKnowledge ? nullptr
                                    : intents::Intents::load(world.data, kLanguage, of_intents);
  });
  if (part != Part::kIntents) {
    world.library = knowledge::Library::load(world.data, kLanguage, world.problems, world.warnings);
  }
  world.intents = intents.get();
  world.problems.insert(world.problems.end(), of_intents.begin(), of_intents.end());
  return world;
}

std::filesystem::path find_web(const Globals& globals) {
  if (!globals.web.empty()) return globals.web;
  if (!globals.data.empty() && holds_web(globals.data)) return fs::path(globals.data) / "web";
  const fs::path place = find_place(holds_web);
  return place.empty() ? place : place / "web";
}

}  // namespace bot::cli
