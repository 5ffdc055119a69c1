// What an author sees who made a mistake: each fault with file and place, all of them at once.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/program.h"

using Json = nlohmann::ordered_json;

namespace {

class BrokenData : public DataCopy {
 public:
  // Reads a file, lets `change` change it, and writes it back.
  template <typename Change>
  void edit(const std::string& name, Change change) const {
    Json json = Json::parse(read(name));
    change(json);
    write(name, json.dump(2));
  }

  void keep_only(const std::string& folder, const std::set<std::string>& stems) const {
    std::vector<std::filesystem::path> others;
    for (const auto& entry : std::filesystem::directory_iterator(path() / folder)) {
      if (!stems.contains(entry.path().stem())) others.push_back(entry.path());
    }
    for (const auto& other : others) std::filesystem::remove(other);
  }
};

// One of the lines begins so.
void check_line(const Ran& ran, const std::string& line) {
  INFO(ran.err);
  INFO(line);
  CHECK(("\n" + ran.err).find("\n" + line) != std::string::npos);
}

}  // namespace

TEST_CASE("bad data: every fault is told at once, with file and place", "[bad_data]") {
  const BrokenData data;
  const std::string findings = "intents/en/findings/", topics = "knowledge/en/topics/";
  data.edit(findings + "back_pain.json", [](Json& j) { j["phrases"][1] = "back (hurts"; });
  data.edit(findings + "neck_pain.json", [](Json& j) { j["phrases"][0] = "neck <no_such_group>"; });
  data.edit(findings + "leg_pain.json", [](Json& j) { j["clas"] = "symptom"; });
  data.edit(findings + "fever.json", [](Json& j) { j["class"] = "illness"; });
  data.edit(findings + "pregnant.json", [](Json& j) { j["id"] = "expecting"; });
  data.edit(findings + "vomiting.json", [](Json& j) { j["examples"] = Json::array(); });
  data.write(findings + "rash.json", "{\"id\": \"rash\", \"id\": \"rash\"}");
  data.write(findings + "dizzy.json", "{\"id\": \"dizzy\",\n \"phrases\": [}");
  data.edit(topics + "cond-sciatica.json", [](Json& j) { j["related"] = {"cond-nothing"}; });
  data.edit(topics + "pt.json",
            [](Json& j) { j["facets"].begin().value()["sources"] = {"no_such_source"}; });
  data.edit(topics + "home-heat.json", [](Json& j) { j.erase("summary"); });
  data.edit(topics + "home-ice.json", [](Json& j) { j["review_due"] = "next year"; });

  for (const auto* command : {"ask", "explain"}) {
    const Ran ran = run({command, "my back hurts", "--data", data.path()});
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    check_line(ran,
               findings + "back_pain.json, phrases, 2nd entry: the bracket \"(\" is never closed");
    check_line(
        ran,
        findings + "neck_pain.json, phrases, 1st entry: the group <no_such_group> is not known");
    check_line(ran, findings + "leg_pain.json: the key \"clas\" is not known here");
    check_line(
        ran, findings +
                 "fever.json, class: \"illness\" is not one of: symptom, function, event, disease");
    check_line(ran, findings + "pregnant.json, id: the id must be the file's name, \"pregnant\"");
    check_line(ran, findings + "vomiting.json, examples: the list is empty");
    check_line(ran,
               topics + "cond-sciatica.json, related: the topic \"cond-nothing\" is not known");
    check_line(ran, topics + "home-heat.json: the key \"summary\" is missing");
    check_line(ran, topics + "home-ice.json, review_due: this must be a date, YYYY-MM-DD");
    CHECK(ran.err.find(findings + "rash.json") != std::string::npos);
    CHECK(ran.err.find(findings + "dizzy.json") != std::string::npos);
    CHECK(ran.err.find("the source \"no_such_source\" is not in sources.json") !=
          std::string::npos);
  }
  const Ran checked = run({"check", "--data", data.path()});
  CHECK(checked.code == 3);
  CHECK(checked.out.find(findings + "leg_pain.json: the key") != std::string::npos);
}

TEST_CASE("bad data: check finds ids that do not fit, and examples that fail", "[bad_data]") {
  const BrokenData data;
  data.keep_only("intents/en/findings", {"back_pain", "fever"});  // few, to be checked fast
  data.keep_only("intents/en/topics", {"cond-sciatica", "region-low"});
  data.edit("intents/en/findings/back_pain.json", [](Json& j) {
    j["examples"].push_back("the weather is nice");
    j["phrases"].push_back("xylophone lumbago");
    j["examples"].push_back("my back hurts");
  });
  data.edit("knowledge/en/red_flags/ces_saddle.json",
            [](Json& j) { j["rules"][0]["when"]["any"] = {"no_such_finding"}; });
  const Ran ran = run({"check", "--data", data.path()});
  INFO(ran.out);
  CHECK(ran.code == 1);
  CHECK(ran.out.find("\"the weather is nice\" does not make back_pain active") !=
        std::string::npos);
  CHECK(ran.out.find("no example of this file hits it: xylophone lumbago") != std::string::npos);
  CHECK(ran.out.find("red_flags/ces_saddle.json, rules, 1st entry, when, any, 1st entry: there is "
                     "no finding \"no_such_finding\"") != std::string::npos);
  CHECK(ran.out.find("knowledge/en/topics/home-heat.json, id: there is no "
                     "intents/en/topics/home-heat.json") != std::string::npos);
  const Ran some =
      run({"check", "--json", "--data", data.path(), "--only", "red_flags/ces_saddle"});
  CHECK(some.code == 1);
  const Json json = Json::parse(some.out);
  CHECK(json["counts"]["problems"] == json["problems"].size());
  for (const auto& problem : json["problems"]) {
    CHECK(problem["file"] == "knowledge/en/red_flags/ces_saddle.json");
  }
}

TEST_CASE("bad data: a folder where a file should be is named", "[bad_data]") {
  const DataCopy data;
  std::filesystem::remove(data.path() / "intents/en/acts.json");
  std::filesystem::create_directory(data.path() / "intents/en/acts.json");
  for (const auto* command : {"check", "serve"}) {
    INFO(command);
    const Ran ran = run({command, "--data", data.path()});
    CHECK(ran.code == 3);
    CHECK((ran.out + ran.err).find("intents/en/acts.json: this is no file") != std::string::npos);
  }
}
