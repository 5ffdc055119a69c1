#include "bot/http/origins.h"

#include <catch2/catch.hpp>

#include "test_server.h"

using namespace http_test;

namespace {

bot::Settings with_origins() {
  bot::Settings settings;
  settings.allowed_origins = {"https://clinic.example", "https://b.example:8443"};
  return settings;
}

}  // namespace

TEST_CASE("origins: only an exact match may call", "[origins]") {
  struct Row {
    const char* origin;
    int status;
  };
  const Row rows[] = {{"https://clinic.example", 200},
                      {"https://b.example:8443", 200},
                      {"http://localhost", 200},  // our own page: the Host of the request
                      {"http://clinic.example", 403},
                      {"https://clinic.example:443", 403},
                      {"https://clinic.example.", 403},
                      {"https://clinic.example/", 403},
                      {"https://CLINIC.example", 403},
                      {"https://clinic.example.evil.example", 403},
                      {"https://evilclinic.example", 403},
                      {"https://a.clinic.example", 403},
                      {"https://clinic.example@evil.example", 403},
                      {"https://clinic%2eexample", 403},
                      {"https://b.example", 403},
                      {"https://clinic.example https://evil.example", 403},
                      {"http://localhost.evil.example", 403},
                      {"null", 403},
                      {"*", 403},
                      {"", 403}};
  const TestServer server(with_origins());
  for (const Row& row : rows) {
    INFO("origin: " << row.origin);
    const RawResponse response =
        server.ask(post_chat(R"({"message": "a"})", {{"Origin", row.origin}}));
    CHECK(response.status == row.status);
    const bool site = row.status == 200 && std::string(row.origin) != "http://localhost";
    CHECK(response.header("Access-Control-Allow-Origin") == (site ? row.origin : ""));
    CHECK(response.header("Vary") == "Origin");
    CHECK(response.header("Access-Control-Allow-Credentials").empty());
  }
}

TEST_CASE("origins: behind a proxy the browser says itself that the page is ours", "[origins]") {
  const TestServer server(with_origins());
  const auto status = [&](const char* site) {
    return server
        .ask(post_chat(R"({"message": "a"})",
                       {{"Origin", "https://outside.example"}, {"Sec-Fetch-Site", site}}))
        .status;
  };
  CHECK(status("same-origin") == 200);
  CHECK(status("same-site") == 403);
  CHECK(status("cross-site") == 403);
}

TEST_CASE("origins: a preflight tells an allowed site what it may do", "[origins]") {
  const TestServer server(with_origins());
  const RawResponse yes = server.ask(
      request("OPTIONS", "/v1/chat",
              {{"Origin", "https://clinic.example"}, {"Access-Control-Request-Method", "POST"}}));
  CHECK(yes.status == 204);
  CHECK(yes.header("Access-Control-Allow-Origin") == "https://clinic.example");
  CHECK(yes.header("Access-Control-Allow-Methods") == "POST, OPTIONS");
  CHECK(yes.header("Access-Control-Allow-Headers") == "Content-Type");
  CHECK(yes.header("Access-Control-Max-Age") == "600");

  const RawResponse no = server.ask(
      request("OPTIONS", "/v1/chat",
              {{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}}));
  CHECK(no.status == 403);
  CHECK(no.header("Access-Control-Allow-Origin").empty());
}

TEST_CASE("origins: a fault is shown to an allowed site too", "[origins]") {
  const TestServer server(with_origins());
  const RawResponse response = server.ask(post_chat("{}", {{"Origin", "https://clinic.example"}}));
  CHECK(response.status == 400);
  CHECK(response.header("Access-Control-Allow-Origin") == "https://clinic.example");
}

TEST_CASE("origins: the page and the health checks are open to all", "[origins]") {
  const TestServer server(with_origins());
  for (const char* path : {"/", "/healthz", "/widget.js"}) {
    CHECK(server.ask(request("GET", path, {{"Origin", "https://x.example"}})).status == 200);
  }
}
