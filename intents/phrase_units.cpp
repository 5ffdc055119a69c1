// Entry points: UnitBuilder::add_trees and unit_of.
#include "intents/phrase_units.h"

#include <algorithm>
#include <utility>

namespace intents {

namespace {

constexpr int kGapWords = 5;                // what "..." stands for
constexpr int kRegexWords = 4;              // the most that a group's own regex can cover
constexpr size_t kMaxAlternation = 24'000;  // bytes of one pattern
// Bytes that RE2 may use for one pattern, on top of its program. Small, since there are thousands:
// a full cache is emptied, which costs less than the memory would.
constexpr int64_t kPatternMemory = 24 << 10;
constexpr int64_t kProgramMemory = 64;  // for each byte of the pattern

// Between two word edges; symbols (emoji) have none.
std::string with_edges(const std::string& pattern, const std::vector<PhraseNode>& trees) {
  std::vector<std::string> words;
  for (const auto& tree : trees) collect(tree, nullptr, &words);
  const bool plain = std::all_of(words.begin(), words.end(), [](const std::string& w) {
    return static_cast<unsigned char>(w.front()) < 128 &&
           static_cast<unsigned char>(w.back()) < 128;
  });
  return plain ? "\\b" + pattern + "\\b" : pattern;
}

}  // namespace

int UnitBuilder::add(Unit unit) {
  units_.push_back(std::move(unit));
  return static_cast<int>(units_.size()) - 1;
}

int UnitBuilder::add_pattern(const std::string& pattern, int longest) {
  const auto known = unit_of_pattern_.find(pattern);
  if (known != unit_of_pattern_.end()) return known->second;
  RE2::Options options(RE2::Quiet);
  options.set_never_capture(true);
  options.set_max_mem(kPatternMemory + kProgramMemory * static_cast<int64_t>(pattern.size()));
  int id = -1;
  if (patterns_.Add(pattern, options, &id) != RE2::NoError) {
    refused_.push_back(pattern.substr(0, 60));
    id = -1;
  }
  return unit_of_pattern_[pattern] = add({id, longest, {}, {}});
}

// A unit for all of `trees` that have no joints; -1 when there are none.
int UnitBuilder::plain_unit(const std::vector<const PhraseNode*>& trees) {
  if (trees.empty()) return -1;
  std::string pattern;
  std::vector<PhraseNode> copies;
  int longest = 1;
  for (const auto* tree : trees) {
    pattern += (pattern.empty() ? "(?:" : "|") + to_pattern(*tree);
    longest = std::max(longest, max_words(*tree));
    copies.push_back(*tree);
  }
  return add_pattern(with_edges(pattern + ")", copies), longest);
}

void UnitBuilder::add_trees(Unit& unit, const std::vector<const PhraseNode*>& trees) {
  std::vector<const PhraseNode*> plain;
  size_t bytes = 0;
  const auto flush = [&] {
    const int part = plain_unit(plain);
    if (part >= 0) unit.rows.push_back({Joint{part, false, 0}});
    plain.clear();
    bytes = 0;
  };
  for (const auto* tree : trees) {
    if (has_joints(*tree)) {
      unit.rows.push_back(row_of(*tree));
      continue;
    }
    plain.push_back(tree);
    bytes += to_pattern(*tree).size();
    if (bytes > kMaxAlternation) flush();
  }
  flush();
}

std::vector<Joint> UnitBuilder::row_of(const PhraseNode& tree) {
  std::vector<Joint> row;
  if (tree.kind != PhraseNode::Kind::kSequence) {
    append_joint(row, tree, 0);
    return row;
  }
  int gap = 0;
  PhraseNode plain{PhraseNode::Kind::kSequence, "", {}};
  const auto flush = [&] {
    if (!plain.parts.empty()) append_joint(row, plain, std::exchange(gap, 0));
    plain.parts.clear();
  };
  for (const auto& part : tree.parts) {
    const bool optional = part.kind == PhraseNode::Kind::kOptional;
    if (part.kind == PhraseNode::Kind::kGap) {
      flush();
      gap = kGapWords;
    } else if (has_joints(part) || optional) {
      flush();
      append_joint(row, part, std::exchange(gap, 0));
    } else {
      plain.parts.push_back(part);
    }
  }
  flush();
  return row;
}

void UnitBuilder::append_joint(std::vector<Joint>& row, const PhraseNode& node, int gap) {
  const bool optional = node.kind == PhraseNode::Kind::kOptional;
  const PhraseNode& inner = optional ? node.parts[0] : node;
  row.push_back({unit_of(inner), optional, gap});
}

int UnitBuilder::unit_of(const PhraseNode& node) {
  if (node.kind == PhraseNode::Kind::kGroup) return group_unit(node.text);
  if (!has_joints(node)) return plain_unit({&node});
  Unit unit;
  std::vector<const PhraseNode*> trees{&node};
  if (node.kind == PhraseNode::Kind::kOneOf) {
    trees.clear();
    for (const auto& part : node.parts) trees.push_back(&part);
  }
  add_trees(unit, trees);
  return add(std::move(unit));
}

int UnitBuilder::group_unit(const std::string& name) {
  const auto known = unit_of_group_.find(name);
  if (known != unit_of_group_.end()) return known->second;
  const WordGroup* group = groups_.find(name);
  int index = 0;
  if (group == nullptr || open_groups_.contains(name)) {  // a Problem was noted by the loader
    index = add({});
  } else if (!group->regex.empty()) {
    index = add_pattern("\\b(?:" + group->regex + ")\\b", kRegexWords);
  } else {
    open_groups_.insert(name);
    Unit unit;
    std::vector<const PhraseNode*> trees;
    for (const auto& p : group->words) trees.push_back(&p.tree);
    for (const auto& p : group->misspellings) trees.push_back(&p.tree);
    add_trees(unit, trees);
    index = add(std::move(unit));
    open_groups_.erase(name);
  }
  return unit_of_group_[name] = index;
}

}  // namespace intents
