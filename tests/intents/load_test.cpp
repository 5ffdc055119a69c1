// Intents::load on the real data, and on copies of it that are damaged in one place each.
#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

using Lines = std::vector<std::string>;

namespace {

Lines all_faults(const SmallCopy& data) {
  base::Problems problems;
  const auto intents = data.load(problems);
  CHECK((intents == nullptr) == !problems.empty());
  return lines_of(problems);
}

// The faults that the damage made.
Lines faults(const SmallCopy& data) {
  static const Lines before = all_faults(SmallCopy());
  Lines now = all_faults(data);
  std::erase_if(now, [](const std::string& line) {
    return std::find(before.begin(), before.end(), line) != before.end();
  });
  return now;
}

const std::string kNots =
    R"("not": [{"text": "a", "goes_to": "nothing"}, {"text": "b", "goes_to": "nothing"},
               {"text": "c", "goes_to": "nothing"}, {"text": "d", "goes_to": "nothing"},
               {"text": "e", "goes_to": "nothing"}])";

std::string finding(const std::string& more, const std::string& nots = kNots) {
  return R"({"id": "zz_test", "class": "symptom", "title": "a test", "examples": ["zz"], )" + more +
         ", " + nots + "}";
}

// Faults of a finding file with these keys.
Lines finding_faults(const std::string& json) {
  const SmallCopy data;
  data.write("findings/zz_test.json", json);
  return faults(data);
}

Lines topic_faults(const std::string& json) {
  const SmallCopy data;
  data.write("topics/zz-test.json", json);
  return faults(data);
}

const std::string kFinding = "intents/en/findings/zz_test.json";
const std::string kTopic = "intents/en/topics/zz-test.json";

}  // namespace

TEST_CASE("load: the real data has no faults", "[load]") {
  base::Problems problems;
  CHECK(intents::Intents::load(data_folder(), "en", problems) != nullptr);
  CHECK(lines_of(problems) == Lines{});
}

TEST_CASE("load: a file or folder that is missing is named", "[load]") {
  const std::string missing = ": the file is missing or cannot be read";
  const SmallCopy data;
  for (const char* name : {"acts.json", "facets.json", "values.json"}) {
    data.remove(name);
  }
  data.remove("topics");
  CHECK(faults(data) == Lines{"intents/en/topics: the folder is missing or holds no .json file",
                              "intents/en/facets.json" + missing, "intents/en/acts.json" + missing,
                              "intents/en/values.json" + missing});
}

TEST_CASE("load: the spelling file is read last", "[load]") {
  const SmallCopy data;
  data.remove("spelling.json");
  CHECK(faults(data) == Lines{"intents/en/spelling.json: the file is missing or cannot be read"});
}

TEST_CASE("load: broken JSON is named by line and column", "[load]") {
  CHECK(finding_faults("{\n\"id\": \"zz_test\",,\n}") ==
        Lines{kFinding + ", line 2, column 17: this is not valid JSON (a missing comma, quote or "
                         "bracket here or shortly before?)"});
}

TEST_CASE("load: faults of a finding are told by place", "[load]") {
  CHECK(finding_faults(finding(R"("phrases": ["zz"])")) == Lines{});
  CHECK(
      finding_faults(finding(R"("phrases": ["zz", "(zz", "<zz>"], "phrase": 1)")) ==
      Lines{
          kFinding +
              ": the key \"phrase\" is not known here (known: id, class, title, certain, phrases, "
              "compose, within, unless, examples, not)",
          kFinding + ", phrases, 2nd entry: the bracket \"(\" is never closed",
          kFinding + ", phrases, 3rd entry: the group <zz> is not known"});
  CHECK(finding_faults(finding(R"("compose": [["zz"], ["zz", "|"], "zz"], "within": 16)")) ==
        Lines{kFinding + ", within: this must be from 0 to 15 words",
              kFinding + ", compose, 3rd entry: this must be a list of texts",
              kFinding + ", compose: an entry needs two parts or more",
              kFinding + ", compose, 2nd entry, 2nd part: \"|\" must stand inside brackets ( )"});
  CHECK(finding_faults(finding(R"("unless": ["zz"])")) ==
        Lines{kFinding + ": there are neither \"phrases\" nor \"compose\""});
  CHECK(
      finding_faults(finding(R"("phrases": ["zz"])", R"("not": [{"text": "a", "to": "b"}])")) ==
      Lines{kFinding + ", not, 1st entry: the key \"to\" is not known here (known: text, goes_to)",
            kFinding + ", not, 1st entry: the key \"goes_to\" is missing",
            kFinding + ", not: at least 5 counter-examples are needed"});
  CHECK(finding_faults(
            R"({"id": "zz", "class": "sign", "title": "", "phrases": [], "examples": []})") ==
        Lines{kFinding + ", id: the id must be the file's name, \"zz_test\"",
              kFinding + ", class: \"sign\" is not one of: symptom, function, event, disease",
              kFinding + ", title: the text is empty", kFinding + ", phrases: the list is empty",
              kFinding + ", examples: the list is empty", kFinding + ": the key \"not\" is missing",
              kFinding + ": there are neither \"phrases\" nor \"compose\""});
}

TEST_CASE("load: faults of a topic's names are told by place", "[load]") {
  CHECK(topic_faults(R"({"id": "zz-tset", "names": ["[zz]"], "examples": ["a"],
                         "not": [{"text": "a", "goes_to": "nothing"}]})") ==
        Lines{kTopic + ", id: the id must be the file's name, \"zz-test\"",
              kTopic +
                  ", names, 1st entry: every part is optional, so the phrase would match anything",
              kTopic + ", examples: at least 4 examples are needed",
              kTopic + ", not: at least 2 counter-examples are needed"});
}

TEST_CASE("load: faults of the value words are told by place", "[load]") {
  const SmallCopy data;
  data.write("values.json", R"({"regions": {"neck": {"words": []}}, "sides": {},
    "lifelong": [{"words": ["a"], "days": "many"}], "lasting": [{"words": ["b"], "days": "9-2"}],
    "moments": [{"words": ["c"], "days": "0-1"}], "severity": [{"words": ["d"], "score": "x"}],
    "ages": [{"word": ["e"], "years": 3}]})");
  const std::string file = "intents/en/values.json, ";
  CHECK(faults(data) ==
        Lines{file + "regions, neck, words: the list is empty",
              file + "lifelong, 1st entry, days: this must be two whole numbers with a dash, like "
                     "\"14-60\"",
              file + "lasting, 1st entry, days: the second number must not be the smaller one",
              file + "severity, 1st entry, score: this must be a whole number",
              file + "ages, 1st entry: the key \"word\" is not known here (known: words, years)",
              file + "ages, 1st entry: the key \"words\" is missing"});
}
