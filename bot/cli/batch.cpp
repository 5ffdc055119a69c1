// Entry point: read_batch_line.
#include "bot/cli/batch.h"

namespace bot::cli {

using Json = nlohmann::ordered_json;

namespace {

std::string read_answer(const Json& json, ChatRequest& request) {
  const auto id = json.find("question_id");
  const auto values = json.find("values");
  if (id == json.end() || !id->is_string() || values == json.end() || !values->is_array()) {
    return "an answer needs \"question_id\" and a list \"values\"";
  }
  Answer answer{id->get<std::string>(), {}};
  for (const Json& value : *values) {
    if (!value.is_string()) return "the values of an answer must be texts";
    answer.values.push_back(value.get<std::string>());
  }
  request.answer = std::move(answer);
  return "";
}

std::string read_turn(const Json& turn, ChatRequest& request) {
  if (turn.is_string()) {
    request.message = turn.get<std::string>();
    return "";
  }
  if (!turn.is_object() || (!turn.contains("message") && !turn.contains("answer"))) {
    return "a turn must be a text, or an object with \"message\" or \"answer\"";
  }
  const auto message = turn.find("message");
  if (message != turn.end()) {
    if (!message->is_string()) return "\"message\" must be a text";
    request.message = message->get<std::string>();
  }
  const auto answer = turn.find("answer");
  return answer == turn.end() ? "" : read_answer(*answer, request);
}

std::string read_turns(const Json& json, std::vector<ChatRequest>& turns) {
  if (json.contains("turns") == json.contains("text")) {
    return "there must be either \"turns\" or \"text\"";
  }
  const Json list = json.contains("text") ? Json::array({json["text"]}) : json["turns"];
  if (json.contains("text") && !json["text"].is_string()) return "\"text\" must be a text";
  if (!list.is_array() || list.empty()) return "\"turns\" must be a list with at least one turn";
  for (const Json& turn : list) {
    ChatRequest& request = turns.emplace_back();
    const std::string fault = read_turn(turn, request);
    if (!fault.empty()) return fault;
  }
  return "";
}

// JSON values are copied and written by functions that call themselves for each level.
bool is_deep(const std::string& line) {
  constexpr int kMaxDepth = 64;
  int depth = 0;
  bool in_text = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') in_text = !in_text;
    if (in_text) {
      i += c == '\\' ? 1 : 0;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

BatchLine read_batch_line(const std::string& line) {
  BatchLine result;
  if (is_deep(line)) {
    result.fault = "the JSON is nested too deeply";
    return result;
  }
  constexpr bool kThrows = false;
  result.json = Json::parse(line, nullptr, kThrows);
  if (result.json.is_discarded() || !result.json.is_object()) {
    result.fault = "the line is not one JSON object";
    result.json = Json::object();
    return result;
  }
  const auto id = result.json.find("id");
  if (id != result.json.end()) result.id = *id;
  result.fault = read_turns(result.json, result.turns);
  return result;
}

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace bot::cli
