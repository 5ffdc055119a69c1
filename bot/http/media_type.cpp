#include "bot/http/media_type.h"

#include <algorithm>
#include <string>

namespace bot::http {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

// Takes what stands before the next ";" off the front of `text`; lower case, without blanks.
std::string take_part(std::string_view& text) {
  const size_t end = std::min(text.find(';'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  const size_t first = part.find_first_not_of(" \t");
  if (first == part.npos) return "";
  return lower(part.substr(first, part.find_last_not_of(" \t") - first + 1));
}

}  // namespace

bool is_utf8_json(std::string_view content_type) {
  if (take_part(content_type) != "application/json") return false;
  while (!content_type.empty()) {
    const std::string part = take_part(content_type);
    if (part.rfind("charset=", 0) != 0) continue;
    const std::string charset = part.substr(8);
    if (charset != "utf-8" && charset != "\"utf-8\"" && charset != "utf8") return false;
  }
  return true;
}

bool is_form(std::string_view content_type) {
  return take_part(content_type) == "application/x-www-form-urlencoded";
}

}  // namespace bot::http
