#include "intents/self_check.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

using Lines = std::vector<std::string>;

namespace {

// What the check says of one more finding or topic.
Lines told_of(const std::string& name, const std::string& json) {
  const SmallCopy data;
  data.write(name, json);
  base::Problems problems;
  const auto intents = data.load(problems);
  for (const auto& line : lines_of(problems)) UNSCOPED_INFO(line);
  REQUIRE(intents != nullptr);
  Lines lines = lines_of(intents::check_examples(*intents));
  std::erase_if(lines,
                [&](const std::string& line) { return line.find(name) == std::string::npos; });
  return lines;
}

}  // namespace

TEST_CASE("self check: every example of the real data does what its file says",
          "[self_check][slow]") {
  const auto lines = lines_of(intents::check_examples(real_intents()));
  for (const auto& line : lines) UNSCOPED_INFO(line);
  CHECK(lines.empty());
}

TEST_CASE("self check: sentences that do something else are told with what was found",
          "[self_check]") {
  const std::string file = "intents/en/findings/zz_test.json";
  const auto lines = told_of("findings/zz_test.json", R"({
    "id": "zz_test", "class": "symptom", "title": "a test", "phrases": ["zzyx", "zzyw"],
    "compose": [["zzyx", "zzyv"]],
    "examples": ["i have zzyx", "nothing here"],
    "not": [{"text": "zzyx again", "goes_to": "absent"}, {"text": "zzyx", "goes_to": "nothing"},
            {"text": "no zzyx", "goes_to": "absent"}, {"text": "quiet", "goes_to": "past"},
            {"text": "quiet", "goes_to": "topic:cond-sciatica"}, {"text": "quiet", "goes_to": "fever"}]})");
  const std::string found = "; found: zz_test (present, now, self, report)";
  CHECK(lines ==
        Lines{file + ", examples, 2nd entry: \"nothing here\" does not make zz_test active; found: "
                     "nothing",
              file + ", not, 1st entry: \"zzyx again\" makes zz_test active" + found,
              file + ", not, 2nd entry: \"zzyx\" makes zz_test active" + found,
              file + ", not, 4th entry: \"quiet\" should be found as past; found: nothing",
              file + ", not, 5th entry: \"quiet\" should go to topic:cond-sciatica; found: nothing",
              file + ", not, 6th entry: \"quiet\" should make fever active; found: nothing",
              file + ", phrases, 2nd entry: no example of this file hits it: zzyw",
              file + ", compose, 1st entry: no example of this file hits it: zzyx + zzyv"});
}
