// The groups of words that phrases name in <brackets>, from intents/LANGUAGE/words/*.json.
//
// Const after loading. Group names are unique over all files; groups may name other groups but not
// in a circle.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_file.h"
#include "base/problem.h"
#include "intents/phrase.h"

namespace intents {

struct WordGroup {
  std::vector<Phrase> words;
  std::vector<Phrase> misspellings;
  std::string regex;  // an engineer's RE2 pattern instead of words; may be empty
};

class WordGroups {
 public:
  static WordGroups load(const std::filesystem::path& data, const std::string& folder,
                         base::Problems& problems);

  const WordGroup* find(std::string_view name) const;  // null when unknown
  const std::map<std::string, WordGroup, std::less<>>& all() const { return groups_; }

  // The phrases under `key`, each parsed and its groups looked up; faults are noted by place.
  std::vector<Phrase> read_phrases(const base::DataNode&, std::string_view key,
                                   bool required) const;
  // One phrase that stands at `node`; nullopt after noting what is wrong with it.
  std::optional<Phrase> read_phrase(const base::DataNode& node, const std::string& text) const;

 private:
  void read_file(const base::DataFile&);
  std::optional<std::string> unknown_group(const PhraseNode& tree) const;
  void check_names_and_circles(base::Problems& problems) const;
  bool in_circle(const std::string& name, std::vector<std::string>& path) const;

  std::map<std::string, WordGroup, std::less<>> groups_;
  std::map<std::string, std::string, std::less<>> file_of_;
};

}  // namespace intents
