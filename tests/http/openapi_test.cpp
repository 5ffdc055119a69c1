#include <catch2/catch.hpp>
#include <fstream>

#include "schema.h"
#include "test_server.h"

using namespace http_test;

namespace {

Schema load() {
  std::ifstream in(std::string(SOURCE_DIR) + "/web/openapi.json");
  return Schema(Json::parse(in));
}

// The schema that the description gives for this answer.
Json described(const Schema& schema, const std::string& path, const std::string& method,
               const RawResponse& response) {
  const Json& responses = schema.document()["paths"][path][method]["responses"];
  const std::string status = std::to_string(response.status);
  const Json& entry = responses.contains(status) ? responses[status] : responses["default"];
  return entry["content"][response.header("Content-Type")]["schema"];
}

}  // namespace

TEST_CASE("openapi: real answers are as described", "[openapi]") {
  struct Row {
    const char* path;
    const char* method;
    std::string bytes;
    int status;
  };
  const Row rows[] = {
      {"/v1/chat", "post", post_chat(R"({"message": "full"})"), 200},
      {"/v1/chat", "post", post_chat(R"({"message": "plain"})"), 200},
      {"/v1/chat", "post", post_chat("{}"), 400},
      {"/v1/chat", "post", post_chat(R"({"message": "throw"})"), 500},
      {"/v1/conversations/{id}", "get", request("GET", "/v1/conversations/known-conversation"),
       200},
      {"/v1/conversations/{id}", "get", request("GET", "/v1/conversations/other"), 404},
      {"/v1/conversations/{id}", "delete", request("DELETE", "/v1/conversations/other"), 404},
      {"/v1/topics", "get", request("GET", "/v1/topics"), 200},
      {"/v1/topics/{id}", "get", request("GET", "/v1/topics/cond-sciatica"), 200},
      {"/v1/topics/{id}", "get", request("GET", "/v1/topics/ex-plank"), 200},
      {"/v1/topics/{id}", "get", request("GET", "/v1/topics/none"), 404},
      {"/v1/meta", "get", request("GET", "/v1/meta"), 200},
      {"/healthz", "get", request("GET", "/healthz"), 200},
      {"/readyz", "get", request("GET", "/readyz"), 200},
  };
  const Schema schema = load();
  const TestServer server;
  for (const Row& row : rows) {
    INFO(row.bytes);
    const RawResponse response = server.ask(row.bytes);
    CHECK(response.status == row.status);
    const auto faults = schema.faults(described(schema, row.path, row.method, response),
                                      Json::parse(response.body));
    CHECK(faults == std::vector<std::string>{});
  }
}

TEST_CASE("openapi: every path and method that is described exists", "[openapi]") {
  const Schema schema = load();
  const TestServer server;
  for (const auto& [path, item] : schema.document()["paths"].items()) {
    for (const auto& [method, operation] : item.items()) {
      if (method == "parameters") continue;
      INFO(method << " " << path);
      std::string upper = method;
      std::transform(upper.begin(), upper.end(), upper.begin(), ::toupper);
      std::string real = path;
      if (const size_t at = real.find("{id}"); at != std::string::npos) real.replace(at, 4, "x");
      const RawResponse options = server.ask(request("OPTIONS", real));
      CHECK(options.header("Allow").find(upper) != std::string::npos);
    }
  }
}

TEST_CASE("openapi: each code of a problem is described with its own status", "[openapi]") {
  const Schema schema = load();
  const Json& codes =
      schema.document()["components"]["schemas"]["Problem"]["properties"]["code"]["enum"];
  size_t count = 0;
  for (int i = 0; i <= static_cast<int>(bot::http::Code::kVersionNotSupported); ++i, ++count) {
    CHECK(std::find(codes.begin(), codes.end(), name(static_cast<bot::http::Code>(i))) !=
          codes.end());
  }
  CHECK(codes.size() == count);
}

TEST_CASE("openapi: the validator itself sees what is wrong", "[openapi]") {
  const Schema schema = load();
  const Json reply = {{"$ref", "#/components/schemas/Reply"}};
  Json good = Json::parse(TestServer().ask(post_chat(R"({"message": "full"})")).body);
  REQUIRE(schema.faults(reply, good).empty());
  for (const auto& change :
       {Json{{"turn", "one"}}, Json{{"text", ""}}, Json{{"state", "odd"}}, Json{{"extra", 1}},
        Json{{"blocks", Json::array({Json{{"type", "x"}}})}}, Json{{"question", 5}}}) {
    Json bad = good;
    bad.update(change);
    INFO(change);
    CHECK_FALSE(schema.faults(reply, bad).empty());
  }
  good.erase("triage");
  CHECK_FALSE(schema.faults(reply, good).empty());
}
