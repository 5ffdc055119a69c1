// The head of an HTTP request (request line and headers), read strictly.
//
// cpp-httplib 0.11.4 takes what two readers could take differently: repeated or odd lengths, bare
// line feeds, percent signs decoded in header values, bodies left unread. Here all such is refused.
// Promise: pure; any bytes give a Head or a Fault. After a Fault the connection must be closed.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "bot/http/fault.h"
#include "bot/http/message.h"

namespace bot::http {

inline constexpr size_t kMaxHeadBytes = 16 * 1024;
inline constexpr size_t kMaxTargetBytes = 2 * 1024;
inline constexpr size_t kMaxHeaders = 64;

struct Head {
  Request request;  // without its body
  size_t body_bytes = 0;
  bool expects_continue = false;
};

// `text` runs up to and with the empty line that ends the head.
std::variant<Head, Fault> parse_head(std::string_view text, size_t max_body_bytes);

}  // namespace bot::http
