#include "bot/http/api.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "test_server.h"

using namespace http_test;
using Json = nlohmann::json;

TEST_CASE("api: a message gets its reply, and nothing may keep it", "[api]") {
  const TestServer server;
  const RawResponse response = server.ask(post_chat(R"({"message": "it hurts"})"));
  CHECK(response.status == 200);
  CHECK(response.header("Content-Type") == "application/json");
  CHECK(response.header("Cache-Control") == "no-store");
  const Json json = Json::parse(response.body);
  CHECK(json["text"] == "You wrote: it hurts");
  CHECK(json["conversation_id"] == kKnownId);
}

TEST_CASE("api: which status each request gets", "[api]") {
  struct Row {
    const char* what;
    std::string bytes;
    int status;
    const char* code;  // of the problem; nullptr: no problem
  };
  const Extra text = {{"Content-Type", "text/plain"}};
  const std::string hello = R"({"message": "a"})";
  const Row rows[] = {
      {"health", request("GET", "/healthz"), 200, nullptr},
      {"readiness", request("GET", "/readyz"), 200, nullptr},
      {"a query changes nothing", request("GET", "/healthz?x=1&y"), 200, nullptr},
      {"what is known", request("GET", "/v1/conversations/known-conversation"), 200, nullptr},
      {"an unknown conversation", request("GET", "/v1/conversations/other"), 404,
       "conversation_not_found"},
      {"an id of a bad form", request("GET", "/v1/conversations/a%2e"), 404,
       "conversation_not_found"},
      {"a longer path", request("GET", "/v1/conversations/known-conversation/x"), 404,
       "conversation_not_found"},
      {"no id", request("GET", "/v1/conversations/"), 404, "not_found"},
      {"forgetting", request("DELETE", "/v1/conversations/known-conversation"), 204, nullptr},
      {"forgetting an unknown one", request("DELETE", "/v1/conversations/other"), 404,
       "conversation_not_found"},
      {"topics", request("GET", "/v1/topics"), 200, nullptr},
      {"a topic", request("GET", "/v1/topics/cond-sciatica"), 200, nullptr},
      {"an unknown topic", request("GET", "/v1/topics/cond-gout"), 404, "not_found"},
      {"meta", request("GET", "/v1/meta"), 200, nullptr},
      {"the description", request("GET", "/openapi.json"), 200, nullptr},
      {"the page", request("GET", "/"), 200, nullptr},
      {"an asset", request("GET", "/assets/page.css"), 200, nullptr},
      {"an asset that is none", request("GET", "/assets/index.html"), 404, "not_found"},
      {"a way out of the folder", request("GET", "/assets/../../etc/passwd"), 404, "not_found"},
      {"the same, percent-coded", request("GET", "/assets/%2e%2e/CMakeLists.txt"), 404,
       "not_found"},
      {"nothing there", request("GET", "/admin"), 404, "not_found"},
      {"two slashes", request("GET", "//healthz"), 404, "not_found"},
      {"GET for a chat", request("GET", "/v1/chat"), 405, "method_not_allowed"},
      {"PUT for a chat", request("PUT", "/v1/chat", {}, "x"), 405, "method_not_allowed"},
      {"POST for the page, not as a form", request("POST", "/", {}, "x"), 415,
       "unsupported_media_type"},
      {"a page inside others", request("GET", "/embed"), 200, nullptr},
      {"a clinic's page", request("GET", "/demo"), 200, nullptr},
      {"all states", request("GET", "/states"), 200, nullptr},
      {"the page's template", request("GET", "/assets/index.html"), 404, "not_found"},
      {"a method of their own", request("BREW", "/"), 405, "method_not_allowed"},
      {"plain text", request("POST", "/v1/chat", text, hello), 415, "unsupported_media_type"},
      {"no content type", request("POST", "/v1/chat", {}, hello), 415, "unsupported_media_type"},
      {"a form",
       request("POST", "/v1/chat", {{"Content-Type", "multipart/form-data; boundary=x"}}, hello),
       415, "unsupported_media_type"},
      {"another charset",
       request("POST", "/v1/chat", {{"Content-Type", "application/json; charset=utf-16"}}, hello),
       415, "unsupported_media_type"},
      {"a charset is fine",
       request("POST", "/v1/chat", {{"Content-Type", "Application/JSON ; charset=utf-8"}}, hello),
       200, nullptr},
      {"no body", post_chat(""), 400, "invalid_request"},
      {"an unknown field", post_chat(R"({"message": "a", "colour": 1})"), 400, "invalid_request"},
      {"an ended conversation", post_chat(R"({"message": "a", "conversation_id": "old"})"), 404,
       "conversation_not_found"},
      {"two at once", post_chat(R"({"message": "conflict"})"), 409, "conflict"},
      {"too long a message", post_chat("{\"message\": \"" + std::string(4001, 'a') + "\"}"), 413,
       "payload_too_large"},
      {"a failure inside", post_chat(R"({"message": "throw"})"), 500, "internal_error"},
  };
  const TestServer server;
  for (const Row& row : rows) {
    INFO(row.what);
    const RawResponse response = server.ask(row.bytes);
    CHECK(response.status == row.status);
    if (row.code == nullptr) continue;
    CHECK(response.header("Content-Type") == "application/problem+json");
    const Json problem = Json::parse(response.body);
    CHECK(problem["code"] == row.code);
    CHECK(problem["status"] == row.status);
    CHECK(problem["safety_text"] == kSafetyText);
    CHECK(problem["request_id"] == response.header("X-Request-Id"));
  }
}

TEST_CASE("api: a method that is not allowed is told which are", "[api]") {
  const TestServer server;
  CHECK(server.ask(request("GET", "/v1/chat")).header("Allow") == "POST, OPTIONS");
  CHECK(server.ask(request("POST", "/v1/conversations/x", {}, "a")).header("Allow") ==
        "GET, HEAD, DELETE, OPTIONS");
  CHECK(server.ask(request("DELETE", "/v1/topics")).header("Allow") == "GET, HEAD, OPTIONS");
}

TEST_CASE("api: HEAD is GET without the body", "[api]") {
  const TestServer server;
  RawClient client(server.port());
  client.send(request("HEAD", "/v1/topics"));
  const RawResponse head = client.receive(false);
  CHECK(head.status == 200);
  client.send(request("GET", "/v1/topics"));  // on the same connection: no body was left in it
  const RawResponse get = client.receive();
  CHECK(get.status == 200);
  CHECK(head.header("Content-Length") == std::to_string(get.body.size()));
}

TEST_CASE("api: documents have an ETag, and 304 comes while it holds", "[api]") {
  const TestServer server;
  for (const char* path :
       {"/", "/widget.js", "/openapi.json", "/v1/topics", "/v1/topics/ex-plank", "/v1/meta"}) {
    INFO(path);
    const RawResponse first = server.ask(request("GET", path));
    const std::string etag = first.header("ETag");
    REQUIRE(etag.size() > 2);
    CHECK(first.header("Cache-Control") == "no-cache");
    const RawResponse again =
        server.ask(request("GET", path, {{"If-None-Match", "\"x\", " + etag}}));
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(server.ask(request("GET", path, {{"If-None-Match", "\"x\""}})).status == 200);
  }
}

TEST_CASE("api: Range is ignored", "[api]") {
  const TestServer server;
  std::string ranges = "bytes=0-1";
  for (int i = 0; i < 500; ++i) ranges += ",0-1";
  const RawResponse response = server.ask(request("GET", "/assets/page.css", {{"Range", ranges}}));
  CHECK(response.status == 200);
  CHECK(response.body == server.ask(request("GET", "/assets/page.css")).body);
}

TEST_CASE("api: every response has its security headers", "[api]") {
  const TestServer server;
  const std::string requests[] = {
      request("GET", "/"), request("GET", "/nothing"),       request("OPTIONS", "/v1/chat"),
      post_chat("{}"),     post_chat(R"({"message": "a"})"), "bad\r\n\r\n"};
  for (const auto& bytes : requests) {
    INFO(bytes);
    const RawResponse response = server.ask(bytes);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    // A page's own form must show where it comes from.
    const bool page = bytes == requests[0];
    CHECK(response.header("Referrer-Policy") == (page ? "same-origin" : "no-referrer"));
    CHECK(response.header("Content-Security-Policy").rfind("default-src 'none'; ", 0) == 0);
    CHECK(response.header("X-Request-Id").size() == 16);
    CHECK(response.header("Server").empty());
    CHECK_FALSE(response.header("Date").empty());
  }
  CHECK(server.ask(requests[0]).header("Content-Security-Policy").find("unsafe") ==
        std::string::npos);
}

TEST_CASE("api: the meta document names the clinic's numbers", "[api]") {
  bot::Settings settings;
  settings.country = "GB";
  settings.clinic_name = "Hill Clinic";
  const TestServer server(settings);
  const Json meta = Json::parse(server.ask(request("GET", "/v1/meta")).body);
  CHECK(meta["numbers"]["emergency_tel"] == "999");
  CHECK(meta["clinic"]["name"] == "Hill Clinic");
  CHECK(meta["languages"] == Json::array({"en"}));
  CHECK(meta["content_reviewed"] == false);
}

TEST_CASE("api: neither logs nor answers to faults hold what somebody wrote", "[api]") {
  const std::string canary = "zebra42";
  TestServer server;
  const std::string requests[] = {
      post_chat("{\"message\": \"" + canary + "\"}"),
      post_chat("{\"message\": \"" + canary + "\xff\"}"),
      post_chat("{\"" + canary + " hurts\": 1}"),
      post_chat(canary),
      post_chat(R"({"message": "throw"})"),
      request("GET", "/" + canary),
      request("GET", "/v1/topics?q=" + canary),
      request("GET", "/v1/conversations/" + canary),
      request(canary, "/"),
      request("GET", "/", {{"Origin", "https://" + canary}, {"X-Request-Id", canary}}),
      "GET / " + canary + "\r\n\r\n",
  };
  for (const auto& bytes : requests) {
    INFO(bytes);
    const RawResponse response = server.ask(bytes);
    CHECK(response.head.find(canary) == std::string::npos);
    if (response.status != 200) CHECK(response.body.find(canary) == std::string::npos);
    CHECK(response.body.find("secret words") == std::string::npos);
  }
  server.stop();
  const std::string log = server.log();
  CHECK(log.find(canary) == std::string::npos);
  CHECK(log.find("secret words") == std::string::npos);
  CHECK(log.find(kKnownId) == std::string::npos);
  CHECK(static_cast<size_t>(std::count(log.begin(), log.end(), '\n')) == std::size(requests));
  // A line is written after its reply was sent, so lines of two requests may change places.
  int answered = 0;
  for (size_t at = 0, end; (end = log.find('\n', at)) != std::string::npos; at = end + 1) {
    const Json line = Json::parse(log.substr(at, end - at));
    answered += line["route"] == "/v1/chat" && line["status"] == 200;
  }
  CHECK(answered == 1);
}
