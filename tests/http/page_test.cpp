#include <catch2/catch.hpp>
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

const std::vector<std::string> kScripts = {"chat.js", "blocks.js", "questions.js", "service.js"};

}  // namespace

TEST_CASE("page: nothing in it needs what its own policy forbids", "[page]") {
  const std::string page = read("index.html");
  REQUIRE_FALSE(page.empty());
  CHECK_FALSE(Expression("<style|style=|<script>| on[a-z]+=|javascript:|https?://").found_in(page));
  for (const auto& script : kScripts) {
    INFO(script);
    const std::string text = read(script);
    REQUIRE_FALSE(text.empty());
    CHECK_FALSE(Expression("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|"
                           "new Function|DOMParser|\\.style[^a-z]")
                    .found_in(text));
  }
}

TEST_CASE("page: everything it asks for is served, with the right type", "[page]") {
  const TestServer server;
  auto wanted = Expression("[a-z]=\"(assets/[^\"]+)\"").all_in(read("index.html"));
  for (const auto& script : kScripts) {
    for (const auto& file : Expression("from '\\./([a-z]+\\.js)'").all_in(read(script))) {
      wanted.push_back("assets/" + file);
    }
  }
  CHECK(wanted.size() >= 6);
  for (const auto& path : wanted) {
    INFO(path);
    const RawResponse response = server.ask(request("GET", "/" + path));
    CHECK(response.status == 200);
    CHECK(response.body == read(path.substr(7)));
    if (path.find(".js") != std::string::npos) {
      CHECK(response.header("Content-Type") == "text/javascript; charset=utf-8");
    }
  }
}

TEST_CASE("page: what to do in an emergency stands in the page itself", "[page]") {
  const std::string page = read("index.html");
  CHECK(page.find("your local emergency number (911, 999 or 112)") != std::string::npos);
  CHECK(page.find("<noscript>") != std::string::npos);
  CHECK(page.find("role=\"log\"") != std::string::npos);
  CHECK(page.find("<label for=\"message\">") != std::string::npos);
  CHECK(read("chat.js").find("not a person and not a clinician") != std::string::npos);
}
