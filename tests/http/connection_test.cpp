#include "bot/http/connection.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>

#include "test_server.h"

using namespace http_test;
using namespace std::chrono_literals;

namespace {

const std::string kHello = post_chat(R"({"message": "hello"})");

bot::http::ServerOptions quick() {
  bot::http::ServerOptions options;
  options.limits.head_time = 300ms;
  options.limits.body_time = 300ms;
  options.idle_time = 300ms;
  options.drain_time = 0ms;
  return options;
}

long resident_kb() {
  std::ifstream in("/proc/self/statm");
  long total = 0, resident = 0;
  in >> total >> resident;
  return resident * 4;
}

}  // namespace

TEST_CASE("connection: many requests on one, also sent in one piece", "[connection]") {
  const TestServer server;
  RawClient client(server.port());
  client.send(kHello + request("GET", "/healthz") + kHello);
  CHECK(client.receive().status == 200);
  CHECK(client.receive().body == R"({"status":"ok"})");
  CHECK(client.receive().status == 200);
  for (int i = 0; i < 50; ++i) {
    client.send(kHello);
    CHECK(client.receive().status == 200);
  }
}

TEST_CASE("connection: a request in single bytes is read", "[connection]") {
  const TestServer server;
  RawClient client(server.port());
  for (const char byte : kHello) client.send(std::string(1, byte));
  CHECK(client.receive().status == 200);
}

TEST_CASE("connection: after a refusal it closes, and what follows is never run", "[connection]") {
  const std::string bad[] = {
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\nHost: a\n\n",
      "POST /v1/chat HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /v1/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
      "POST /v1/chat HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: "
      "5\r\n\r\nabcde",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde",
      "POST /v1/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\nabcde",
      "\x16\x03\x01\x02\r\n\r\n",
  };
  const TestServer server;
  for (const auto& bytes : bad) {
    for (const bool at_once : {true, false}) {
      INFO(bytes << (at_once ? " at once" : " in two pieces"));
      RawClient client(server.port());
      client.send(at_once ? bytes + kHello : bytes);
      if (!at_once) {
        std::this_thread::sleep_for(50ms);
        client.send(kHello);
      }
      const RawResponse response = client.receive();
      CHECK(response.status >= 400);
      CHECK(response.header("Connection") == "close");
      CHECK(client.closed());
    }
  }
}

TEST_CASE("connection: it closes when the client asks for it", "[connection]") {
  const TestServer server;
  RawClient client(server.port());
  client.send(request("GET", "/healthz", {{"Connection", "close"}}));
  CHECK(client.receive().header("Connection") == "close");
  CHECK(client.closed());
}

TEST_CASE("connection: a client that waits for 100 Continue gets it", "[connection]") {
  const TestServer server;
  RawClient client(server.port());
  const std::string body = R"({"message": "a"})";
  std::string head = post_chat(body, {{"Expect", "100-continue"}});
  head.resize(head.size() - body.size());
  client.send(head);
  CHECK(client.receive().status == 100);
  client.send(body);
  CHECK(client.receive().status == 200);
}

TEST_CASE("connection: too much is refused at once, whatever its form, and not kept",
          "[connection]") {
  const TestServer server;
  const std::string chat = "POST /v1/chat HTTP/1.1\r\nHost: a\r\n";
  std::string headers = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 100000; ++i) headers += "X: y\r\n";
  struct Row {
    std::string bytes;
    int status;
  };
  const Row rows[] = {
      {chat + "Content-Length: 16000000\r\n\r\n" + std::string(16'000'000, 'a'), 413},
      {chat + "Content-Length: 99999999999\r\n\r\n", 413},
      {"GET / HTTP/1.1\r\nX: " + std::string(16'000'000, 'a'), 431},
      {headers, 431},
      {"GET /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
      {std::string(100'000, 'a'), 431},
  };
  server.ask(kHello);
  for (const Row& row : rows) {
    const long before = resident_kb();
    const auto start = std::chrono::steady_clock::now();
    RawClient client(server.port());
    std::thread sender([&] { client.send(row.bytes); });
    const int status = client.receive().status;
    const auto took = std::chrono::steady_clock::now() - start;
    sender.join();
    CHECK(status == row.status);
    CHECK(took < 500ms);
    CHECK(resident_kb() - before < 8 * 1024);
  }
}

TEST_CASE("connection: a slow head and a slow body end by their own deadline", "[connection]") {
  const TestServer server({}, quick());
  for (const std::string& begun :
       {std::string("GET / HTTP/1.1\r\nHost: a\r\n"), kHello.substr(0, kHello.size() - 3)}) {
    RawClient client(server.port());
    client.send(begun);
    const auto start = std::chrono::steady_clock::now();
    std::atomic<bool> done{false};
    std::thread dripping([&] {
      while (!done) {
        std::this_thread::sleep_for(100ms);
        if (begun[0] == 'G') client.send("X");  // a byte now and then gains no time
      }
    });
    CHECK(client.receive().status == 408);
    CHECK(std::chrono::steady_clock::now() - start < 900ms);
    done = true;
    dripping.join();
  }
}

TEST_CASE("connection: an idle one is closed without a word", "[connection]") {
  const TestServer server({}, quick());
  RawClient client(server.port());
  CHECK(client.closed());
}

TEST_CASE("connection: idle ones do not keep others waiting", "[connection]") {
  bot::Settings settings;
  settings.threads = 4;
  const TestServer server(settings);
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 20; ++i) idle.push_back(std::make_unique<RawClient>(server.port()));
  const auto start = std::chrono::steady_clock::now();
  CHECK(server.ask(kHello).status == 200);
  CHECK(std::chrono::steady_clock::now() - start < 3s);
}

TEST_CASE("connection: half-sent requests do not keep others waiting", "[connection]") {
  bot::Settings settings;
  settings.threads = 4;
  bot::http::ServerOptions options;
  options.limits.crowded_time = 100ms;
  options.drain_time = 0ms;
  const TestServer server(settings, options);
  for (const std::string& begun :
       {std::string("GET / HTTP/1.1\r\nHost: a\r\n"), kHello.substr(0, kHello.size() - 3)}) {
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 20; ++i) {
      slow.push_back(std::make_unique<RawClient>(server.port()));
      slow.back()->send(begun);
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK(server.ask(kHello).status == 200);
    CHECK(std::chrono::steady_clock::now() - start < 3s);
  }
}

TEST_CASE("connection: random damage never stops the server", "[connection]") {
  const TestServer server;
  unsigned random = 20251125;
  const auto next = [&random] { return random = random * 1664525u + 1013904223u, random >> 8; };
  for (int i = 0; i < 400; ++i) {
    std::string bytes = kHello;
    for (unsigned n = 1 + next() % 4; n > 0; --n) {
      bytes[next() % bytes.size()] = static_cast<char>(next() % 256);
    }
    RawClient client(server.port());
    client.send(bytes);
    if (next() % 2 == 0) client.receive(true, 20);
  }
  CHECK(server.ask(kHello).status == 200);
}
