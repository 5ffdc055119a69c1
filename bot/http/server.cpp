// cpp-httplib listens and lends its threads; reading and answering are ours (see head.h).
#include "bot/http/server.h"

#include <httplib.h>

#include <mutex>

#include "bot/http/backlog.h"

namespace bot::http {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace {

// httplib's threads, with a count of the connections that wait for one.
class Workers : public httplib::TaskQueue {
 public:
  Workers(size_t threads, std::atomic<int>& waiting) : pool_(threads), waiting_(waiting) {}
  void enqueue(std::function<void()> job) override {
    ++waiting_;
    pool_.enqueue([this, job = std::move(job)] {
      --waiting_;
      job();
    });
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  httplib::ThreadPool pool_;
  std::atomic<int>& waiting_;
};

constexpr int kBacklog = 1024;  // httplib asks for 5
constexpr size_t kMaxRequestsPerConnection = 1000;
constexpr size_t kRequestsPerTurn = 16;  // then it makes room, when others wait for a thread

}  // namespace

class Server::Listener : public httplib::Server {
 public:
  Listener(Api& api, const Settings& settings, ServerOptions options)
      : api_(api), settings_(settings), options_(std::move(options)) {
    options_.limits.max_body_bytes = settings.max_body_bytes;
    set_tcp_nodelay(true);
    // Not SO_REUSEPORT, httplib's choice: a second server must fail to bind, not share our port.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    new_task_queue = [this] {
      return new Workers(static_cast<size_t>(settings_.threads), waiting_);
    };
  }

  ~Listener() override {
    const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
    if (socket != INVALID_SOCKET) ::close(socket);
  }

  int take_port() {
    const int port = settings_.port == 0 ? bind_to_any_port(settings_.host)
                     : bind_to_port(settings_.host, settings_.port) ? settings_.port
                                                                    : 0;
    return port > 0 && ::listen(svr_sock_, kBacklog) == 0 ? port : 0;
  }

  bool run() {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return true;
      started_ = true;
    }
    const bool fine = listen_after_bind();
    finished_ = true;
    if (!stopping_) svr_sock_ = INVALID_SOCKET;  // httplib closed it when listening broke
    return fine && stopping_;
  }

  void stop_once() {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
      stopped_at_ = Clock::now();
      stopping_ = true;
      api_.drain();
      if (!started_) return;
    }
    while (!finished_ && draining()) std::this_thread::sleep_for(milliseconds(5));
    // httplib forgets a stop that comes before it has begun to listen.
    while (!finished_ && !is_running()) std::this_thread::sleep_for(milliseconds(1));
    if (finished_) return;
    close_to_newcomers(svr_sock_);
    stop();
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    try {
      converse(socket);
    } catch (...) {  // out of memory: this connection ends, the server does not
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  void converse(int socket) {
    Connection connection(socket, options_.limits, [this] { return waiting_ > 0; });
    for (size_t count = 1;; ++count) {
      const bool fresh = count == 1;
      const auto enough = [&](milliseconds waited) { return give_up(waited, fresh); };
      if (!connection.wait_for_request(enough)) return;
      const bool last =
          count == kMaxRequestsPerConnection || (count % kRequestsPerTurn == 0 && waiting_ > 0);
      if (!answer_one(connection, last)) return;
    }
  }

  // True when another request may follow.
  bool answer_one(Connection& connection, bool last) {
    const auto start = Clock::now();
    auto read = connection.read_request();
    if (std::holds_alternative<Gone>(read)) return false;
    const std::string id = new_request_id();
    const Request* request = std::get_if<Request>(&read);
    const Response response =
        request != nullptr ? api_.respond(*request, id) : api_.refuse(std::get<Fault>(read), id);
    const bool close = last || request == nullptr || !request->keep_alive || stopping_;
    const bool with_body = request == nullptr || request->method != "HEAD";
    const bool sent = connection.send(serialise(response, with_body, close));
    options_.log(request_line(id, request != nullptr ? request->method : "", response,
                              Clock::now() - start));
    if (sent && close) connection.finish();
    return sent && !close;
  }

  // Requires: stopping_.
  bool draining() const { return Clock::now() - stopped_at_ < options_.drain_time; }

  // `fresh`: nothing has come on this connection yet, so it was not told to go elsewhere either.
  bool give_up(milliseconds waited, bool fresh) const {
    if (stopping_ && !fresh) return !draining();
    const bool short_time = waiting_ > 0 || (stopping_ && !draining());
    return waited > (short_time ? options_.crowded_time : options_.idle_time);
  }

  Api& api_;
  const Settings settings_;
  ServerOptions options_;
  std::atomic<int> waiting_{0};
  std::mutex mutex_;  // between run() and stop_once()
  bool started_ = false;
  std::atomic<bool> stopping_{false}, finished_{false};
  Clock::time_point stopped_at_;  // set before stopping_
};

Server::Server(Api& api, const Settings& settings, ServerOptions options)
    : listener_(std::make_unique<Listener>(api, settings, std::move(options))) {}
Server::~Server() = default;

int Server::bind() { return listener_->take_port(); }
bool Server::run() { return listener_->run(); }
void Server::stop() { listener_->stop_once(); }

}  // namespace bot::http
