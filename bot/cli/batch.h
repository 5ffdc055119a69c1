// One line of a batch: {"id", "turns": ["...", ...]} or {"id", "text": "..."}.
//
// A turn is a text, or an object as POST /v1/chat takes it ({"message"} or {"answer"}), so that a
// tapped answer can be played too. Other keys are let through: labelled files are batches too.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bot/chat.h"

namespace bot::cli {

struct BatchLine {
  nlohmann::ordered_json id;  // as it was given; null when there is none
  nlohmann::ordered_json json;
  std::vector<ChatRequest> turns;
  std::string fault;  // empty: the line is good
};

BatchLine read_batch_line(const std::string& line);

bool is_blank(const std::string& line);

}  // namespace bot::cli
