// Entry points: PhraseSet::add, compile, find.
#include "intents/phrase_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "intents/atom_index.h"
#include "intents/phrase_units.h"

namespace intents {

namespace {

constexpr int kGapWords = 5;      // what "..." stands for
constexpr int kMinAtom = 3;       // letters; shorter atoms are in nearly every message
constexpr size_t kMaxAlternation = 24'000;  // bytes of one pattern

// Between two word edges; symbols (emoji) have none.
std::string with_edges(const std::string& pattern, const std::vector<PhraseNode>& trees) {
  std::vector<std::string> words;
  for (const auto& tree : trees) collect(tree, nullptr, &words);
  const bool plain = std::all_of(words.begin(), words.end(), [](const std::string& w) {
    return static_cast<unsigned char>(w.front()) < 128 && static_cast<unsigned char>(w.back()) < 128;
  });
  return plain ? "\\b" + pattern + "\\b" : pattern;
}

}  // namespace

struct PhraseSet::Impl {
  const WordGroups* groups;
  re2::FilteredRE2 patterns{kMinAtom};
  AtomIndex atoms;
  std::vector<Unit> units;
  std::vector<int> rules;  // unit of each rule
  std::map<std::string, int> unit_of_group, unit_of_pattern;
  std::set<std::string> open_groups;  // being built: a group that leads back to itself stops here
  std::vector<std::string> refused;
  bool compiled = false;

  int add_pattern(const std::string& pattern, int longest) {
    const auto known = unit_of_pattern.find(pattern);
    if (known != unit_of_pattern.end()) return known->second;
    RE2::Options options(RE2::Quiet);
    options.set_never_capture(true);
    options.set_max_mem(16 << 20);
    int id = -1;
    if (patterns.Add(pattern, options, &id) != RE2::NoError) {
      refused.push_back(pattern.substr(0, 60));
      id = -1;
    }
    units.push_back({id, longest, {}, {}});
    return unit_of_pattern[pattern] = static_cast<int>(units.size()) - 1;
  }

  // A unit for all of `trees` that have no joints; -1 when there are none.
  int plain_unit(const std::vector<const PhraseNode*>& trees) {
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

  // The plain trees of a list, in portions that RE2 takes, become rows of one; the rest are joined.
  void add_trees(Unit& unit, const std::vector<const PhraseNode*>& trees) {
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

  std::vector<Joint> row_of(const PhraseNode& tree) {
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

  void append_joint(std::vector<Joint>& row, const PhraseNode& node, int gap) {
    const bool optional = node.kind == PhraseNode::Kind::kOptional;
    const PhraseNode& inner = optional ? node.parts[0] : node;
    row.push_back({unit_of(inner), optional, gap});
  }

  int unit_of(const PhraseNode& node) {
    if (node.kind == PhraseNode::Kind::kGroup) return group_unit(node.text);
    if (!has_joints(node)) return plain_unit({&node});
    Unit unit;
    std::vector<const PhraseNode*> trees{&node};
    if (node.kind == PhraseNode::Kind::kOneOf) {
      trees.clear();
      for (const auto& part : node.parts) trees.push_back(&part);
    }
    add_trees(unit, trees);
    units.push_back(std::move(unit));
    return static_cast<int>(units.size()) - 1;
  }

  int group_unit(const std::string& name) {
    const auto known = unit_of_group.find(name);
    if (known != unit_of_group.end()) return known->second;
    const WordGroup* group = groups->find(name);
    int index = 0;
    if (group == nullptr || open_groups.contains(name)) {  // a Problem was noted by the loader
      units.emplace_back();
      index = static_cast<int>(units.size()) - 1;
    } else if (!group->regex.empty()) {
      index = add_pattern("\\b(?:" + group->regex + ")\\b", 4);
    } else {
      open_groups.insert(name);
      Unit unit;
      std::vector<const PhraseNode*> trees;
      for (const auto& p : group->words) trees.push_back(&p.tree);
      for (const auto& p : group->misspellings) trees.push_back(&p.tree);
      add_trees(unit, trees);
      units.push_back(std::move(unit));
      index = static_cast<int>(units.size()) - 1;
      open_groups.erase(name);
    }
    return unit_of_group[name] = index;
  }

  void find_pattern(const Utterance& u, const Unit& unit, std::vector<PhraseHit>& out) const;
};

PhraseSet::PhraseSet(const WordGroups& groups) : impl_(std::make_unique<Impl>()) {
  impl_->groups = &groups;
  for (const auto& [name, group] : groups.all()) {
    for (const auto& phrase : group.words) {
      std::vector<std::string> words;
      collect(phrase.tree, nullptr, &words);
      vocabulary_.insert(words.begin(), words.end());
    }
    for (const auto& phrase : group.misspellings) {
      std::vector<std::string> words;
      collect(phrase.tree, nullptr, &words);
      known_words_.insert(words.begin(), words.end());
    }
  }
}

PhraseSet::~PhraseSet() = default;
PhraseSet::PhraseSet(PhraseSet&&) noexcept = default;
PhraseSet& PhraseSet::operator=(PhraseSet&&) noexcept = default;

int PhraseSet::add(const PhraseList& list) {
  Unit unit;
  std::vector<const PhraseNode*> trees;
  std::vector<std::string> words, wrong_words;
  for (const auto& p : list.phrases) {
    trees.push_back(&p.tree);
    collect(p.tree, nullptr, &words);
  }
  for (const auto& p : list.misspellings) {
    trees.push_back(&p.tree);
    collect(p.tree, nullptr, &wrong_words);
  }
  impl_->add_trees(unit, trees);
  for (const auto& composition : list.compositions) {
    AnyOrder any{{}, composition.within};
    for (const auto& part : composition.parts) {
      any.units.push_back(impl_->unit_of(part.tree));
      collect(part.tree, nullptr, &words);
    }
    unit.compositions.push_back(std::move(any));
  }
  vocabulary_.insert(words.begin(), words.end());
  known_words_.insert(wrong_words.begin(), wrong_words.end());
  impl_->units.push_back(std::move(unit));
  impl_->rules.push_back(static_cast<int>(impl_->units.size()) - 1);
  return static_cast<int>(impl_->rules.size()) - 1;
}

bool PhraseSet::compile(base::Problems& problems) {
  known_words_.insert(vocabulary_.begin(), vocabulary_.end());
  for (const auto& pattern : impl_->refused) {
    problems.push_back({"intents", "", "the matcher refuses the pattern " + pattern + "..."});
  }
  std::vector<std::string> atoms;
  impl_->patterns.Compile(&atoms);
  impl_->atoms.build(atoms);
  impl_->compiled = impl_->refused.empty();
  return impl_->compiled;
}

size_t PhraseSet::patterns() const { return impl_->patterns.NumRegexps(); }

// All places and lengths at which the pattern stands on whole words.
void PhraseSet::Impl::find_pattern(const Utterance& u, const Unit& unit,
                                   std::vector<PhraseHit>& out) const {
  const RE2& pattern = patterns.GetRE2(unit.pattern);
  const re2::StringPiece text(u.text);
  const int count = static_cast<int>(u.words.size());
  for (int word = 0; word < count;) {
    re2::StringPiece match;
    if (!pattern.Match(text, u.words[word].text_begin, text.size(), RE2::UNANCHORED, &match, 1)) {
      return;
    }
    const int start = static_cast<int>(match.data() - text.data());
    word = u.word_at(start);
    if (u.words[word].text_begin == start) {
      const int last = std::min(count, word + unit.longest);
      for (int end = last; end > word; --end) {
        const int stop = u.words[end - 1].text_begin + static_cast<int>(u.words[end - 1].text.size());
        if (pattern.Match(text, start, stop, RE2::ANCHOR_BOTH, nullptr, 0)) {
          out.push_back({{word, end}, {{word, end}}});
        }
      }
    }
    ++word;
  }
}

std::vector<std::vector<PhraseHit>> PhraseSet::find(const Utterance& u) const {
  UnitHits hits(impl_->units.size());
  std::vector<int> atoms, candidates;
  impl_->atoms.find(u.text, atoms);
  impl_->patterns.AllPotentials(atoms, &candidates);
  std::vector<bool> may_match(impl_->patterns.NumRegexps(), false);
  for (const int candidate : candidates) may_match[candidate] = true;

  const auto by_place = [](const PhraseHit& a, const PhraseHit& b) {
    if (a.span.first != b.span.first) return a.span.first < b.span.first;
    return a.span.last > b.span.last;
  };
  for (size_t i = 0; i < impl_->units.size(); ++i) {
    const Unit& unit = impl_->units[i];
    auto& found = hits[i];
    if (unit.pattern >= 0 && may_match[unit.pattern]) impl_->find_pattern(u, unit, found);
    for (const auto& row : unit.rows) join_row(u, row, hits, found);
    for (const auto& any : unit.compositions) join_any_order(u, any, hits, found);
    if (found.size() < 2) continue;
    std::stable_sort(found.begin(), found.end(), by_place);
    const auto same = [](const PhraseHit& a, const PhraseHit& b) { return a.span == b.span; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
  }
  std::vector<std::vector<PhraseHit>> result(impl_->rules.size());
  for (size_t i = 0; i < result.size(); ++i) result[i] = std::move(hits[impl_->rules[i]]);
  return result;
}

}  // namespace intents
