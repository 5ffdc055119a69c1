#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using Json = nlohmann::ordered_json;

TEST_CASE("ask: one reply for each turn of one conversation", "[ask]") {
  const Ran ran = run({"ask", "--json", "my lower back hurts", "none of these"});
  REQUIRE(ran.code == 0);
  const auto out = lines(ran.out);
  REQUIRE(out.size() == 2);
  CHECK(Json::parse(out[0])["turn"] == 1);
  CHECK(Json::parse(out[1])["turn"] == 2);
}

TEST_CASE("ask: the text is the reply's own, and several turns show what was asked", "[ask]") {
  const std::string text = Json::parse(run({"ask", "--json", "what is sciatica"}).out)["text"];
  CHECK(run({"ask", "what is sciatica"}).out == text + "\n");
  CHECK(run({"ask", "hello", "what is sciatica"}).out.find("> what is sciatica\n") !=
        std::string::npos);
}

TEST_CASE("ask: a batch answers line by line, in order, and goes on after bad lines", "[ask]") {
  const std::string input =
      "{\"id\": \"a\", \"text\": \"what is sciatica\"}\n"
      "\n"
      "not json\n"
      "{\"id\": 2, \"turns\": []}\n"
      "{\"id\": \"both\", \"text\": \"x\", \"turns\": [\"x\"]}\n"
      "{\"id\": \"neither\"}\n"
      "{\"id\": \"type\", \"turns\": [\"x\", 7]}\n"
      "{\"id\": \"empty\", \"text\": \"\"}\n"
      "{\"id\": \"b\", \"turns\": [\"hello\", \"what is sciatica\"]}\r\n"
      "{\"text\": \"no id, and no line end\"}";
  const Ran ran = run({"ask", "--batch", "-"}, input);
  CHECK(ran.code == 1);
  const auto out = lines(ran.out);
  REQUIRE(out.size() == 9);
  const auto json = [&](size_t i) { return Json::parse(out[i]); };
  CHECK(json(0)["id"] == "a");
  CHECK(json(0)["replies"].size() == 1);
  CHECK(json(1) == Json{{"id", nullptr}, {"error", "the line is not one JSON object"}});
  CHECK(json(2) == Json{{"id", 2}, {"error", "\"turns\" must be a list with at least one turn"}});
  CHECK(json(3)["error"] == "there must be either \"turns\" or \"text\"");
  CHECK(json(4)["error"] == "there must be either \"turns\" or \"text\"");
  CHECK(json(5)["error"] == "a turn must be a text, or an object with \"message\" or \"answer\"");
  CHECK(json(6)["error"] == "1st turn: a message or an answer is needed");
  CHECK(json(7)["id"] == "b");
  CHECK(json(7)["replies"].size() == 2);
  CHECK(json(8)["id"].is_null());
  CHECK(json(8)["replies"].size() == 1);
}

TEST_CASE("ask: lines that are too deep or too long are refused, the next is answered", "[ask]") {
  const std::string brackets(100000, '[');
  const std::string closing(100000, ']');
  const std::string input = "{\"id\": " + brackets + closing + ", \"text\": \"hi\"}\n" +
                            "{\"text\": \"hi\", \"note\": " + brackets + closing + "}\n" +
                            Json{{"id", 3}, {"text", std::string(1000000, 'a')}}.dump() + "\n" +
                            Json{{"id", 4}, {"text", std::string(200, '[')}}.dump() + "\n";
  const Ran ran = run({"ask", "--batch", "-"}, input);
  CHECK(ran.code == 1);
  const auto out = lines(ran.out);
  REQUIRE(out.size() == 4);
  CHECK(Json::parse(out[0])["error"] == "the JSON is nested too deeply");
  CHECK(Json::parse(out[1])["error"] == "the JSON is nested too deeply");
  CHECK(Json::parse(out[2])["error"] == "1st turn: a message can have 4000 characters at most");
  CHECK(Json::parse(out[3])["replies"].size() == 1);
}

TEST_CASE("ask: each line of a batch is a conversation of its own, as if played alone", "[ask]") {
  std::string input;
  for (int i = 0; i < 30; ++i) {
    input += Json{{"id", i}, {"turns", {"my back hurts", "i cant feel my legs", "no"}}}.dump();
    input += '\n' + Json{{"id", i}, {"text", "what is sciatica"}}.dump() + '\n';
  }
  const auto out = lines(run({"ask", "--batch", "-"}, input).out);
  REQUIRE(out.size() == 60);
  const auto alone =
      lines(run({"ask", "--json", "my back hurts", "i cant feel my legs", "no"}).out);
  REQUIRE(alone.size() == 3);
  for (size_t i = 0; i < out.size(); i += 2) {
    const Json replies = Json::parse(out[i])["replies"];
    for (size_t turn = 0; turn < alone.size(); ++turn) CHECK(replies[turn].dump() == alone[turn]);
  }
}

TEST_CASE("ask: the same input gives the same bytes", "[ask]") {
  const std::vector<std::string> arguments = {"ask", "--json", "my back hurts for 3 weeks", "yes"};
  const std::string first = run(arguments).out;
  CHECK(run(arguments).out == first);
  CHECK(first.find("\"conversation_id\":\"conversation\"") != std::string::npos);
}

TEST_CASE("ask: an answer can be tapped in a batch", "[ask]") {
  const Json begin = Json::parse(run({"ask", "--json", "my lower back hurts"}).out);
  REQUIRE(begin["question"].is_object());
  const Json tap = {{"answer",
                     {{"question_id", begin["question"]["id"]},
                      {"values", {begin["question"]["options"][0]["id"]}}}}};
  const Json line = {{"id", 1}, {"turns", {"my lower back hurts", tap}}};
  const Ran ran = run({"ask", "--batch", "-"}, line.dump() + "\n");
  CHECK(ran.code == 0);
  CHECK(Json::parse(ran.out)["replies"].size() == 2);
  const Json wrong = {{"id", 1}, {"turns", {Json{{"answer", {{"question_id", "x"}}}}}}};
  CHECK(run({"ask", "--batch", "-"}, wrong.dump()).code == 1);
}
