#include "bot/setting_checks.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace bot {

namespace {

bool all_of(std::string_view text, bool (*allowed)(char)) {
  return std::all_of(text.begin(), text.end(), allowed);
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::string line_fault(const std::string& text) {
  if (text.size() > 200) return "this is longer than 200 bytes";
  return all_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; })
             ? ""
             : "this must be one line, without control characters";
}

std::string country_fault(const std::string& text) {
  return text.size() == 2 && all_of(text, is_letter)
             ? ""
             : "this must be a country code of two letters, such as US or GB";
}

std::string phone_fault(const std::string& text) {
  const bool fine = text.size() <= 40 && all_of(text, [](char c) {
                      return (c >= '0' && c <= '9') || std::strchr("+ ()-", c) != nullptr;
                    });
  return fine ? "" : "this must be a phone number of digits, spaces and + ( ) -";
}

std::string url_fault(const std::string& text) {
  const bool scheme = text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
  const bool fine = scheme && text.size() <= 200 &&
                    all_of(text, [](char c) { return c > 0x20 && c < 0x7f && c != '"'; });
  return fine ? "" : "this must be a web address that begins with https:// or http://";
}

// Browsers send exactly this form, and we compare it byte by byte.
std::string origin_fault(const std::string& text) {
  const size_t host = text.rfind("https://", 0) == 0 ? 8 : text.rfind("http://", 0) == 0 ? 7 : 0;
  const bool fine =
      host != 0 && text.size() > host && all_of(std::string_view(text).substr(host), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::strchr(".-:[]", c) != nullptr;
      });
  return fine ? ""
              : "an origin must look like https://clinic.example: lower case, no path, no slash "
                "at the end, no *";
}

}  // namespace bot
