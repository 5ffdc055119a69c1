#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "expression.h"
#include "test_server.h"

using namespace http_test;

namespace {

std::string read(const std::string& file) {
  std::ifstream in(std::string(SOURCE_DIR) + "/web/" + file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> scripts() {
  std::vector<std::string> names = {"states.js"};
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/web/widget")) {
    if (entry.path().extension() == ".js") {
      names.push_back("widget/" + entry.path().filename().string());
    }
  }
  return names;
}

RawResponse post_form(const TestServer& server, const std::string& body, Extra headers = {}) {
  headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return server.ask(request("POST", "/", headers, body));
}

bool holds(const RawResponse& response, const std::string& text) {
  return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("page: nothing in it needs what its own policy forbids", "[page]") {
  for (const char* file : {"index.html", "demo.html", "states.html"}) {
    INFO(file);
    const std::string page = read(file);
    REQUIRE_FALSE(page.empty());
    CHECK_FALSE(
        Expression("<style|style=|<script>| on[a-z]+=|javascript:|https?://").found_in(page));
  }
  CHECK(scripts().size() > 10);
  for (const auto& script : scripts()) {
    INFO(script);
    const std::string text = read(script);
    REQUIRE_FALSE(text.empty());
    CHECK_FALSE(Expression("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|"
                           "new Function|DOMParser|setAttribute\\('style")
                    .found_in(text));
  }
}

TEST_CASE("page: everything it asks for is served, with the right type", "[page]") {
  const TestServer server;
  for (const char* page : {"index.html", "demo.html", "states.html"}) {
    const auto wanted = Expression("[a-z]=\"((assets/[^\"]+)|widget\\.js)\"").all_in(read(page));
    CHECK(wanted.size() >= 3);
    for (const auto& path : wanted) {
      INFO(path);
      const RawResponse response = server.ask(request("GET", "/" + path));
      CHECK(response.status == 200);
      if (path.find(".js") != std::string::npos) {
        CHECK(response.header("Content-Type") == "text/javascript; charset=utf-8");
      }
    }
  }
}

TEST_CASE("page: the widget is one script, with all its parts, for any page", "[page]") {
  const TestServer server;
  const RawResponse response = server.ask(request("GET", "/widget.js"));
  CHECK(response.header("Cross-Origin-Resource-Policy") == "cross-origin");
  CHECK(response.header("Access-Control-Allow-Origin") == "*");
  for (const char* part :
       {"const texts =", "function el(", "class Service", "class Storage", "function blockNodes(",
        "function questionNode(", "class View", "class Chat", "rebuild(", "transcript()",
        "customElements.define", "const styleText = \"", "\"ex-plank\":\"<svg"}) {
    INFO(part);
    CHECK(holds(response, part));
  }
  CHECK_FALSE(Expression("\n//|\n/\\*").found_in(response.body));
}

TEST_CASE("page: every topic's picture is there and is served as one", "[page]") {
  const TestServer server;
  const std::string topics = std::string(SOURCE_DIR) + "/knowledge/en/topics";
  size_t pictures = 0;
  for (const auto& entry : std::filesystem::directory_iterator(topics)) {
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    for (const auto& figure : Expression("\"figure\": \"([^\"]+)\"").all_in(text.str())) {
      INFO(entry.path().string());
      const RawResponse picture = server.ask(request("GET", "/assets/pictures/" + figure + ".svg"));
      CHECK(picture.status == 200);
      CHECK(picture.header("Content-Type") == "image/svg+xml");
      CHECK(holds(picture, "prefers-color-scheme: dark"));
      ++pictures;
    }
  }
  CHECK(pictures >= 10);
}

TEST_CASE("page: what to do in an emergency stands in the page itself", "[page]") {
  bot::Settings settings;
  settings.country = "GB";
  const RawResponse page = TestServer(settings).ask(request("GET", "/"));
  CHECK(holds(page, "<a class=\"call\" href=\"tel:999\">999</a>"));
  CHECK(holds(page, "numb between the legs"));
  CHECK(holds(page, "<label for=\"message\">"));
  CHECK(holds(TestServer().ask(request("GET", "/")),
              "your local emergency number (911, 999 or 112)"));
}

TEST_CASE("page: without JavaScript the form is the chat", "[page]") {
  const TestServer server;
  const RawResponse first = post_form(server, "message=it+hurts%21&conversation_id=&message_id=m1");
  CHECK(first.status == 200);
  CHECK(first.header("Cache-Control") == "no-store");
  CHECK(holds(first, "You wrote: it hurts!"));
  CHECK(holds(first, std::string("name=\"conversation_id\" value=\"") + kKnownId + "\""));
  CHECK(holds(
      post_form(server, "question_id=q&values=b&label=a%3DNumb&label=b%3DNone+of+these&message="),
      "<p class=\"lines\">None of these</p>"));
  const RawResponse full = post_form(server, "quick=full");
  for (const char* part :
       {"<span class=\"hidden\">Immediate action required: </span>Call now", "href=\"tel:999\"",
        "<legend>How bad is it?</legend>", "name=\"values\" value=\"none\"",
        "name=\"quick\" value=\"tell me more\"", "<th scope=\"row\">1</th>",
        "href=\"https://example.org\"", "<strong>Stop if:</strong>"}) {
    INFO(part);
    CHECK(holds(full, part));
  }
}

TEST_CASE("page: the form always leads on, whatever is wrong", "[page]") {
  const TestServer server;
  for (const char* body : {"", "message=", "message=+%0a", "%%%&&==", "message=throw",
                           "message=conflict", "values=none"}) {
    INFO(body);
    const RawResponse response = post_form(server, body);
    CHECK(response.status == 200);
    CHECK(holds(response, "role=\"alert\""));
    CHECK(holds(response, "numb between the legs"));
    CHECK(holds(response, "<form method=\"post\""));
  }
  const std::string long_words(4001, 'a');
  CHECK(holds(post_form(server, "message=" + long_words), "That is too long"));
  // An ended conversation begins anew with the same words.
  CHECK(holds(post_form(server, "message=hello&conversation_id=old"), "You wrote: hello"));
  CHECK(holds(post_form(server, "question_id=q&values=a&conversation_id=old"), "had ended"));
  CHECK(server.ask(request("POST", "/", {{"Content-Type", "text/plain"}}, "message=a")).status ==
        415);
}

TEST_CASE("page: what somebody types comes back as text", "[page]") {
  const TestServer server;
  const RawResponse response =
      post_form(server, "message=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%26%7B%7BFORM%7D%7D");
  CHECK(holds(response, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{FORM}}"));
  CHECK_FALSE(holds(response, "<script>alert"));
  CHECK(holds(response, "<form method=\"post\""));
}

TEST_CASE("page: no other site can post to it or frame it, but /embed for those allowed",
          "[page]") {
  bot::Settings settings;
  settings.allowed_origins = {"https://clinic.example"};
  const TestServer server(settings);
  CHECK(post_form(server, "message=a", {{"Origin", "https://evil.example"}}).status == 403);
  CHECK(post_form(server, "message=a", {{"Origin", "null"}}).status == 403);
  CHECK(post_form(server, "message=a", {{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}})
            .status == 200);
  CHECK(post_form(server, "message=a", {{"Origin", "http://localhost"}}).status == 200);
  const RawResponse page = server.ask(request("GET", "/"));
  CHECK(page.header("X-Frame-Options") == "DENY");
  CHECK(page.header("Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
  const RawResponse embed = server.ask(request("GET", "/embed"));
  CHECK(embed.status == 200);
  CHECK(embed.header("X-Frame-Options").empty());
  CHECK(embed.header("Content-Security-Policy")
            .find("frame-ancestors 'self' https://clinic.example") != std::string::npos);
}
