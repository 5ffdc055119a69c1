// One client's connection: reads whole requests, and sends each response in one piece.
//
// Promise: reading and sending end by a deadline of their own, however slowly the client sends;
// at most one head and one body are held. What follows a bad request is never read as a request.
// Threads: one thread at a time. Does not own the socket.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <variant>

#include "bot/http/head.h"

namespace bot::http {

struct Limits {
  size_t max_body_bytes = 64 * 1024;
  std::chrono::milliseconds head_time{5000};
  std::chrono::milliseconds body_time{10000};
  std::chrono::milliseconds send_time{10000};
  std::chrono::milliseconds crowded_time{1000};  // for head or body while others wait
};

struct Gone {};  // the client left, or sent nothing that needs an answer

class Connection {
 public:
  // `crowded`: do others wait for this thread? Asked while a request is being read.
  Connection(int socket, const Limits& limits, std::function<bool()> crowded)
      : socket_(socket), limits_(limits), crowded_(std::move(crowded)) {}

  // Waits for the first byte of a request. False: the client left, or `give_up` said so; it is
  // asked some times a second with how long the wait has been.
  bool wait_for_request(const std::function<bool(std::chrono::milliseconds)>& give_up);

  std::variant<Request, Fault, Gone> read_request();

  bool send(std::string_view bytes);

  // Tells the client that nothing more comes, and gives it a moment to read what was sent.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Got { kBytes, kNothingInTime, kEnd };

  Got receive(Clock::time_point deadline);
  // The same until `time` after `start`, or earlier in a crowd.
  Got receive_in(std::chrono::milliseconds time, Clock::time_point start);
  std::variant<size_t, Fault, Gone> read_to_end_of_head();

  int socket_;
  const Limits& limits_;
  std::function<bool()> crowded_;
  std::string buffer_;  // read, and not yet part of a request
};

}  // namespace bot::http
