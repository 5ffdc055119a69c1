// Entry point: serve. Signals become a call of Server::stop.
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>

#include "bot/http/server.h"

namespace bot::http {

namespace {

// Keeps SIGTERM and SIGINT back as long as it lives.
// Requires: made before any other thread, which then has these signals blocked too.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~StopSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  // The signal that came within a moment; 0: none.
  int take() const {
    const timespec moment{0, 50'000'000};
    return std::max(::sigtimedwait(&signals_, nullptr, &moment), 0);
  }

 private:
  sigset_t signals_, before_;
};

// Stops the server at the first signal, and ends the process at the second.
class Watcher {
 public:
  Watcher(const StopSignals& signals, Server& server)
      : thread_([this, &signals, &server] { watch(signals, server); }) {}
  ~Watcher() {
    done_ = true;
    thread_.join();
  }

 private:
  void watch(const StopSignals& signals, Server& server) {
    std::thread stopper;
    while (!done_) {
      const int signal = signals.take();
      if (signal == 0) continue;
      if (stopper.joinable()) ::_exit(128 + signal);
      stopper = std::thread([&server] { server.stop(); });
    }
    if (stopper.joinable()) stopper.join();
  }

  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace

int serve(Backend backend, const Settings& settings, const std::filesystem::path& web,
          const std::function<void(int)>& on_ready, ServerOptions options) {
  constexpr int kBadData = 3, kInputOutput = 4;
  const Log log = options.log;
  base::Problems problems;
  WebFiles files = WebFiles::load(web, problems);
  for (const auto& problem : problems) log(event_line("error", "bad_data", problem.str()));
  if (!problems.empty()) return kBadData;

  const StopSignals signals;
  Api api(std::move(backend), settings, std::move(files));
  Server server(api, settings, std::move(options));
  const int port = server.bind();
  if (port == 0) {
    log(event_line("error", "cannot_listen",
                   settings.host + " port " + std::to_string(settings.port)));
    return kInputOutput;
  }
  log(event_line("info", "listening", settings.host + " port " + std::to_string(port)));
  const Watcher watcher(signals, server);
  if (on_ready) on_ready(port);
  const bool stopped = server.run();
  log(event_line(stopped ? "info" : "error", stopped ? "stopped" : "listening_broke"));
  return stopped ? 0 : kInputOutput;
}

}  // namespace bot::http
