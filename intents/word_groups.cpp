#include "intents/word_groups.h"

#include <re2/re2.h>

#include <algorithm>

namespace intents {

namespace {

std::vector<Phrase> parse_all(const base::DataNode& node, std::string_view key,
                              const std::vector<std::string>& texts) {
  std::vector<Phrase> result;
  for (size_t i = 0; i < texts.size(); ++i) {
    auto parsed = parse_phrase(texts[i]);
    if (const auto* error = std::get_if<PhraseError>(&parsed)) {
      node.problem_in_list(key, i, error->what);
      continue;
    }
    result.push_back({texts[i], std::move(std::get<PhraseNode>(parsed))});
  }
  return result;
}

bool has_gap(const PhraseNode& node) {
  return node.kind == PhraseNode::Kind::kGap ||
         std::any_of(node.parts.begin(), node.parts.end(), has_gap);
}

// Groups stand inside phrases that have gaps of their own: a gap in a group would add up unseen.
void forbid_gaps(const base::DataNode& node, std::string_view key,
                 const std::vector<std::string>& texts, const std::vector<Phrase>& phrases) {
  for (const Phrase& phrase : phrases) {
    if (!has_gap(phrase.tree)) continue;
    const auto index = std::find(texts.begin(), texts.end(), phrase.text) - texts.begin();
    node.problem_in_list(key, index, "a group must not hold \"...\"");
  }
}

std::vector<std::string> names_in(const WordGroup& group) {
  std::vector<std::string> names;
  for (const auto& phrase : group.words) collect(phrase.tree, &names, nullptr);
  for (const auto& phrase : group.misspellings) collect(phrase.tree, &names, nullptr);
  return names;
}

}  // namespace

WordGroups WordGroups::load(const std::filesystem::path& data, const std::string& folder,
                            base::Problems& problems) {
  WordGroups result;
  base::for_each_data_file(data, folder, problems,
                           [&](const base::DataFile& file) { result.read_file(file); });
  result.check_names_and_circles(problems);
  return result;
}

void WordGroups::read_file(const base::DataFile& file) {
  const base::DataNode root = file.root();
  root.allow_only({"groups"});
  for (const auto& [name, node] : root.object("groups").members()) {
    node.allow_only({"words", "misspellings", "regex"});
    if (groups_.contains(name)) {
      node.problem("the group stands in " + file_of_[name] + " already");
      continue;
    }
    WordGroup group;
    if (node.has("regex")) {
      group.regex = node.text("regex");
      if (!node.has("note")) node.problem("a \"regex\" needs a \"note\" that says why");
      const RE2 pattern(group.regex, RE2::Quiet);
      if (!pattern.ok()) node.problem_at("regex", "not a valid pattern: " + pattern.error());
    } else {
      const auto words = node.texts("words");
      group.words = parse_all(node, "words", words);
      forbid_gaps(node, "words", words, group.words);
      const auto misspellings = node.texts_or_none("misspellings");
      group.misspellings = parse_all(node, "misspellings", misspellings);
      forbid_gaps(node, "misspellings", misspellings, group.misspellings);
    }
    file_of_[name] = file.name();
    groups_.emplace(name, std::move(group));
  }
}

const WordGroup* WordGroups::find(std::string_view name) const {
  const auto it = groups_.find(name);
  return it == groups_.end() ? nullptr : &it->second;
}

void WordGroups::check_names_and_circles(base::Problems& problems) const {
  for (const auto& [name, group] : groups_) {
    const auto note = [&, &name = name](const std::string& what) {
      problems.push_back({file_of_.find(name)->second, "groups, " + name, what});
    };
    for (const auto& used : names_in(group)) {
      if (!groups_.contains(used)) note("the group <" + used + "> is not known");
    }
    std::vector<std::string> path;
    if (in_circle(name, path)) note("the group leads back to itself");
  }
}

bool WordGroups::in_circle(const std::string& name, std::vector<std::string>& path) const {
  if (std::find(path.begin(), path.end(), name) != path.end()) return name == path.front();
  path.push_back(name);
  const WordGroup* group = find(name);
  if (group != nullptr) {
    for (const auto& used : names_in(*group)) {
      if (in_circle(used, path)) return true;
    }
  }
  path.pop_back();
  return false;
}

std::optional<std::string> WordGroups::unknown_group(const PhraseNode& tree) const {
  std::vector<std::string> names;
  collect(tree, &names, nullptr);
  for (const auto& name : names) {
    if (!groups_.contains(name)) return name;
  }
  return std::nullopt;
}

std::vector<Phrase> WordGroups::read_phrases(const base::DataNode& node, std::string_view key,
                                             bool required) const {
  const auto texts = required ? node.texts(key) : node.texts_or_none(key);
  std::vector<Phrase> phrases;
  for (Phrase& phrase : parse_all(node, key, texts)) {
    if (const auto unknown = unknown_group(phrase.tree)) {
      const auto index = std::find(texts.begin(), texts.end(), phrase.text) - texts.begin();
      node.problem_in_list(key, index, "the group <" + *unknown + "> is not known");
    } else {
      phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

std::optional<Phrase> WordGroups::read_phrase(const base::DataNode& node,
                                              const std::string& text) const {
  auto parsed = parse_phrase(text);
  if (const auto* error = std::get_if<PhraseError>(&parsed)) {
    node.problem(error->what);
    return std::nullopt;
  }
  PhraseNode& tree = std::get<PhraseNode>(parsed);
  if (const auto unknown = unknown_group(tree)) {
    node.problem("the group <" + *unknown + "> is not known");
    return std::nullopt;
  }
  return Phrase{text, std::move(tree)};
}

}  // namespace intents
