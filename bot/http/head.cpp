// Entry point: parse_head.
#include "bot/http/head.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace bot::http {

namespace {

Fault invalid(const char* detail) { return {Code::kInvalidRequest, detail}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
  });
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The next line without its CRLF, taken off the front of `text`.
std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 2, text.size()));
  return line;
}

std::optional<Fault> read_request_line(std::string_view line, Request& request) {
  const size_t first = line.find(' ');
  const size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return invalid("The request line is bad.");
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method) || method.size() > 16) return invalid("The method is bad.");
  if (target.size() > kMaxTargetBytes) return Fault{Code::kUriTooLong, ""};
  const bool visible =
      std::all_of(target.begin(), target.end(), [](char c) { return c >= 0x21 && c <= 0x7e; });
  const bool asterisk = target == "*" && method == "OPTIONS";
  if (!visible || target.empty() || (target[0] != '/' && !asterisk)) {
    return invalid("The address is bad.");
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return version.substr(0, 5) == "HTTP/" ? Fault{Code::kVersionNotSupported, ""}
                                           : invalid("The request line is bad.");
  }
  request.method = method;
  request.path = target.substr(0, std::min(target.find('?'), target.find('#')));
  request.keep_alive = version == "HTTP/1.1";
  return std::nullopt;
}

std::optional<Fault> read_headers(std::string_view text, Request& request) {
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) return text.empty() ? std::nullopt : std::optional(invalid("Bad headers."));
    if (request.headers.size() == kMaxHeaders) return Fault{Code::kHeadersTooLarge, ""};
    const size_t colon = line.find(':');
    const std::string_view name = line.substr(0, std::min(colon, line.size()));
    if (colon == std::string_view::npos || !is_token(name)) return invalid("A header is bad.");
    const std::string_view value = trim(line.substr(colon + 1));
    const bool printable = std::all_of(value.begin(), value.end(), [](char c) {
      return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
    });
    if (!printable) return invalid("A header is bad.");
    request.headers.emplace_back(lower(name), value);
  }
  return invalid("The headers do not end.");
}

// Headers that decide where a request ends or how it is read: twice is once too often.
std::optional<Fault> refuse_repeats(const Request& request) {
  for (const char* name : {"host", "content-length", "content-type", "transfer-encoding",
                           "content-encoding", "origin", "expect"}) {
    const auto count = std::count_if(request.headers.begin(), request.headers.end(),
                                     [&](const auto& header) { return header.first == name; });
    if (count > 1) return invalid("A header stands twice.");
  }
  return std::nullopt;
}

std::optional<Fault> read_body_length(size_t max_body_bytes, Head& head) {
  const Request& request = head.request;
  if (request.find_header("transfer-encoding") != nullptr) {
    return Fault{Code::kLengthRequired, "Send the body with a Content-Length, not in chunks."};
  }
  if (request.find_header("content-encoding") != nullptr) {
    return Fault{Code::kUnsupportedMediaType, "Send the body without a Content-Encoding."};
  }
  const bool may_have_body =
      request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
  const std::string* length = request.find_header("content-length");
  if (length == nullptr) {
    return request.method == "POST" ? std::optional(Fault{Code::kLengthRequired, ""})
                                    : std::nullopt;
  }
  if (length->empty() || !std::all_of(length->begin(), length->end(), is_digit)) {
    return invalid("The Content-Length is bad.");
  }
  if (length->size() > 9) return Fault{Code::kPayloadTooLarge, ""};
  head.body_bytes = std::stoul(*length);
  if (head.body_bytes > max_body_bytes) return Fault{Code::kPayloadTooLarge, ""};
  if (head.body_bytes > 0 && !may_have_body) return invalid("This method takes no body.");
  return std::nullopt;
}

std::optional<Fault> read_connection(Head& head) {
  Request& request = head.request;
  if (const std::string* expect = request.find_header("expect")) {
    if (lower(*expect) != "100-continue") return invalid("Only 100-continue can be expected.");
    head.expects_continue = request.keep_alive;  // HTTP/1.0 knows no interim answer
  }
  if (const std::string* connection = request.find_header("connection")) {
    const std::string value = lower(*connection);
    if (value.find("close") != std::string::npos) request.keep_alive = false;
    if (value == "keep-alive") request.keep_alive = true;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Head, Fault> parse_head(std::string_view text, size_t max_body_bytes) {
  Head head;
  if (text.size() > kMaxHeadBytes) return Fault{Code::kHeadersTooLarge, ""};
  if (auto fault = read_request_line(take_line(text), head.request)) return *fault;
  const bool http_1_1 = head.request.keep_alive;
  if (auto fault = read_headers(text, head.request)) return *fault;
  if (auto fault = refuse_repeats(head.request)) return *fault;
  if (http_1_1 && head.request.find_header("host") == nullptr) {
    return invalid("The Host header is missing.");
  }
  if (auto fault = read_body_length(max_body_bytes, head)) return *fault;
  if (auto fault = read_connection(head)) return *fault;
  return head;
}

}  // namespace bot::http
