#include "bot/http/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <random>

#include "bot/wire.h"

namespace bot::http {

using Json = nlohmann::ordered_json;

namespace {

std::string time_now() {
  using namespace std::chrono;
  const auto since = system_clock::now().time_since_epoch();
  const std::time_t now = duration_cast<seconds>(since).count();
  const auto ms = static_cast<int>(duration_cast<milliseconds>(since).count() % 1000);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  const size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  std::snprintf(text.data() + size, text.size() - size, ".%03dZ", ms);
  return text.data();
}

// A method is the client's text too, unless it is one we know.
std::string known_method(const std::string& method) {
  for (const char* known : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    if (method == known) return method;
  }
  return "other";
}

}  // namespace

void log_to_stderr(const std::string& line) {
  static const auto logger = [] {
    auto made = spdlog::stderr_logger_mt("backtalk");
    made->set_pattern("%v");
    return made;
  }();
  logger->info("{}", line);
}

std::string request_line(const std::string& request_id, const std::string& method,
                         const Response& response, std::chrono::steady_clock::duration took) {
  const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  return dump({{"ts", time_now()},
               {"level", response.status >= 500 ? "error" : "info"},
               {"event", "request"},
               {"request_id", request_id},
               {"method", known_method(method)},
               {"route", response.route},
               {"status", response.status},
               {"ms", static_cast<double>(us) / 1000.0},
               {"bytes", response.body.size()}});
}

std::string event_line(const char* level, const char* event, const std::string& detail) {
  Json json = {{"ts", time_now()}, {"level", level}, {"event", event}};
  if (!detail.empty()) json["detail"] = detail;
  return dump(json);
}

std::string new_request_id() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(random()));
  return text.data();
}

}  // namespace bot::http
