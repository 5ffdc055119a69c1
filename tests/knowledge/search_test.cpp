#include "knowledge/search.h"

#include <algorithm>
#include <catch2/catch.hpp>

using knowledge::Search;
using knowledge::Topic;
using Words = std::vector<std::string>;

namespace {

const Search& search() {
  static const Search* built = [] {
    std::map<std::string, Topic, std::less<>> topics;
    const auto add = [&](const char* id, const char* title, Words names, const char* text) {
      Topic topic;
      topic.id = id;
      topic.title = title;
      topic.also_called = std::move(names);
      topic.summary = text;
      topic.facets["definition"].text = "It is told here.";
      topic.facets["definition"].points = {"A point about " + std::string(id) + "point"};
      topics[id] = std::move(topic);
    };
    add("sciatica", "Sciatica", {"nerve pain in the leg"}, "Pain that runs down one leg.");
    add("heat", "Heat packs", {"hot water bottle"}, "Warmth can ease pain in the back.");
    add("ice", "Cold packs", {}, "Cold can ease pain in the back.");
    add("mattress", "Mattresses and pillows", {"bed"}, "A medium firm bed helps sleep.");
    return new Search(topics);
  }();
  return *built;
}

Words found(const Words& words, size_t limit = 10) {
  Words ids;
  for (const auto& hit : search().find(words, limit)) ids.push_back(hit.topic);
  return ids;
}

}  // namespace

TEST_CASE("search: titles weigh more than names, names more than text", "[search]") {
  CHECK(found({"sciatica"}) == Words{"sciatica"});
  CHECK(found({"leg"}) == Words{"sciatica"});
  CHECK(found({"heat"}).at(0) == "heat");
  CHECK(found({"bottle"}) == Words{"heat"});
  CHECK(found({"mattress", "pain"}).at(0) == "mattress");
  CHECK(found({"sciaticapoint"}) == Words{"sciatica"});
}

TEST_CASE("search: words are stemmed", "[search]") {
  CHECK(found({"pillow"}) == Words{"mattress"});
  CHECK(found({"sleeping"}) == Words{"mattress"});
  CHECK(found({"pains"}).size() == 3);
}

TEST_CASE("search: the order is always the same, and equals go by id", "[search]") {
  const auto first = found({"pain", "packs", "back"});
  CHECK(first == found({"pain", "packs", "back"}));
  const auto hits = search().find({"pain", "packs", "back"}, 10);
  CHECK(std::is_sorted(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
    return a.score != b.score ? a.score > b.score : a.topic < b.topic;
  }));
  CHECK(found({"pain"}, 2).size() == 2);
  CHECK(found({"pain"}, 0).empty());
}

TEST_CASE("search: odd words find nothing and harm nothing", "[search]") {
  for (const auto& words :
       {Words{}, Words{""}, Words{"a", "to"}, Words{"zzzzz"}, Words{"\"\"\""}, Words{"*****"},
        Words{"(((", ")))"}, Words{"'; DROP TABLE topic;"}, Words{std::string("a\0b", 3)},
        Words{"\xFF\xFE\xFD"}, Words{std::string(5000, 'x')}, Words{"\U0001F62D"}}) {
    CHECK(found(words).empty());
  }
  CHECK(found({"\"heat\""}).at(0) == "heat");
  CHECK(found({"NOT", "heat"}).at(0) == "heat");
  CHECK(found({"NOT", "OR", "NEAR", "heat"}).at(0) == "heat");
  CHECK(found({"heat*"}).at(0) == "heat");
  CHECK(found({"sciatica", "zzzzz", "\""}) == Words{"sciatica"});
}
