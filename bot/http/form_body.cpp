#include "bot/http/form_body.h"

#include <algorithm>

#include "bot/http/json_body.h"

namespace bot::http {

namespace {

constexpr size_t kMaxFields = 128;
constexpr size_t kMaxFieldBytes = 256;  // of all but the message

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Control characters but line ends become blanks; a lone "%" stays what it is.
std::string decode(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i] == '+' ? ' ' : text[i];
    if (c == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
        hex_digit(text[i + 2]) >= 0) {
      c = static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    }
    if (c == '\r') continue;
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    result += control && c != '\n' ? ' ' : c;
  }
  return result;
}

std::string trim(const std::string& text) {
  const size_t first = text.find_first_not_of(" \n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

// "none=None of these" -> "None of these", when "none" was tapped.
std::string tapped_label(const std::string& label, const std::vector<std::string>& values) {
  const size_t equals = label.find('=');
  if (equals == std::string::npos) return "";
  const bool tapped =
      std::find(values.begin(), values.end(), label.substr(0, equals)) != values.end();
  return tapped ? label.substr(equals + 1) : "";
}

}  // namespace

PageForm read_page_form(std::string_view body, size_t max_message_chars) {
  PageForm form;
  Answer answer;
  std::string typed, quick;
  std::vector<std::string> labels;
  for (size_t fields = 0; !body.empty() && fields < kMaxFields; ++fields) {
    const size_t end = std::min(body.find('&'), body.size());
    const std::string_view field = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    const size_t equals = std::min(field.find('='), field.size());
    const std::string_view name = field.substr(0, equals);
    const std::string value = decode(field.substr(std::min(equals + 1, field.size())));
    if (name == "message") typed = trim(value);
    if (value.empty() || value.size() > kMaxFieldBytes) continue;
    if (name == "quick") quick = value;
    if (name == "question_id") answer.question_id = value;
    if (name == "label") labels.push_back(value);
    if (name == "values") answer.values.push_back(value);
    if (name == "conversation_id" && is_id(value)) form.request.conversation_id = value;
    if (name == "message_id" && is_id(value)) form.request.message_id = value;
  }
  form.request.message = quick.empty() ? typed : quick;
  form.too_long = code_points(form.request.message) > max_message_chars;
  if (form.request.message.empty() && !answer.question_id.empty() && !answer.values.empty()) {
    form.request.answer = answer;
  }
  form.shown = form.request.message;
  for (const auto& label : labels) {
    const std::string words = form.request.answer ? tapped_label(label, answer.values) : "";
    if (!words.empty()) form.shown += (form.shown.empty() ? "" : ", ") + words;
  }
  return form;
}

}  // namespace bot::http
