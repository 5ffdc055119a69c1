#include <catch2/catch.hpp>

#include "tests/knowledge/small_library.h"

using Lines = std::vector<std::string>;

namespace {

Lines faults(const std::string& from, const std::string& to) {
  SmallLibrary files;
  files.damage("red_flags/fever_back.json", from, to);
  return files.faults();
}

const std::string kFile = "knowledge/en/red_flags/fever_back.json";
const std::string kRule = kFile + ", rules, 1st entry";
const std::string kNames = ": the condition names no finding in \"all\" or \"any\"";
const std::string kAtLeast = ", at_least: this must be from 1 to the number of entries in \"any\"";

}  // namespace

TEST_CASE("red flags: a condition names findings", "[red_flag_loader]") {
  const std::string when =
      R"({"all": ["fever"], "any": ["chills", "sweats"], "at_least": 1, "none": ["cold"]})";
  CHECK(faults(when, R"({"none": ["cold"]})") == Lines{kRule + ", when" + kNames});
  CHECK(faults(when, R"({"any": ["chills"], "all": []})") ==
        Lines{kRule + ", when, all: the list is empty"});
  CHECK(faults(when, R"({"some": ["chills"], "all": ["fever"]})") ==
        Lines{kRule +
              ", when: the key \"some\" is not known here (known: all, any, at_least, none)"});
  CHECK(faults("\"at_least\": 1", "\"at_least\": 3") == Lines{kRule + ", when" + kAtLeast});
  CHECK(faults("\"at_least\": 1", "\"at_least\": 0") == Lines{kRule + ", when" + kAtLeast});
  CHECK(faults("\"at_least\": 1", "\"at_least\": 2") == Lines{});
}

TEST_CASE("red flags: level and action belong together", "[red_flag_loader]") {
  const std::string action =
      ", action: ambulance and emergency_department belong to emergency, crisis_line to emergency "
      "and "
      "urgent, and emergency to these";
  const struct {
    const char *level, *action;
    bool fits;
  } kTable[] = {{"emergency", "ambulance", true},   {"emergency", "emergency_department", true},
                {"emergency", "crisis_line", true}, {"emergency", "same_day", false},
                {"urgent", "ambulance", false},     {"urgent", "crisis_line", true},
                {"soon", "appointment", true},      {"soon", "emergency_department", false}};
  for (const auto& row : kTable) {
    INFO(row.level << " " << row.action);
    CHECK(faults(R"("level": "urgent", "action": "same_day")",
                 "\"level\": \"" + std::string(row.level) + "\", \"action\": \"" + row.action +
                     "\"") == (row.fits ? Lines{} : Lines{kRule + action}));
  }
  CHECK(faults("\"urgent\"", "\"none\"") == Lines{kRule + ", level: a rule must raise a level"});
  CHECK(faults("\"urgent\"", "\"bad\"") ==
        Lines{kRule + ", level: \"bad\" is not one of: none, soon, urgent, emergency",
              kRule + ", level: a rule must raise a level"});
  CHECK(faults("\"same_day\"", "\"run\"") ==
        Lines{kRule + ", action: \"run\" is not one of: none, appointment, same_day, "
                      "emergency_department, ambulance, crisis_line"});
}

TEST_CASE("red flags: a rule and a question say why", "[red_flag_loader]") {
  CHECK(faults(R"(, "why": "Infection.")", "") == Lines{kRule + ": the key \"why\" is missing"});
  CHECK(faults(R"("if_yes": ["chills"], "why": "We ask to be sure.")", R"("yes": [])") ==
        Lines{kFile +
                  ", asks, 1st entry: the key \"yes\" is not known here (known: when, question, "
                  "if_yes, why)",
              kFile + ", asks, 1st entry: the key \"if_yes\" is missing",
              kFile + ", asks, 1st entry: the key \"why\" is missing"});
}

TEST_CASE("red flags: what is said is never empty, and the list of don'ts is short",
          "[red_flag_loader]") {
  CHECK(faults("\"Get seen today.\"", "\"\"") == Lines{kFile + ", say: the text is empty"});
  CHECK(faults(R"("say_carer": "They need to be seen today.", )", "") ==
        Lines{kFile + ": the key \"say_carer\" is missing"});
  CHECK(faults("[\"Wait\"]", R"(["A", "B", "C", "D", "E"])") ==
        Lines{kFile + ", dont: more than four entries"});
  CHECK(faults("\"id\": \"fever_back\"", "\"id\": \"fever\"") ==
        Lines{kFile + ", id: the id must be the file's name, \"fever_back\""});
}

TEST_CASE("red flags: all faults of a file are told at once", "[red_flag_loader]") {
  SmallLibrary files;
  files.write("red_flags/fever_back.json", "{\"rules\": [], \"danger\": true}");
  const auto found = files.faults();
  CHECK(found.size() == 12);
  CHECK(found[0].starts_with(kFile + ": the key \"danger\" is not known here (known: id, code, "));
  CHECK(found[1] == kFile + ": the key \"id\" is missing");
}
