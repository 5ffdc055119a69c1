// Finds which of many short strings ("atoms") stand in a text, in one pass (Aho & Corasick, 1975).
//
// FilteredRE2 names the atoms a pattern cannot match without; only patterns whose atoms were found
// are run. Const after build(); share between threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace intents {

class AtomIndex {
 public:
  void build(const std::vector<std::string>& atoms);
  // Appends the index of each atom in `text`, each once, in no order.
  void find(std::string_view text, std::vector<int>& found) const;

 private:
  int step(int state, uint8_t letter) const { return next_[state * letters_ + letter]; }

  std::array<uint8_t, 256> letter_of_{};  // bytes no atom has share letter 0
  int letters_ = 1;
  std::vector<int32_t> next_;
  std::vector<int32_t> fail_output_;           // the next state on the failure path with an output
  std::vector<std::vector<int32_t>> outputs_;  // atoms ending in a state
  size_t atoms_ = 0;
};

}  // namespace intents
