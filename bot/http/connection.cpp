#include "bot/http/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace bot::http {

namespace {

using std::chrono::milliseconds;

// True when the socket is ready for `events` by the deadline, or broken (then recv and send say
// so).
bool wait_until(int socket, short events, std::chrono::steady_clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd entry{socket, events, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(std::max<int64_t>(left.count(), 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

// A line feed without its carriage return: some servers end a line there, others do not.
bool has_bare_line_feed(std::string_view text) {
  for (size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    if (at == 0 || text[at - 1] != '\r') return true;
  }
  return false;
}

}  // namespace

bool Connection::wait_for_request(const std::function<bool(milliseconds)>& give_up) {
  const auto start = Clock::now();
  while (buffer_.empty()) {
    switch (receive(Clock::now() + milliseconds(50))) {
      case Got::kBytes:
        return true;
      case Got::kEnd:
        return false;
      case Got::kNothingInTime:
        break;
    }
    if (give_up(std::chrono::duration_cast<milliseconds>(Clock::now() - start))) return false;
  }
  return true;
}

Connection::Got Connection::receive(Clock::time_point deadline) {
  std::array<char, 16 * 1024> bytes;
  while (wait_until(socket_, POLLIN, deadline)) {
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (got > 0) {
      buffer_.append(bytes.data(), static_cast<size_t>(got));
      return Got::kBytes;
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return Got::kEnd;
  }
  return Got::kNothingInTime;
}

Connection::Got Connection::receive_in(milliseconds time, Clock::time_point start) {
  for (;;) {
    const auto end = start + (crowded_() ? std::min(time, limits_.crowded_time) : time);
    const Got got = receive(std::min(end, Clock::now() + milliseconds(50)));
    if (got != Got::kNothingInTime || Clock::now() >= end) return got;
  }
}

std::variant<size_t, Fault, Gone> Connection::read_to_end_of_head() {
  const auto start = Clock::now();
  size_t looked_at = 0;
  for (;;) {
    const size_t end = buffer_.find("\r\n\r\n", looked_at < 3 ? 0 : looked_at - 3);
    const std::string_view head = std::string_view(buffer_).substr(0, end);
    if (has_bare_line_feed(head)) {
      return Fault{Code::kInvalidRequest, "Lines must end in CR LF."};
    }
    if (head.size() > kMaxHeadBytes) return Fault{Code::kHeadersTooLarge, ""};
    if (end != std::string::npos) return end + 4;
    looked_at = buffer_.size();
    switch (receive_in(limits_.head_time, start)) {
      case Got::kBytes:
        break;
      case Got::kNothingInTime:
        return Fault{Code::kRequestTimeout, ""};
      case Got::kEnd:
        return Gone{};
    }
  }
}

std::variant<Request, Fault, Gone> Connection::read_request() {
  const auto head_end = read_to_end_of_head();
  if (const auto* fault = std::get_if<Fault>(&head_end)) return *fault;
  if (std::holds_alternative<Gone>(head_end)) return Gone{};
  const size_t head_bytes = std::get<size_t>(head_end);
  auto parsed = parse_head(std::string_view(buffer_).substr(0, head_bytes), limits_.max_body_bytes);
  if (auto* fault = std::get_if<Fault>(&parsed)) return std::move(*fault);
  Head& head = std::get<Head>(parsed);
  buffer_.erase(0, head_bytes);
  if (head.expects_continue && buffer_.size() < head.body_bytes &&
      !send("HTTP/1.1 100 Continue\r\n\r\n")) {
    return Gone{};
  }
  const auto start = Clock::now();
  while (buffer_.size() < head.body_bytes) {
    switch (receive_in(limits_.body_time, start)) {
      case Got::kBytes:
        break;
      case Got::kNothingInTime:
        return Fault{Code::kRequestTimeout, ""};
      case Got::kEnd:
        return Gone{};
    }
  }
  head.request.body = buffer_.substr(0, head.body_bytes);
  buffer_.erase(0, head.body_bytes);
  return std::move(head.request);
}

bool Connection::send(std::string_view bytes) {
  const auto deadline = Clock::now() + limits_.send_time;
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<size_t>(sent));
    } else if (errno != EAGAIN && errno != EINTR) {
      return false;
    } else if (!wait_until(socket_, POLLOUT, deadline)) {
      return false;
    }
  }
  return true;
}

// Closing with bytes unread would make the system throw away what the client has not read yet.
void Connection::finish() {
  ::shutdown(socket_, SHUT_WR);
  constexpr size_t kMostToDrain = 256 * 1024;
  const auto deadline = Clock::now() + milliseconds(200);
  size_t drained = 0;
  buffer_.clear();
  while (drained < kMostToDrain && receive(deadline) == Got::kBytes) {
    drained += buffer_.size();
    buffer_.clear();
  }
}

}  // namespace bot::http
