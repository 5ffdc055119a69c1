// Entry point: read_label.
#include "bot/cli/label.h"

#include <algorithm>

namespace bot::cli {

using Json = nlohmann::ordered_json;
using knowledge::Level;

namespace {

std::string text_of(const Json& json, const char* key) {
  const auto it = json.find(key);
  return it != json.end() && it->is_string() ? it->get<std::string>() : "";
}

std::optional<Level> read_level(const std::string& text, std::string& fault) {
  const auto& names = knowledge::kLevelNames;
  const auto it = std::find(names.begin(), names.end(), text);
  if (it != names.end()) return static_cast<Level>(it - names.begin());
  fault = "\"" + text + "\" is no level";
  return std::nullopt;
}

void read_levels(const Json& json, Label& label, std::string& fault) {
  std::string first = text_of(json, "level");
  if (first.empty()) first = text_of(json, "red_flag");
  if (first.empty()) return;
  const auto level = read_level(first, fault);
  if (!level) return;
  label.has_level = true;
  label.level = label.lowest = label.highest = *level;
  const std::string second = text_of(json, "red_flag_alt");
  if (second.empty()) return;
  if (const auto also = read_level(second, fault)) {
    label.lowest = std::min(*level, *also);
    label.highest = std::max(*level, *also);
  }
}

// Not about the back: it must be turned down, or escalated when it is dangerous all the same.
void read_scope(const Json& json, Label& label) {
  label.out_of_scope = text_of(json, "label") == "out_of_scope";
  const auto urgent = json.find("also_urgent");
  if (label.has_level || urgent == json.end() || !urgent->is_boolean()) return;
  label.has_level = true;
  const bool danger = urgent->get<bool>();
  label.level = label.lowest = danger ? Level::kUrgent : Level::kNone;
  label.highest = danger ? Level::kEmergency : Level::kSoon;
}

}  // namespace

Label read_label(const BatchLine& line, const knowledge::Library& library, std::string& fault) {
  Label label;
  label.id = line.id.is_string() ? line.id.get<std::string>() : line.id.dump();
  label.kind = text_of(line.json, "author_kind");
  if (label.kind.empty()) label.kind = text_of(line.json, "kind");
  read_levels(line.json, label, fault);
  read_scope(line.json, label);
  label.topic = text_of(line.json, "topic");
  if (library.find_topic(label.topic) == nullptr) label.topic.clear();
  label.facet = text_of(line.json, "facet");
  return label;
}

}  // namespace bot::cli
