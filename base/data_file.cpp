// Entry points: DataFile's constructor and for_each_data_file. DataNode is in data_node.cpp.
#include "base/data_file.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace base {

using Json = nlohmann::ordered_json;

namespace {

const Json kEmptyObject = Json::object();

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string line_and_column(const std::string& text, size_t byte) {
  const size_t end = std::min(byte == 0 ? 0 : byte - 1, text.size());
  const auto line = 1 + std::count(text.begin(), text.begin() + end, '\n');
  const size_t start = text.rfind('\n', end == 0 ? 0 : end - 1);
  const size_t column = start == std::string::npos || end == 0 ? end + 1 : end - start;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// nlohmann keeps the last of two equal keys silently; an author must hear of it.
Json parse_noting_duplicates(const std::string& text, std::vector<std::string>& duplicates) {
  std::vector<std::set<std::string>> open;
  return Json::parse(text, [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key &&
        !open.back().insert(parsed.get_ref<const std::string&>()).second) {
      duplicates.push_back(parsed.get<std::string>());
    }
    return true;
  });
}

}  // namespace

std::string ordinal(size_t n) {
  const size_t tens = n % 100;
  const char* ending = tens >= 11 && tens <= 13 ? "th"
                       : n % 10 == 1            ? "st"
                       : n % 10 == 2            ? "nd"
                       : n % 10 == 3            ? "rd"
                                                : "th";
  return std::to_string(n) + ending;
}

DataFile::DataFile(const std::filesystem::path& path, std::string name, Problems& problems)
    : name_(std::move(name)), problems_(problems), json_(std::make_unique<Json>(kEmptyObject)) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    note("", "the file is missing or cannot be read");
    return;
  }
  std::stringstream buffer;
  buffer << in.rdbuf();
  const std::string text = buffer.str();
  std::vector<std::string> duplicates;
  try {
    *json_ = parse_noting_duplicates(text, duplicates);
  } catch (const Json::parse_error& e) {
    note(line_and_column(text, e.byte),
         "this is not valid JSON (a missing comma, quote or bracket here or shortly before?)");
    *json_ = kEmptyObject;
    return;
  } catch (const Json::exception&) {
    note("", "a number is too large");
    *json_ = kEmptyObject;
    return;
  }
  for (const auto& key : duplicates)
    note("", "the key " + in_quotes(key) + " stands twice in one object");
  if (!json_->is_object()) {
    note("", "the file must hold one object { ... }");
    *json_ = kEmptyObject;
    return;
  }
  ok_ = true;
}

DataFile::~DataFile() = default;

DataNode DataFile::root() const { return DataNode(this, json_.get(), ""); }

std::string DataFile::stem() const { return std::filesystem::path(name_).stem().string(); }

void DataFile::note(std::string place, std::string what) const {
  problems_.push_back({name_, std::move(place), std::move(what)});
}

void for_each_data_file(const std::filesystem::path& data, const std::string& folder,
                        Problems& problems, const std::function<void(const DataFile&)>& read) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(data / folder, error)) {
    if (entry.path().extension() == ".json" && !entry.path().stem().has_extension()) {
      paths.push_back(entry.path());
    }
  }
  if (error || paths.empty()) {
    problems.push_back({folder, "", "the folder is missing or holds no .json file"});
    return;
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    const DataFile file(path, folder + "/" + path.filename().string(), problems);
    if (file.ok()) read(file);
  }
}

}  // namespace base
