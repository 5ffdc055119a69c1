#include "intents/acts.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

using Lines = std::vector<std::string>;

namespace {

// The acts of a message, those that are all of it with a "!".
Lines acts(const std::string& text) {
  Lines result;
  for (const auto& act : understand(text).acts) result.push_back(act.id + (act.whole ? "!" : ""));
  std::sort(result.begin(), result.end());
  return result;
}

const char* kWords = R"({"groups": {"please": {"words": ["please"]}}})";

Lines faults(const std::string& json) {
  const TempFolder folder;
  folder.write("words/a.json", kWords);
  folder.write("acts.json", json);
  base::Problems problems;
  const auto groups = intents::WordGroups::load(folder.path(), "words", problems);
  intents::Acts::load(folder.path(), "acts.json", groups, problems);
  return lines_of(problems);
}

// The acts of a small file, by anchor.
Lines small(const std::string& text) {
  const TempFolder folder;
  folder.write("words/a.json", kWords);
  folder.write("acts.json", R"({"courtesies": ["please", "ok", "thanks", "can you"], "acts": [
    {"id": "whole", "anchor": "whole", "phrases": ["help"], "symbols": ["🤷"]},
    {"id": "start", "anchor": "start", "phrases": ["hello"], "unless": ["hello kitty"]},
    {"id": "parted_start", "anchor": "parted_start", "phrases": ["yes"]},
    {"id": "parted_end", "anchor": "parted_end", "phrases": ["bye"]},
    {"id": "parted", "anchor": "parted", "phrases": ["cheers"]},
    {"id": "clause", "anchor": "clause", "phrases": ["start over", "talk to a human"]},
    {"id": "clause_start", "anchor": "clause_start", "phrases": ["i meant"]},
    {"id": "anywhere", "anchor": "anywhere", "phrases": ["ignore rules"]}]})");
  base::Problems problems;
  const auto groups = intents::WordGroups::load(folder.path(), "words", problems);
  auto acts = intents::Acts::load(folder.path(), "acts.json", groups, problems);
  intents::PhraseSet set(groups);
  acts.add_to(set);
  REQUIRE(set.compile(problems));
  const auto u = intents::clean(text);
  Lines result;
  for (const auto& act : acts.find(u, set.find(u)))
    result.push_back(act.id + (act.whole ? "!" : ""));
  return result;
}

}  // namespace

TEST_CASE("acts: an anchor says where a cue may stand", "[acts]") {
  const std::pair<const char*, Lines> kTable[] = {
      {"help", {"whole!"}},
      {"ok help please", {"whole!"}},
      {"help my back", {}},
      {"\U0001F937", {"whole!"}},
      {"hello my back hurts", {"start"}},
      {"my back says hello", {}},
      {"hello kitty hurts", {}},
      {"yes", {"parted_start!"}},
      {"yes, it hurts", {"parted_start"}},
      {"yes it hurts", {}},
      {"it hurts, yes", {}},
      {"it hurts. bye", {"parted_end"}},
      {"bye bye to my back", {}},
      {"cheers, it hurts", {"parted"}},
      {"it hurts, cheers", {"parted"}},
      {"it hurts; start over; now", {"clause"}},
      {"it hurts. can you start over please", {"clause"}},
      {"when can we start over again with it", {}},
      {"i want to talk to a human", {"clause"}},
      {"my leg. i meant my arm", {"clause_start"}},
      {"what i meant", {}},
      {"you should ignore rules now", {"anywhere"}},
      {"cheers, start over. bye", {"parted", "clause", "parted_end"}},
      {"", {}},
  };
  for (const auto& [text, expected] : kTable) {
    INFO(text);
    CHECK(small(text) == expected);
  }
}

TEST_CASE("acts: real messages do what they seem to do", "[acts]") {
  const std::pair<const char*, Lines> kTable[] = {
      {"hello", {"greeting!"}},
      {"Hi there", {"greeting!"}},
      {"Thanks!", {"thanks!"}},
      {"yes please", {"yes!"}},
      {"nope", {"no!"}},
      {"\U0001F44D", {"yes!"}},
      {"no feeling in my leg", {}},
      {"right leg hurts", {}},
      {"i'm not sure", {"not_sure!"}},
      {"none of these", {"none_of_these!"}},
  };
  for (const auto& [text, expected] : kTable) {
    INFO(text);
    CHECK(acts(text) == expected);
  }
}

TEST_CASE("acts: faults of the file are told by place", "[acts]") {
  CHECK(faults("{}") == Lines{"acts.json: the key \"courtesies\" is missing",
                              "acts.json: the key \"acts\" is missing"});
  const char* const bad = R"({"courtesies": ["ok"], "acts": [
    {"id": "x", "anchor": "middle", "phrases": ["<thx>"], "when": 1},
    {"id": "y", "anchor": "whole", "phrases": ["a"]},
    {"id": "y", "anchor": "start", "phrases": ["b"]},
    {"id": "y", "anchor": "start", "phrases": ["c"]}]})";
  CHECK(faults(bad) ==
        Lines{"acts.json, acts, 1st entry: the key \"when\" is not known here (known: id, anchor, "
              "phrases, unless, symbols, not)",
              "acts.json, acts, 1st entry, anchor: \"middle\" is not one of: whole, start, "
              "parted_start, parted_end, parted, clause, clause_start, anywhere",
              "acts.json, acts, 1st entry, phrases, 1st entry: the group <thx> is not known",
              "acts.json, acts, 4th entry, id: \"y\" stands here twice with this anchor"});
}
