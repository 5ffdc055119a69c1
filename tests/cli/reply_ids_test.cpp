// The texts that the bot names and the texts there are: neither may lack the other.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/cli/program.h"

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string bot_sources() {
  std::string all;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(SOURCE_DIR) + "/bot")) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h") all += read(entry.path());
  }
  return all;
}

std::set<std::string> all_matches(const std::string& text, const char* pattern) {
  std::set<std::string> found;
  const std::regex regex(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
    found.insert((*it)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("reply ids: each text is used, and each that is used exists", "[reply_ids]") {
  const auto replies = nlohmann::json::parse(
      read(std::string(SOURCE_DIR) + "/knowledge/en/replies.json"))["replies"];
  const std::string sources = bot_sources();
  constexpr const char* kNamed = R"re((?:\bsay|\btext|\breply|\bSay)[({]"([a-z0-9_]+)")re";
  for (const auto& id : all_matches(sources, kNamed)) {
    if (id.back() == '_') continue;  // the beginning of an id: the rest is chosen by code
    INFO(id);
    CHECK(replies.contains(id));
  }
  const auto literals = all_matches(sources, R"re("([a-z0-9_]+)")re");
  for (const auto& [id, text] : replies.items()) {
    bool used = literals.contains(id);
    for (size_t at = id.find('_'); !used && at != std::string::npos; at = id.find('_', at + 1)) {
      used = literals.contains(id.substr(0, at + 1)) || literals.contains(id.substr(at));
    }
    INFO(id << " is said nowhere in bot/");
    CHECK(used);
  }
}
