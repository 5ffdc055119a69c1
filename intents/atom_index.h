// Finds which of many short strings ("atoms") stand in a text, in one pass (Aho & Corasick, 1975).
//
// FilteredRE2 names the atoms a pattern cannot match without; only patterns whose atoms were found
// are run. Sparse: a state keeps only the steps its atoms take, so some ten thousand atoms fit in a
// few megabytes. Const after build(); share between threads.
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
  struct State {
    int32_t first_step = 0;   // in steps_; the next state's first_step ends them
    int32_t fail = 0;         // the longest proper suffix that is a state too
    int32_t atom = -1;        // the atom that ends here
    int32_t fail_output = 0;  // the next state on the failure path that ends an atom; 0 for none
  };
  struct Step {
    unsigned char letter;
    int32_t to;
  };
  int32_t step(int32_t state, unsigned char letter) const;  // 0 when the state has none

  std::array<int32_t, 256> root_{};  // the root's steps, for speed
  std::vector<State> states_;        // breadth first; one more at the end
  std::vector<Step> steps_;
  std::vector<int32_t> same_as_;  // equal atoms: the next one with the same text, or -1
};

}  // namespace intents
