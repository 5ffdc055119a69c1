// Reading the JSON data files that clinicians write.
//
// Promise: nothing here throws. Every fault (no such file, broken JSON with line and column, a key
// twice, unknown or missing keys, a wrong type, an empty text or list) becomes a Problem that names
// file and place, and reading goes on with a harmless default, so that one run reports all faults.
// Does not: know what the values mean.
//
// Threads: one DataFile belongs to one thread. A DataNode points into its DataFile and the Problems
// it was opened with; keep neither longer than those.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace base {

class DataFile;

class DataNode {
 public:
  // Call it first: a node that is no object becomes a Problem here, and reads of it give defaults.
  // Keys not named here are Problems. "note" is allowed everywhere, for the author's remarks.
  void allow_only(const std::vector<std::string_view>& keys) const;

  bool has(std::string_view key) const;
  bool is_object() const;
  bool is_string() const;
  bool is_null(std::string_view key) const;

  std::string text(std::string_view key) const;  // required, not empty
  std::string text_or(std::string_view key, std::string_view otherwise) const;
  int64_t integer(std::string_view key) const;  // required
  int64_t integer_or(std::string_view key, int64_t otherwise) const;
  double number_or(std::string_view key, double otherwise) const;
  bool flag_or(std::string_view key, bool otherwise) const;
  std::vector<std::string> texts(std::string_view key) const;          // required, not empty
  std::vector<std::string> texts_or_none(std::string_view key) const;  // may be missing, not empty
  DataNode object(std::string_view key) const;                         // required
  std::vector<DataNode> list(std::string_view key) const;              // required, not empty
  std::vector<DataNode> list_or_none(std::string_view key) const;      // may be missing
  // A list of lists of texts (may be missing): each text with its node.
  std::vector<std::vector<std::pair<std::string, DataNode>>> text_lists_or_none(
      std::string_view key) const;
  // The members of this object in file order.
  std::vector<std::pair<std::string, DataNode>> members() const;
  std::string as_text() const;  // this node itself, a text

  // One of `choices`, by position. A Problem lists them all when it is none.
  size_t choice(std::string_view key, const std::vector<std::string_view>& choices) const;

  void problem(std::string what) const;                           // at this node
  void problem_at(std::string_view key, std::string what) const;  // at "key"
  void problem_in_list(std::string_view key, size_t index, std::string what) const;
  const std::string& place() const { return place_; }

 private:
  friend class DataFile;
  DataNode(const DataFile* file, const nlohmann::ordered_json* json, std::string place)
      : file_(file), json_(json), place_(std::move(place)) {}
  const nlohmann::ordered_json* find(std::string_view key) const;
  const nlohmann::ordered_json* need(std::string_view key) const;
  std::string inside(std::string_view key) const;
  std::vector<std::string> read_texts(const nlohmann::ordered_json& list,
                                      std::string_view key) const;

  const DataFile* file_;
  const nlohmann::ordered_json* json_;  // never null; a JSON null when the node is missing
  std::string place_;
};

class DataFile {
 public:
  // `name` is how Problems call the file: its path below the data folder's parent.
  DataFile(const std::filesystem::path& path, std::string name, Problems& problems);
  ~DataFile();
  DataFile(const DataFile&) = delete;
  DataFile& operator=(const DataFile&) = delete;

  bool ok() const { return ok_; }  // it was read and is one JSON object
  DataNode root() const;
  const std::string& name() const { return name_; }
  std::string stem() const;  // the file's id

 private:
  friend class DataNode;
  void note(std::string place, std::string what) const;

  std::string name_;
  Problems& problems_;
  std::unique_ptr<nlohmann::ordered_json> json_;
  bool ok_ = false;
};

// Calls `read` for every *.json directly in data/FOLDER, in order of name. A folder that is missing
// or empty is a Problem. `folder` is relative to `data` and becomes part of the names in Problems.
void for_each_data_file(const std::filesystem::path& data, const std::string& folder,
                        Problems& problems, const std::function<void(const DataFile&)>& read);

}  // namespace base
