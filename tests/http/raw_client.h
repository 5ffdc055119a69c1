// A client that sends exactly the bytes it is given: what no proper HTTP library would send.
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace http_test {

struct RawResponse {
  int status = 0;  // 0: none came
  std::string head, body;

  std::string header(const std::string& name) const {
    const std::string start = "\r\n" + name + ": ";
    const size_t at = head.find(start);
    if (at == std::string::npos) return "";
    return head.substr(at + start.size(), head.find("\r\n", at + 2) - at - start.size());
  }
};

class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool connected() const { return connected_; }

  void send(const std::string& bytes) {
    for (size_t sent = 0; sent < bytes.size();) {
      const ssize_t n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) return;  // the server may have had enough
      sent += static_cast<size_t>(n);
    }
  }

  // The next response; `with_body` false after HEAD.
  RawResponse receive(bool with_body = true, int timeout_ms = 8000) {
    RawResponse response;
    size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!more(timeout_ms)) return response;
    }
    response.head = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    const std::string length = response.header("Content-Length");
    const size_t bytes = with_body && !length.empty() ? std::stoul(length) : 0;
    while (buffer_.size() < bytes && more(timeout_ms)) {
    }
    response.body = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    response.status = std::stoi(response.head.substr(9, 3));
    return response;
  }

  // True when the server has closed, and nothing else has come.
  bool closed(int timeout_ms = 2000) { return !more(timeout_ms) && at_end_ && buffer_.empty(); }

 private:
  bool more(int timeout_ms) {
    pollfd entry{socket_, POLLIN, 0};
    if (::poll(&entry, 1, timeout_ms) <= 0) return false;
    char bytes[65536];
    const ssize_t got = ::recv(socket_, bytes, sizeof(bytes), 0);
    at_end_ = got <= 0;
    if (got > 0) buffer_.append(bytes, static_cast<size_t>(got));
    return got > 0;
  }

  int socket_;
  bool connected_ = false, at_end_ = false;
  std::string buffer_;
};

using Extra = std::vector<std::pair<std::string, std::string>>;

inline std::string request(const std::string& method, const std::string& path,
                           const Extra& headers = {}, const std::string& body = "") {
  std::string text = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  if (!body.empty() || method == "POST") {
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  return text + "\r\n" + body;
}

inline std::string post_chat(const std::string& body, Extra headers = {}) {
  headers.emplace_back("Content-Type", "application/json");
  return request("POST", "/v1/chat", headers, body);
}

}  // namespace http_test
