// The web server: accepts connections, and answers each request by the Api.
//
// Promise: after stop() what is in flight is finished; connections that come in within the drain
// time are answered too, each with "Connection: close"; then run() returns.
// A slow or idle client holds a thread for a short time only; while others wait, shorter still.
// Does not: speak TLS; put a reverse proxy in front of it for that.
// Threads: stop() from any thread; the rest from one.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "bot/http/api.h"
#include "bot/http/connection.h"
#include "bot/http/log.h"

namespace bot::http {

struct ServerOptions {
  Limits limits;
  std::chrono::milliseconds idle_time{5000};    // between two requests of one connection
  std::chrono::milliseconds crowded_time{250};  // the same while others wait for a thread
  std::chrono::milliseconds drain_time{1000};   // after stop(), for clients that do not know yet
  Log log = log_to_stderr;
};

class Server {
 public:
  // Requires: `api` outlives the server.
  Server(Api& api, const Settings&, ServerOptions = {});
  ~Server();

  // Takes settings.host and .port (0: any free port). The port; 0 when it cannot be had.
  int bind();

  // Requires: bind() gave a port. True when stop() ended it, false when listening broke.
  bool run();

  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

// `backtalk serve`: runs until SIGTERM or SIGINT. `on_ready` is called once with the port.
// The process's exit code: 0 stopped as asked, 3 files of `web` are missing, 4 no port or listening
// broke. A second signal ends the process at once.
int serve(Backend, const Settings&, const std::filesystem::path& web,
          const std::function<void(int port)>& on_ready = {}, ServerOptions = {});

}  // namespace bot::http
