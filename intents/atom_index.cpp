#include "intents/atom_index.h"

#include <algorithm>
#include <numeric>

namespace intents {

namespace {

// Atoms in sorted order that share their first `depth` letters: one state of the trie.
struct Range {
  size_t first, last, depth;
};

}  // namespace

int32_t AtomIndex::step(int32_t state, unsigned char letter) const {
  if (state == 0) return root_[letter];
  const auto begin = steps_.begin() + states_[state].first_step;
  const auto end = steps_.begin() + states_[state + 1].first_step;
  for (auto it = begin; it != end; ++it) {
    if (it->letter == letter) return it->to;
  }
  return 0;
}

void AtomIndex::build(const std::vector<std::string>& atoms) {
  states_.assign(1, {});
  steps_.clear();
  root_.fill(0);
  same_as_.assign(atoms.size(), -1);
  std::vector<int32_t> order(atoms.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return atoms[a] < atoms[b]; });

  // The trie, breadth first, from ranges of the sorted atoms.
  std::vector<Range> ranges{{0, atoms.size(), 0}};
  for (size_t s = 0; s < ranges.size(); ++s) {
    auto [at, last, depth] = ranges[s];
    states_[s].first_step = static_cast<int32_t>(steps_.size());
    for (; at < last && atoms[order[at]].size() == depth; ++at) {
      same_as_[order[at]] = states_[s].atom;
      states_[s].atom = order[at];
    }
    while (at < last) {
      const auto letter = static_cast<unsigned char>(atoms[order[at]][depth]);
      size_t end = at;
      while (end < last && static_cast<unsigned char>(atoms[order[end]][depth]) == letter) ++end;
      const auto to = static_cast<int32_t>(states_.size());
      steps_.push_back({letter, to});
      if (s == 0) root_[letter] = to;
      states_.emplace_back();
      ranges.push_back({at, end, depth + 1});
      at = end;
    }
  }
  const auto count = static_cast<int32_t>(states_.size());
  states_.emplace_back().first_step = static_cast<int32_t>(steps_.size());

  // Failure links: breadth first, a state's link is ready before its children's.
  for (int32_t s = 0; s < count; ++s) {
    for (int32_t i = states_[s].first_step; i < states_[s + 1].first_step; ++i) {
      int32_t from = states_[s].fail, link = 0;
      if (s != 0) {
        while ((link = step(from, steps_[i].letter)) == 0 && from != 0) from = states_[from].fail;
      }
      State& child = states_[steps_[i].to];
      child.fail = link;
      child.fail_output = states_[link].atom >= 0 ? link : states_[link].fail_output;
    }
  }
}

void AtomIndex::find(std::string_view text, std::vector<int>& found) const {
  if (states_.size() < 2) return;
  std::vector<bool> seen(same_as_.size(), false);
  int32_t state = 0;
  for (const unsigned char c : text) {
    int32_t next;
    while ((next = step(state, c)) == 0 && state != 0) state = states_[state].fail;
    state = next;
    for (int32_t s = states_[state].atom >= 0 ? state : states_[state].fail_output; s != 0;
         s = states_[s].fail_output) {
      for (int32_t atom = states_[s].atom; atom >= 0 && !seen[atom]; atom = same_as_[atom]) {
        seen[atom] = true;
        found.push_back(atom);
      }
    }
  }
}

}  // namespace intents
