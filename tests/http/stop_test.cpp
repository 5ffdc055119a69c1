#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>

#include "test_server.h"

using namespace http_test;
using namespace std::chrono_literals;

namespace {

// `backtalk serve` in a process of its own.
class ServeProcess {
 public:
  explicit ServeProcess(const std::string& web, int port = 0) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(2);  // its log
      bot::Settings settings;
      settings.port = port;
      bot::http::ServerOptions options;
      options.drain_time = 200ms;
      const int code = bot::http::serve(
          test_backend(), settings, web,
          [&](int bound) {
            if (::write(pipe[1], &bound, sizeof(bound)) < 0) std::_Exit(99);
          },
          options);
      std::_Exit(code);
    }
    ::close(pipe[1]);
    if (::read(pipe[0], &port_, sizeof(port_)) != sizeof(port_)) port_ = 0;
    ::close(pipe[0]);
  }
  ~ServeProcess() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
  }

  int port() const { return port_; }
  void signal(int number) { ::kill(pid_, number); }
  int exit_code() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = 0;
  int port_ = 0;
};

const std::string kWeb = std::string(SOURCE_DIR) + "/web";

}  // namespace

TEST_CASE("stop: what is in flight is finished, and the client told that it is the last",
          "[stop]") {
  TestServer server;
  RawClient client(server.port());
  client.send(post_chat(R"({"message": "slow"})"));
  std::this_thread::sleep_for(100ms);
  bool stopped = false;
  std::thread stopper([&] { stopped = server.stop(); });
  const RawResponse response = client.receive();
  CHECK(response.status == 200);
  CHECK(response.header("Connection") == "close");
  stopper.join();
  CHECK(stopped);
  CHECK_FALSE(RawClient(server.port()).connected());
}

TEST_CASE("stop: clients that come while it drains are answered, for the last time", "[stop]") {
  TestServer server(bot::Settings{}, 400ms);
  RawClient open(server.port());
  open.send(request("GET", "/healthz"));
  CHECK(open.receive().header("Connection") == "keep-alive");
  std::thread stopper([&] { server.stop(); });
  std::this_thread::sleep_for(100ms);
  open.send(request("GET", "/healthz"));
  const RawResponse last = open.receive();
  CHECK(last.status == 200);
  CHECK(last.header("Connection") == "close");
  CHECK(server.ask(request("GET", "/readyz")).status == 503);
  stopper.join();
}

TEST_CASE("stop: who was let in is answered, however late", "[stop]") {
  TestServer server(bot::Settings{}, 100ms);
  std::atomic<bool> port_closed{false};
  std::atomic<int> let_in{0}, answered{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&] {
      while (!port_closed) {
        RawClient client(server.port());
        if (!client.connected()) {
          port_closed = true;
          return;
        }
        ++let_in;
        client.send(request("GET", "/healthz"));
        if (client.receive().status == 200) ++answered;
      }
    });
  }
  std::this_thread::sleep_for(50ms);
  CHECK(server.stop());
  for (auto& client : clients) client.join();
  CHECK(let_in > 0);
  CHECK(answered == let_in);
}

TEST_CASE("stop: /readyz says no from then on", "[stop]") {
  bot::http::Api api(test_backend(), {}, {});
  const bot::http::Request request{"GET", "/readyz", {}, "", true};
  CHECK(api.respond(request, "id").status == 200);
  api.drain();
  CHECK(api.respond(request, "id").status == 503);
}

TEST_CASE("stop: before run() it is not lost, and twice is once", "[stop]") {
  bot::http::Api api(test_backend(), {}, {});
  bot::Settings settings;
  settings.port = 0;
  bot::http::Server server(api, settings);
  REQUIRE(server.bind() > 0);
  server.stop();
  server.stop();
  CHECK(server.run());
}

TEST_CASE("stop: right after the start, many times", "[stop]") {
  for (int i = 0; i < 30; ++i) {
    TestServer server;
    CHECK(server.stop());
  }
}

TEST_CASE("serve: SIGTERM and SIGINT end it with 0", "[stop]") {
  for (const int number : {SIGTERM, SIGINT}) {
    ServeProcess process(kWeb);
    REQUIRE(process.port() > 0);
    RawClient client(process.port());
    client.send(post_chat(R"({"message": "slow"})"));
    std::this_thread::sleep_for(100ms);
    process.signal(number);
    CHECK(client.receive().status == 200);
    CHECK(process.exit_code() == 0);
  }
}

TEST_CASE("serve: a signal in the first moments is not lost", "[stop]") {
  for (int i = 0; i < 10; ++i) {
    ServeProcess process(kWeb);
    process.signal(SIGTERM);
    CHECK(process.exit_code() == 0);
  }
}

TEST_CASE("serve: a port that is taken gives 4, missing files give 3", "[stop]") {
  ServeProcess first(kWeb);
  REQUIRE(first.port() > 0);
  CHECK(ServeProcess(kWeb, first.port()).exit_code() == 4);
  CHECK(ServeProcess("/nowhere").exit_code() == 3);
}
