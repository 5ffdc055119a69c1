#include "knowledge/library.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/knowledge/small_library.h"

using knowledge::fill;
using Lines = std::vector<std::string>;

namespace {

const std::string kFolder = "knowledge/en/";

const knowledge::Library& real_library() {
  static const auto library = [] {
    base::Problems problems, warnings;
    auto loaded = knowledge::Library::load(SOURCE_DIR, "en", problems, warnings);
    for (const auto& line : lines_of(problems)) UNSCOPED_INFO(line);
    REQUIRE(loaded != nullptr);
    return loaded;
  }();
  return *library;
}

}  // namespace

TEST_CASE("library: the real data loads without a fault", "[library]") {
  const auto& library = real_library();
  CHECK(library.topics().size() > 80);
  CHECK(library.red_flags().size() > 20);
  REQUIRE(library.find_topic("cond-sciatica") != nullptr);
  CHECK(library.find_topic("cond-sciatica")->kind == knowledge::TopicKind::kCondition);
  CHECK(library.find_topic("cond-unknown") == nullptr);
}

TEST_CASE("library: of the real data every id that is used exists", "[library]") {
  const auto& library = real_library();
  std::set<std::string> codes;
  for (const auto& [id, topic] : library.topics()) {
    INFO(id);
    CHECK(topic.id == id);
    for (const auto& [name, facet] : topic.facets) {
      for (const auto& source : facet.sources) CHECK(library.find_source(source) != nullptr);
    }
    for (const auto& other : topic.related) CHECK(library.find_topic(other) != nullptr);
  }
  for (const auto& flag : library.red_flags()) {
    INFO(flag.id);
    CHECK(library.find_red_flag(flag.id) == &flag);
    CHECK(codes.insert(flag.code).second);
    for (const auto& source : flag.sources) CHECK(library.find_source(source) != nullptr);
  }
}

TEST_CASE("library: a small folder is read whole", "[library]") {
  const auto library = SmallLibrary().load();
  const auto* heat = library->find_topic("heat");
  REQUIRE(heat != nullptr);
  CHECK(heat->also_called == Lines{"hot pack"});
  CHECK(heat->facets.at("evidence").evidence == knowledge::Evidence::kModerate);
  CHECK(heat->facets.at("evidence").points.size() == 1);
  CHECK(heat->figure.empty());
  CHECK(heat->review.reviewed_by == "A. Reader");
  CHECK_FALSE(heat->exercise);
  const auto* plank = library->find_topic("plank");
  REQUIRE(plank != nullptr);
  REQUIRE(plank->exercise);
  CHECK(plank->exercise->dose == "Ten seconds.");
  CHECK(plank->review.reviewed_by.empty());
  const auto* flag = library->find_red_flag("fever_back");
  REQUIRE(flag != nullptr);
  CHECK(flag->rules.at(0).when.any == Lines{"chills", "sweats"});
  CHECK(flag->rules.at(0).action == knowledge::Action::kSameDay);
  CHECK(flag->asks.at(0).if_yes == Lines{"chills"});
  CHECK(library->find_source("guide")->year == 2020);
  CHECK(library->find_source("book") == nullptr);
  CHECK(library->find_red_flag("other") == nullptr);
}

TEST_CASE("library: wordings of one reply take turns", "[library]") {
  const auto library = SmallLibrary().load();
  CHECK(library->reply("hello") == "Hello.");
  CHECK(library->reply("empathy", 0) == "That hurts.");
  CHECK(library->reply("empathy", 1) == "I am sorry.");
  CHECK(library->reply("empathy", 2) == "That hurts.");
  CHECK(library->reply("unknown").empty());
}

TEST_CASE("library: missing files and folders are named", "[library]") {
  const SmallLibrary files;
  for (const char* name : {"sources.json", "replies.json", "topics", "red_flags"})
    files.remove(name);
  const std::string missing = ": the file is missing or cannot be read";
  const std::string empty = ": the folder is missing or holds no .json file";
  CHECK(files.faults() == Lines{kFolder + "sources.json" + missing,
                                kFolder + "replies.json" + missing, kFolder + "topics" + empty,
                                kFolder + "red_flags" + empty});
}

TEST_CASE("library: faults of sources and replies are told by place", "[library]") {
  SmallLibrary files;
  files.damage("sources.json", "\"publisher\": \"A clinic\", \"year\": 2020",
               "\"by\": 1, \"year\": \"2020\"");
  files.damage("replies.json", R"(["Hello."])", "\"Hello.\"");
  files.damage("replies.json", R"("That hurts.", "I am sorry.")", "\"\"");
  CHECK(files.faults() ==
        Lines{kFolder +
                  "sources.json, sources, guide: the key \"by\" is not known here (known: title, "
                  "publisher, year, url)",
              kFolder + "sources.json, sources, guide: the key \"publisher\" is missing",
              kFolder + "sources.json, sources, guide, year: this must be a whole number",
              kFolder + "replies.json, replies, hello: this must be a list of texts",
              kFolder +
                  "replies.json, replies, empathy, 1st entry: this must be a text, and not empty"});
}

TEST_CASE("library: ids that do not exist are named where they are used", "[library]") {
  SmallLibrary files;
  files.damage("topics/heat.json", R"("sources": ["guide"])", R"("sources": ["guide", "book"])");
  files.damage("topics/heat.json", "[\"plank\"]", "[\"plank\", \"ice\"]");
  files.damage("red_flags/fever_back.json", "\"guide\"", "\"leaflet\"");
  CHECK(files.faults() ==
        Lines{kFolder + "red_flags/fever_back.json, sources: the source \"leaflet\" is not in "
                        "sources.json",
              kFolder + "topics/heat.json, facets, evidence: the source \"book\" is not in "
                        "sources.json",
              kFolder + "topics/heat.json, related: the topic \"ice\" is not known"});
}

TEST_CASE("library: hard reading and unsigned files are warnings only", "[library]") {
  SmallLibrary files;
  files.damage(
      "topics/heat.json", "Heat helps a bit.",
      "Thermotherapy demonstrates statistically significant symptomatic improvement regarding "
      "musculoskeletal discomfort.");
  CHECK(files.faults() == Lines{});
  const auto warnings = files.warnings();
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].starts_with(kFolder +
                                "topics/heat.json, facets, evidence: hard to read: about grade "));
  CHECK(warnings[1] ==
        kFolder + "topics/plank.json, reviewed_by: no clinician has signed this yet");
}

TEST_CASE("library: the content version changes with any byte", "[library]") {
  SmallLibrary files;
  const std::string before = files.load()->content_version();
  CHECK(before.size() == 16);
  CHECK(files.load()->content_version() == before);
  files.damage("topics/heat.json", "Heat helps a bit.", "Heat helps a bit!");
  CHECK(files.load()->content_version() != before);
}

TEST_CASE("library: fill replaces the slots it knows", "[library]") {
  const std::map<std::string, std::string> slots = {{"EMERGENCY", "911"}, {"NAME", "{NAME}"}};
  const std::pair<const char*, const char*> kTable[] = {{"Call {EMERGENCY}.", "Call 911."},
                                                        {"{EMERGENCY}{EMERGENCY}", "911911"},
                                                        {"{OTHER} stays", "{OTHER} stays"},
                                                        {"{NAME}", "{NAME}"},
                                                        {"{EMERGENCY", "{EMERGENCY"},
                                                        {"{{EMERGENCY}}", "{911}"},
                                                        {"{}", "{}"},
                                                        {"", ""}};
  for (const auto& [text, filled] : kTable) CHECK(fill(text, slots) == filled);
}

TEST_CASE("library: what a figure shows is known, or it is a fault", "[library]") {
  SmallLibrary files;
  files.damage("topics/heat.json", "\"figure\": null", "\"figure\": \"pack\"");
  CHECK(files.faults() == Lines{"knowledge/en/topics/heat.json, figure: the figure \"pack\" is "
                                "not in figures.json"});
  files.write("figures.json", R"({"figures": {"pack": "A warm pack."}})");
  CHECK(files.load()->find_topic("heat")->figure_alt == "A warm pack.");
}
