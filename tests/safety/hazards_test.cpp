// Each hazard of hazards.json has tests, and they exist and pass.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

nlohmann::json hazard_log() {
  std::ifstream in(std::string(SOURCE_DIR) + "/tests/safety/hazards.json");
  REQUIRE(in);
  return nlohmann::json::parse(in);
}

// Catch reads commas and brackets in a name as syntax.
std::string as_filter(const std::string& name) {
  std::string filter;
  for (const char c : name) {
    if (c == ',' || c == '[' || c == '\\') filter += '\\';
    filter += c;
  }
  return filter;
}

// The program's exit code; a name that no test has counts as a failure (-w NoTests). The tests of
// this very program run anyway: of them only the name is looked up.
int run(const std::string& program, const std::string& test) {
  const std::string call =
      std::string(TESTS_DIR) + "/" + program + "_tests '" + as_filter(test) + "'";
  const std::string command = program == "safety"
                                  ? "test -n \"$(" + call + " --list-test-names-only)\""
                                  : call + " -w NoTests >/dev/null 2>&1";
  return std::system(command.c_str());
}

}  // namespace

TEST_CASE("hazards: every hazard has a cause, a control and a test", "[hazards]") {
  const auto log = hazard_log();
  CHECK(log["hazards"].size() >= 16);
  std::map<std::string, int> ids;
  for (const auto& hazard : log["hazards"]) {
    INFO(hazard["id"]);
    CHECK(++ids[hazard["id"]] == 1);
    for (const char* column :
         {"hazard", "description", "clinical_impact", "residual_note", "status"}) {
      CHECK_FALSE(hazard[column].get<std::string>().empty());
    }
    for (const char* column : {"causes", "controls", "tests"}) CHECK_FALSE(hazard[column].empty());
    for (const char* when : {"initial", "residual"}) {
      CHECK(hazard[when].contains("severity"));
      CHECK(hazard[when].contains("likelihood"));
    }
  }
}

TEST_CASE("hazards: a test that does not exist counts as failed", "[hazards]") {
  CHECK(run("bot", "no test has this name") != 0);
  CHECK(run("bot", "numbers: no text is ever empty") == 0);
}

TEST_CASE("hazards: the tests of every hazard pass", "[hazards]") {
  std::map<std::pair<std::string, std::string>, int> results;
  const auto log = hazard_log();
  for (const auto& hazard : log["hazards"]) {
    for (const auto& test : hazard["tests"]) {
      const std::pair<std::string, std::string> key{test[0], test[1]};
      if (!results.contains(key)) results[key] = run(key.first, key.second);
      INFO(hazard["id"] << ": " << key.first << ": " << key.second);
      CHECK(results[key] == 0);
    }
  }
}
