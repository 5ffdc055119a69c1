// Entry points: the members of DataNode.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/data_file.h"

namespace base {

using Json = nlohmann::ordered_json;

namespace {

const Json kNothing;  // stands for an object that is missing: a Problem was noted, reads are silent

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

std::string DataNode::inside(std::string_view key) const {
  return place_.empty() ? std::string(key) : place_ + ", " + std::string(key);
}

void DataNode::problem(std::string what) const { file_->note(place_, std::move(what)); }

void DataNode::problem_at(std::string_view key, std::string what) const {
  file_->note(inside(key), std::move(what));
}

void DataNode::problem_in_list(std::string_view key, size_t index, std::string what) const {
  file_->note(inside(key) + ", " + ordinal(index + 1) + " entry", std::move(what));
}

void DataNode::allow_only(const std::vector<std::string_view>& keys) const {
  if (json_ == &kNothing) return;
  if (!json_->is_object()) return problem("this must be an object { ... }");
  for (const auto& [key, value] : json_->items()) {
    if (key == "note" || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string known;
    for (const auto k : keys) known += (known.empty() ? "" : ", ") + std::string(k);
    problem("the key " + in_quotes(key) + " is not known here (known: " + known + ")");
  }
}

const Json* DataNode::find(std::string_view key) const {
  if (!json_->is_object()) return nullptr;
  const auto it = json_->find(std::string(key));
  return it == json_->end() ? nullptr : &*it;
}

const Json* DataNode::need(std::string_view key) const {
  const Json* value = find(key);
  if (value == nullptr && json_->is_object()) {
    problem("the key " + in_quotes(key) + " is missing");
  }
  return value;
}

bool DataNode::has(std::string_view key) const { return find(key) != nullptr; }
bool DataNode::is_object() const { return json_->is_object(); }
bool DataNode::is_string() const { return json_->is_string(); }
bool DataNode::is_null(std::string_view key) const {
  const Json* value = find(key);
  return value != nullptr && value->is_null();
}

std::string DataNode::text(std::string_view key) const {
  const Json* value = need(key);
  if (value == nullptr) return "";
  if (!value->is_string()) {
    problem_at(key, "this must be a text");
    return "";
  }
  if (value->get_ref<const std::string&>().empty()) problem_at(key, "the text is empty");
  return value->get<std::string>();
}

std::string DataNode::text_or(std::string_view key, std::string_view otherwise) const {
  return has(key) && !is_null(key) ? text(key) : std::string(otherwise);
}

int64_t DataNode::integer(std::string_view key) const {
  return need(key) == nullptr ? 0 : integer_or(key, 0);
}

int64_t DataNode::integer_or(std::string_view key, int64_t otherwise) const {
  const Json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_number_integer()) {
    problem_at(key, "this must be a whole number");
    return otherwise;
  }
  return value->get<int64_t>();
}

double DataNode::number_or(std::string_view key, double otherwise) const {
  const Json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_number()) {
    problem_at(key, "this must be a number");
    return otherwise;
  }
  return value->get<double>();
}

bool DataNode::flag_or(std::string_view key, bool otherwise) const {
  const Json* value = find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) {
    problem_at(key, "this must be true or false");
    return otherwise;
  }
  return value->get<bool>();
}

std::vector<std::string> DataNode::read_texts(const Json& list, std::string_view key) const {
  std::vector<std::string> result;
  if (!list.is_array()) {
    problem_at(key, "this must be a list of texts");
    return result;
  }
  if (list.empty()) problem_at(key, "the list is empty");
  for (size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_string() || list[i].get_ref<const std::string&>().empty()) {
      problem_in_list(key, i, "this must be a text, and not empty");
      continue;
    }
    result.push_back(list[i].get<std::string>());
  }
  return result;
}

std::vector<std::string> DataNode::texts(std::string_view key) const {
  const Json* value = need(key);
  return value == nullptr ? std::vector<std::string>{} : read_texts(*value, key);
}

std::vector<std::string> DataNode::texts_or_none(std::string_view key) const {
  const Json* value = find(key);
  return value == nullptr ? std::vector<std::string>{} : read_texts(*value, key);
}

DataNode DataNode::object(std::string_view key) const {
  const Json* value = need(key);
  if (value != nullptr && !value->is_object()) {
    problem_at(key, "this must be an object { ... }");
    value = nullptr;
  }
  return DataNode(file_, value == nullptr ? &kNothing : value, inside(key));
}

std::vector<DataNode> DataNode::list(std::string_view key) const {
  const Json* value = need(key);
  if (value != nullptr && value->is_array() && value->empty()) problem_at(key, "the list is empty");
  return value == nullptr ? std::vector<DataNode>{} : list_or_none(key);
}

std::vector<DataNode> DataNode::list_or_none(std::string_view key) const {
  std::vector<DataNode> result;
  const Json* value = find(key);
  if (value == nullptr) return result;
  if (!value->is_array()) {
    problem_at(key, "this must be a list [ ... ]");
    return result;
  }
  for (size_t i = 0; i < value->size(); ++i) {
    result.push_back(DataNode(file_, &(*value)[i], inside(key) + ", " + ordinal(i + 1) + " entry"));
  }
  return result;
}

std::vector<std::vector<std::pair<std::string, DataNode>>> DataNode::text_lists_or_none(
    std::string_view key) const {
  std::vector<std::vector<std::pair<std::string, DataNode>>> result;
  for (const DataNode& row : list_or_none(key)) {
    if (!row.json_->is_array()) {
      row.problem("this must be a list of texts");
      continue;
    }
    auto& texts = result.emplace_back();
    for (size_t i = 0; i < row.json_->size(); ++i) {
      const DataNode node(file_, &(*row.json_)[i], row.place_ + ", " + ordinal(i + 1) + " part");
      texts.emplace_back(node.as_text(), node);
    }
  }
  return result;
}

std::vector<std::pair<std::string, DataNode>> DataNode::members() const {
  std::vector<std::pair<std::string, DataNode>> result;
  if (!json_->is_object()) return result;
  for (const auto& [key, value] : json_->items()) {
    if (key != "note") result.emplace_back(key, DataNode(file_, &value, inside(key)));
  }
  return result;
}

std::string DataNode::as_text() const {
  if (json_->is_string() && !json_->get_ref<const std::string&>().empty()) {
    return json_->get<std::string>();
  }
  problem("this must be a text, and not empty");
  return "";
}

size_t DataNode::choice(std::string_view key, const std::vector<std::string_view>& choices) const {
  const std::string value = text(key);
  const auto it = std::find(choices.begin(), choices.end(), value);
  if (it != choices.end()) return static_cast<size_t>(it - choices.begin());
  if (!value.empty()) {
    std::string all;
    for (const auto c : choices) all += (all.empty() ? "" : ", ") + std::string(c);
    problem_at(key, in_quotes(value) + " is not one of: " + all);
  }
  return 0;
}

}  // namespace base
