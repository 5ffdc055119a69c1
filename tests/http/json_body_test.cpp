#include "bot/http/json_body.h"

#include <catch2/catch.hpp>

using namespace bot::http;

namespace {

std::variant<bot::ChatRequest, Fault> read(const std::string& body) {
  return read_chat_request(body, 4000);
}

int refusal(const std::string& body) {
  const auto result = read(body);
  const Fault* fault = std::get_if<Fault>(&result);
  return fault == nullptr ? 0 : status_of(fault->code);
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("chat body: all fields are read", "[json_body]") {
  const auto result = read(R"({"message": "it hurts", "conversation_id": "abc", "message_id": "m-1",
      "answer": {"question_id": "q", "values": ["a", "b"]}, "language": "en-GB"})");
  REQUIRE(std::holds_alternative<bot::ChatRequest>(result));
  const auto& request = std::get<bot::ChatRequest>(result);
  CHECK(request.message == "it hurts");
  CHECK(request.conversation_id == "abc");
  CHECK(request.message_id == "m-1");
  REQUIRE(request.answer);
  CHECK(request.answer->question_id == "q");
  CHECK(request.answer->values == std::vector<std::string>{"a", "b"});
}

TEST_CASE("chat body: null means left out, NUL becomes a space", "[json_body]") {
  const auto result = read(R"({"message": "a\u0000b", "conversation_id": null, "answer": null})");
  REQUIRE(std::holds_alternative<bot::ChatRequest>(result));
  CHECK(std::get<bot::ChatRequest>(result).message == "a b");
  CHECK_FALSE(std::get<bot::ChatRequest>(result).answer);
}

TEST_CASE("chat body: what is refused, and with which status", "[json_body]") {
  struct Row {
    const char* what;
    std::string body;
    int status;
  };
  const Row rows[] = {
      {"nothing", "", 400},
      {"not JSON", "my back hurts", 400},
      {"half an object", R"({"message": "a")", 400},
      {"something after the end", R"({"message": "a"} x)", 400},
      {"two objects", R"({"message": "a"}{"message": "b"})", 400},
      {"a list", R"(["a"])", 400},
      {"a text", R"("a")", 400},
      {"null", "null", 400},
      {"neither message nor answer", "{}", 400},
      {"an empty message", R"({"message": ""})", 400},
      {"a number for a message", R"({"message": 5})", 400},
      {"a list for a message", R"({"message": ["a"]})", 400},
      {"an unknown field", R"({"message": "a", "messages": []})", 400},
      {"a key twice", R"({"message": "a", "message": "b"})", 400},
      {"a key twice, one escaped", R"({"message": "a", "mess\u0061ge": "b"})", 400},
      {"a key twice inside",
       R"({"answer": {"question_id": "a", "question_id": "b", "values": ["x"]}})", 400},
      {"an answer as text", R"({"answer": "none"})", 400},
      {"an answer without values", R"({"answer": {"question_id": "q"}})", 400},
      {"an answer with no value", R"({"answer": {"question_id": "q", "values": []}})", 400},
      {"an answer with a number", R"({"answer": {"question_id": "q", "values": [7]}})", 400},
      {"an answer with an unknown field",
       R"({"answer": {"question_id": "q", "values": ["a"], "x": 1}})", 400},
      {"an answer of 33 values",
       R"({"answer": {"question_id": "q", "values": [)" + repeat("\"a\",", 32) + "\"a\"]}}", 400},
      {"another language", R"({"message": "a", "language": "de"})", 400},
      {"a language that begins like ours", R"({"message": "a", "language": "enx"})", 400},
      {"a number too large", R"({"message": "a", "x": 1e400})", 400},
      {"a lone surrogate", R"({"message": "\ud800"})", 400},
      {"a raw control byte", "{\"message\": \"a\nb\"}", 400},
      {"a comment", R"({"message": "a" /* x */})", 400},
      {"a byte order mark and garbage", "\xef\xbb{}", 400},
      {"deep lists", R"({"x": )" + repeat("[", 16) + repeat("]", 16) + "}", 400},
      {"very deep lists", repeat("[", 30000), 400},
      {"very deep objects", repeat("{\"a\":", 10000), 400},
      {"a bad message id", R"({"message": "a", "message_id": "a b"})", 400},
      {"a conversation id of another form", R"({"message": "a", "conversation_id": "../x"})", 404},
      {"an empty conversation id", R"({"message": "a", "conversation_id": ""})", 404},
      {"a conversation id too long",
       R"({"message": "a", "conversation_id": ")" + repeat("a", 65) + "\"}", 404},
      {"a message of 4,001 letters", R"({"message": ")" + repeat("a", 4001) + "\"}", 413},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(refusal(row.body) == row.status);
  }
}

TEST_CASE("chat body: the limit counts characters, not bytes", "[json_body]") {
  CHECK(refusal(R"({"message": ")" + repeat("\xf0\x9f\x98\x80", 4000) + "\"}") == 0);
  CHECK(refusal(R"({"message": ")" + repeat("\xf0\x9f\x98\x80", 4001) + "\"}") == 413);
}

TEST_CASE("chat body: bad UTF-8 at any place is refused", "[json_body]") {
  const std::string bad[] = {"\x80",
                             "\xff",
                             "\xc3",
                             "\xc0\xaf",
                             "\xe2\x82",
                             "\xed\xa0\x80",
                             "\xf5\x80\x80\x80",
                             "\xf0\x80\x80\xaf"};
  for (const auto& bytes : bad) {
    CHECK(refusal("{\"message\": \"" + bytes + "\"}") == 400);
    CHECK(refusal("{\"message\": \"a" + bytes + " b\"}") == 400);
    CHECK(refusal("{\"" + bytes + "\": \"a\"}") == 400);
  }
  for (int byte = 0x80; byte <= 0xff; ++byte) {
    CHECK(refusal(std::string("{\"message\": \"") + static_cast<char>(byte) + "\"}") == 400);
  }
}

TEST_CASE("chat body: a refusal never holds what was sent", "[json_body]") {
  const std::string canary = "zebra42";
  const std::string bodies[] = {
      canary,
      "{\"message\": " + canary + "}",
      "{\"" + canary + " has pain\": 1}",
      "{\"message\": \"" + canary + "\xff\"}",
      "{\"message\": \"a\", \"language\": \"" + canary + "\"}",
      "{\"message\": \"a\", \"message_id\": \"" + canary + " x\"}",
      "{\"message\": \"a\", \"conversation_id\": \"" + canary + " x\"}",
      "{\"answer\": {\"question_id\": \"q\", \"values\": [\"" + canary + repeat("x", 80) + "\"]}}",
  };
  for (const auto& body : bodies) {
    INFO(body);
    const auto result = read(body);
    REQUIRE(std::holds_alternative<Fault>(result));
    CHECK(std::get<Fault>(result).detail.find(canary) == std::string::npos);
  }
}

TEST_CASE("chat body: language tags have no case", "[json_body]") {
  for (const char* tag : {"en", "EN", "en-GB", "En-us"}) {
    CHECK(refusal(R"({"message": "a", "language": ")" + std::string(tag) + "\"}") == 0);
  }
}

TEST_CASE("chat body: a refusal tells what to mend", "[json_body]") {
  const auto detail = [](const std::string& body) { return std::get<Fault>(read(body)).detail; };
  CHECK(detail("").find("empty") != std::string::npos);
  CHECK(detail(R"({"message": 'a'})").find("byte 13") != std::string::npos);
  CHECK(detail(R"({"message": "a", "x": 1e400})").find("number") != std::string::npos);
}

TEST_CASE("chat body: an unknown field is named when its name is a plain identifier",
          "[json_body]") {
  const auto detail = [](const std::string& body) {
    return std::get<Fault>(read_chat_request(body, 4000)).detail;
  };
  CHECK(detail(R"({"mesage": "a"})").find("\"mesage\"") != std::string::npos);
  CHECK(detail(R"({"My back": "a"})").find("back") == std::string::npos);
}
