// What the server writes down: one JSON line for each request and event, on stderr.
//
// Promise: no message, no id of a conversation, no address as sent, no IP, no header.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "bot/http/message.h"

namespace bot::http {

using Log = std::function<void(const std::string& line)>;

void log_to_stderr(const std::string& line);

std::string request_line(const std::string& request_id, const std::string& method, const Response&,
                         std::chrono::steady_clock::duration took);

std::string event_line(const char* level, const char* event, const std::string& detail = "");

// 64 random bits in hexadecimal; never the client's own.
std::string new_request_id();

}  // namespace bot::http
