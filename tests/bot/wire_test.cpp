#include "bot/wire.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using bot::Reply;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("wire: an empty reply has every key of the API, with null and empty lists", "[wire]") {
  const Json json = bot::to_json(Reply{});
  CHECK(keys_of(json) == Keys{"conversation_id", "turn", "state", "text", "blocks", "question",
                              "quick_replies", "triage", "understood", "topics", "sources",
                              "content_version"});
  CHECK(json["question"].is_null());
  CHECK(json["blocks"] == Json::array());
  CHECK(keys_of(json["triage"]) == Keys{"level", "action", "red_flags"});
  CHECK(json["triage"]["level"] == "none");
  CHECK(keys_of(json["understood"]) == Keys{"findings", "topics", "acts", "corrected"});
}

TEST_CASE("wire: each block says its type and its parts", "[wire]") {
  using namespace bot;
  Reply reply;
  reply.blocks = {
      TextBlock{"hello"},
      CareCardBlock{
          knowledge::Level::kEmergency, "Call now", {"a"}, {{"call", "Call 999", "tel:999"}}, true},
      ListBlock{"Try", {"x", "y"}},
      TableBlock{{"c1", "c2"}, {{"1", "2"}}},
      ExerciseBlock{"ex-plank", "Plank", "", "A person lies", {"Lie"}, "10 s", {"pain"}},
      FigureBlock{"spine", "The spine"},
      EvidenceBlock{"strong", "Well tested"},
      SourcesBlock{{"nice_ng59"}}};
  const Json json = to_json(reply)["blocks"];
  const std::vector<Keys> expected = {
      {"type", "text"},
      {"type", "level", "heading", "items", "actions", "pinned"},
      {"type", "title", "items"},
      {"type", "columns", "rows"},
      {"type", "id", "title", "figure", "alt", "steps", "dose", "stop_if"},
      {"type", "id", "alt"},
      {"type", "label", "text"},
      {"type", "ids"}};
  REQUIRE(json.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) CHECK(keys_of(json[i]) == expected[i]);
  CHECK(json[1]["level"] == "emergency");
  CHECK(json[1]["actions"][0] ==
        Json({{"type", "call"}, {"label", "Call 999"}, {"value", "tel:999"}}));
  CHECK(json[3]["rows"] == Json::parse(R"([["1","2"]])"));
  CHECK(json[4]["figure"].is_null());
}

TEST_CASE("wire: a question carries its options; bounds and progress only where they mean much",
          "[wire]") {
  Reply reply;
  reply.question.emplace();
  reply.question->kind = bot::QuestionKind::kMulti;
  reply.question->options = {{"none", "None of these", true}};
  Json json = bot::to_json(reply)["question"];
  CHECK(keys_of(json) == Keys{"id", "kind", "text", "why", "options", "min", "max", "min_label",
                              "max_label", "progress"});
  CHECK(json["kind"] == "multi");
  CHECK(json["options"][0]["exclusive"] == true);
  CHECK(json["max"].is_null());
  CHECK(json["progress"].is_null());

  reply.question->max = 10;
  reply.question->of = 5;
  reply.question->step = 2;
  json = bot::to_json(reply)["question"];
  CHECK(json["min"] == 0);
  CHECK(json["max"] == 10);
  CHECK(json["progress"] == Json({{"step", 2}, {"of", 5}}));
}

TEST_CASE("wire: findings show all four questions of their context", "[wire]") {
  Reply reply;
  reply.understood.findings.push_back(
      {"numb_saddle", {}, "numb down there", "numbness between the legs"});
  reply.understood.corrected.push_back({"lower", "upper"});
  const Json json = bot::to_json(reply)["understood"];
  CHECK(json["findings"][0] == Json({{"id", "numb_saddle"},
                                     {"polarity", "present"},
                                     {"time", "now"},
                                     {"who", "self"},
                                     {"mode", "report"},
                                     {"quote", "numb down there"},
                                     {"title", "numbness between the legs"}}));
  CHECK(json["corrected"][0] == Json({{"from", "lower"}, {"to", "upper"}}));
}

TEST_CASE("wire: a conversation shows what is known, and no replies or versions", "[wire]") {
  bot::Conversation conversation;
  conversation.turn = 3;
  conversation.facts["region"] = "low";
  conversation.findings["fever"].quote = "hot";
  conversation.level = knowledge::Level::kUrgent;
  const Json json = bot::to_json(conversation, "the-id");
  CHECK(keys_of(json) == Keys{"conversation_id", "turn", "findings", "answers", "triage", "topics",
                              "pending_question"});
  CHECK(json["answers"]["region"] == "low");
  CHECK(json["triage"]["level"] == "urgent");
  CHECK(json["pending_question"].is_null());
  CHECK(bot::to_json(bot::Conversation{}, "x")["answers"] == Json::object());
}

TEST_CASE("wire: a topic's facets come in the documented order", "[wire]") {
  knowledge::Topic topic;
  topic.id = "cond-sciatica";
  topic.facets["causes"] = {"b", {}, knowledge::Evidence::kWeak, {"s"}};
  topic.facets["definition"] = {"a", {}, knowledge::Evidence::kStrong, {"s"}};
  const Json json = bot::to_json(topic);
  CHECK(keys_of(json["facets"]) == Keys{"definition", "causes"});
  CHECK(json["facets"]["definition"]["evidence"] == "strong");
  CHECK(json["exercise"].is_null());
  CHECK(json["reviewed_by"].is_null());
}

TEST_CASE("wire: dump never throws on bad UTF-8, and leaves good text alone", "[wire]") {
  for (int byte = 0x80; byte <= 0xff; ++byte) {
    Reply reply;
    reply.text = std::string("caf\xc3\xa9 ") + static_cast<char>(byte) + " end";
    const std::string text = bot::dump(bot::to_json(reply));
    CHECK(Json::parse(text)["text"].get<std::string>().rfind("caf\xc3\xa9 ", 0) == 0);
  }
}

TEST_CASE("wire: the same value gives the same bytes", "[wire]") {
  Reply reply;
  reply.text = "a";
  CHECK(bot::dump(bot::to_json(reply)) == bot::dump(bot::to_json(reply)));
}
