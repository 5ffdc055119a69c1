#include "bot/http/head.h"

#include <catch2/catch.hpp>

using namespace bot::http;

namespace {

// 0: accepted.
int refusal(const std::string& text, size_t max_body_bytes = 1000) {
  const auto result = parse_head(text, max_body_bytes);
  const Fault* fault = std::get_if<Fault>(&result);
  return fault == nullptr ? 0 : status_of(fault->code);
}

// Lines joined by CR LF, with the empty line at the end.
std::string head(std::initializer_list<std::string> lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\r\n";
  return text + "\r\n";
}

}  // namespace

TEST_CASE("head: a plain request is read into its parts", "[head]") {
  const auto result = parse_head(head({"POST /v1/chat?x=1 HTTP/1.1", "Host: a",
                                       "Content-Type:  application/json ", "content-length: 12"}),
                                 1000);
  REQUIRE(std::holds_alternative<Head>(result));
  const Head& read = std::get<Head>(result);
  CHECK(read.request.method == "POST");
  CHECK(read.request.path == "/v1/chat");
  CHECK(*read.request.find_header("content-type") == "application/json");
  CHECK(read.request.find_header("accept") == nullptr);
  CHECK(read.body_bytes == 12);
  CHECK(read.request.keep_alive);
}

TEST_CASE("head: what two readers could read differently is refused", "[head]") {
  struct Row {
    const char* what;
    std::string text;
    int status;
  };
  const std::string get = "GET / HTTP/1.1";
  const std::string post = "POST / HTTP/1.1";
  const std::string host = "Host: a";
  const Row rows[] = {
      {"no version", head({"GET /", host}), 400},
      {"two spaces", head({"GET  / HTTP/1.1", host}), 400},
      {"not a path", head({"GET index HTTP/1.1", host}), 400},
      {"a whole address", head({"GET http://a/ HTTP/1.1", host}), 400},
      {"a control byte in the path", head({"GET /\x01 HTTP/1.1", host}), 400},
      {"a byte over 127 in the path", head({"GET /\xc3\xa9 HTTP/1.1", host}), 400},
      {"a method with a colon", head({"GE:T / HTTP/1.1", host}), 400},
      {"HTTP/2", head({"PRI * HTTP/2.0", host}), 400},
      {"HTTP/3 for a path", head({"GET / HTTP/3", host}), 505},
      {"lower case version", head({"GET / http/1.1", host}), 400},
      {"no host", head({get}), 400},
      {"two hosts", head({get, host, "host: b"}), 400},
      {"a folded header", head({get, host, " b"}), 400},
      {"a space before the colon", head({get, host, "Accept : x"}), 400},
      {"a header without a colon", head({get, host, "Accept"}), 400},
      {"a header without a name", head({get, host, ": x"}), 400},
      {"NUL in a value", head({get, host, std::string("Accept: a\0b", 11)}), 400},
      {"a bare CR in a value", head({get, host, "Accept: a\rb"}), 400},
      {"chunked", head({post, host, "Transfer-Encoding: chunked"}), 411},
      {"chunked, percent-coded", head({post, host, "Transfer-Encoding: %63hunked"}), 411},
      {"chunked and a length",
       head({post, host, "Transfer-Encoding: chunked", "Content-Length: 1"}), 411},
      {"chunked with GET", head({get, host, "Transfer-Encoding: identity"}), 411},
      {"gzip", head({post, host, "Content-Encoding: gzip", "Content-Length: 1"}), 415},
      {"POST without a length", head({post, host}), 411},
      {"two lengths", head({post, host, "Content-Length: 1", "Content-Length: 2"}), 400},
      {"two equal lengths", head({post, host, "Content-Length: 1", "Content-Length: 1"}), 400},
      {"a list of lengths", head({post, host, "Content-Length: 1, 1"}), 400},
      {"a negative length", head({post, host, "Content-Length: -1"}), 400},
      {"a length with a plus", head({post, host, "Content-Length: +1"}), 400},
      {"a length and letters", head({post, host, "Content-Length: 5abc"}), 400},
      {"a length in hex", head({post, host, "Content-Length: 0x1"}), 400},
      {"a percent-coded length", head({post, host, "Content-Length: %35"}), 400},
      {"an empty length", head({post, host, "Content-Length:"}), 400},
      {"a length over the limit", head({post, host, "Content-Length: 1001"}), 413},
      {"a huge length", head({post, host, "Content-Length: 99999999999999999999"}), 413},
      {"GET with a body", head({get, host, "Content-Length: 3"}), 400},
      {"DELETE with a body", head({"DELETE / HTTP/1.1", host, "Content-Length: 3"}), 400},
      {"an unknown expectation", head({post, host, "Content-Length: 1", "Expect: x"}), 400},
      {"a path of 3 KB", head({"GET /" + std::string(3000, 'a') + " HTTP/1.1", host}), 414},
      {"a header of 20 KB", head({get, host, "Accept: " + std::string(20000, 'a')}), 431},
      {"nothing", "", 400},
      {"an empty line", "\r\n\r\n", 400},
      {"no end", "GET / HTTP/1.1\r\nHost: a\r\n", 400},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(refusal(row.text) == row.status);
  }
}

TEST_CASE("head: what is unusual but clear is taken", "[head]") {
  const std::string rows[] = {
      head({"GET / HTTP/1.0"}),
      head({"OPTIONS * HTTP/1.1", "Host: a"}),
      head({"GET /a%2Fb HTTP/1.1", "HOST: a"}),
      head({"GET / HTTP/1.1", "Host:"}),
      head({"GET / HTTP/1.1", "Host: a", "X:\ta\tb\t"}),
      head({"GET / HTTP/1.1", "Host: a", "User-Agent: caf\xe9"}),
      head({"GET / HTTP/1.1", "Host: a", "Content-Length: 0"}),
      head({"DELETE / HTTP/1.1", "Host: a"}),
      head({"POST / HTTP/1.1", "Host: a", "Content-Length: 000000001"}),
      head({"BREW / HTTP/1.1", "Host: a"}),
  };
  for (const auto& row : rows) {
    INFO(row);
    CHECK(refusal(row) == 0);
  }
}

TEST_CASE("head: 64 headers are enough", "[head]") {
  std::string text = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 63; ++i) text += "X: y\r\n";
  CHECK(refusal(text + "\r\n") == 0);
  CHECK(refusal(text + "X: y\r\n\r\n") == 431);
}

TEST_CASE("head: whether the connection stays open", "[head]") {
  const auto stays = [](const std::string& text) {
    return std::get<Head>(parse_head(text, 10)).request.keep_alive;
  };
  CHECK(stays(head({"GET / HTTP/1.1", "Host: a"})));
  CHECK_FALSE(stays(head({"GET / HTTP/1.1", "Host: a", "Connection: Close"})));
  CHECK_FALSE(stays(head({"GET / HTTP/1.0"})));
  CHECK(stays(head({"GET / HTTP/1.0", "Connection: keep-alive"})));
}

TEST_CASE("head: cut or changed anywhere, it is read or refused", "[head]") {
  const std::string text = head({"POST /v1/chat HTTP/1.1", "Host: a", "Content-Length: 5"});
  for (size_t i = 0; i < text.size(); ++i) {
    parse_head(text.substr(0, i), 10);
    for (const char byte : {'\0', '\n', '\r', ' ', ':', '\xff'}) {
      std::string changed = text;
      changed[i] = byte;
      parse_head(changed, 10);
    }
  }
  SUCCEED();
}
