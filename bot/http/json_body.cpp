// Entry point: read_chat_request.
#include "bot/http/json_body.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace bot::http {

using Json = nlohmann::json;

namespace {

constexpr int kMaxDepth = 16;
constexpr size_t kMaxIdBytes = 64;
constexpr size_t kMaxValues = 32;

// Thrown inside this file only; `detail` holds our words alone.
struct Stop {
  Code code;
  std::string detail;
};

[[noreturn]] void refuse(std::string detail, Code code = Code::kInvalidRequest) {
  throw Stop{code, std::move(detail)};
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 32 && text[0] >= 'a' && text[0] <= 'z' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

std::string in_quotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

// nlohmann takes any depth, and the last of two equal keys.
Json parse(const std::string& body) {
  std::vector<std::set<std::string>> open;
  return Json::parse(body, [&](int depth, Json::parse_event_t event, Json& parsed) {
    const bool opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (opens && depth >= kMaxDepth) refuse("The JSON is nested too deeply.");
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key &&
        !open.back().insert(parsed.get_ref<const std::string&>()).second) {
      refuse("A key stands twice in one object.");
    }
    return true;
  });
}

void allow_only(const Json& object, std::initializer_list<std::string_view> fields) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(fields.begin(), fields.end(), key) != fields.end()) continue;
    refuse(is_name(key) ? "The field " + in_quotes(key) + " is not known."
                        : "A field is not known.");
  }
}

// Null where the field is missing or null.
const Json* find(const Json& object, const char* field) {
  const auto it = object.find(field);
  return it == object.end() || it->is_null() ? nullptr : &*it;
}

std::optional<std::string> text(const Json& object, const char* field) {
  const Json* value = find(object, field);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) refuse(in_quotes(field) + " must be a text.");
  return value->get<std::string>();
}

std::string short_text(const Json& value, const std::string& what) {
  if (!value.is_string()) refuse(what + " must be a text.");
  const auto& result = value.get_ref<const std::string&>();
  if (result.empty() || result.size() > kMaxIdBytes) refuse(what + " is empty or too long.");
  return result;
}

Answer read_answer(const Json& json) {
  if (!json.is_object()) refuse("\"answer\" must be an object.");
  allow_only(json, {"question_id", "values"});
  const Json* question = find(json, "question_id");
  const Json* values = find(json, "values");
  if (question == nullptr) refuse("\"answer\" needs a \"question_id\".");
  if (values == nullptr || !values->is_array() || values->empty()) {
    refuse("\"answer\" needs \"values\", a list of texts.");
  }
  if (values->size() > kMaxValues) refuse("\"values\" has too many entries.");
  Answer answer;
  answer.question_id = short_text(*question, "\"question_id\"");
  for (const Json& value : *values) {
    answer.values.push_back(short_text(value, "Each of \"values\""));
  }
  return answer;
}

void read_language(const Json& json) {
  auto language = text(json, "language");
  if (!language) return;
  for (char& c : *language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (*language != "en" && language->rfind("en-", 0) != 0) {
    refuse("The only \"language\" is \"en\" so far.");
  }
}

ChatRequest read(const Json& json, size_t max_message_chars) {
  if (!json.is_object()) refuse("The body must be a JSON object.");
  allow_only(json, {"message", "conversation_id", "message_id", "answer", "language"});
  read_language(json);
  ChatRequest request;
  request.message = text(json, "message").value_or("");
  if (code_points(request.message) > max_message_chars) {
    refuse("A message can have " + std::to_string(max_message_chars) + " characters at most.",
           Code::kPayloadTooLarge);
  }
  std::replace(request.message.begin(), request.message.end(), '\0', ' ');
  if (const Json* answer = find(json, "answer")) request.answer = read_answer(*answer);
  if (request.message.empty() && !request.answer) {
    refuse("Send a \"message\" or an \"answer\".");
  }
  if (const auto id = text(json, "conversation_id")) {
    if (!is_id(*id)) refuse("", Code::kConversationNotFound);
    request.conversation_id = *id;
  }
  if (const auto id = text(json, "message_id")) {
    if (!is_id(*id)) {
      refuse("A \"message_id\" is 1 to 64 letters, digits, \"-\" and \"_\".");
    }
    request.message_id = *id;
  }
  return request;
}

}  // namespace

size_t code_points(std::string_view utf8) {
  return static_cast<size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMaxIdBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

std::variant<ChatRequest, Fault> read_chat_request(const std::string& body,
                                                   size_t max_message_chars) {
  if (body.empty()) {
    return Fault{Code::kInvalidRequest,
                 "The body is empty; send a JSON object with a \"message\"."};
  }
  try {
    return read(parse(body), max_message_chars);
  } catch (const Stop& stop) {
    return Fault{stop.code, stop.detail};
  } catch (const Json::parse_error& error) {  // its what() quotes the client's text
    return Fault{Code::kInvalidRequest,
                 "The body is not valid JSON in UTF-8; it goes wrong at byte " +
                     std::to_string(error.byte) + "."};
  } catch (const Json::exception&) {
    return Fault{Code::kInvalidRequest, "The body holds a number that is too large."};
  }
}

}  // namespace bot::http
