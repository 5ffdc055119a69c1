#include "intents/atom_index.h"

#include <deque>

namespace intents {

void AtomIndex::build(const std::vector<std::string>& atoms) {
  atoms_ = atoms.size();
  letters_ = 1;
  letter_of_.fill(0);
  for (const auto& atom : atoms) {
    for (const unsigned char c : atom) {
      if (letter_of_[c] == 0) letter_of_[c] = static_cast<uint8_t>(letters_++);
    }
  }
  next_.assign(letters_, -1);
  outputs_.assign(1, {});
  for (size_t i = 0; i < atoms.size(); ++i) {
    int state = 0;
    for (const unsigned char c : atoms[i]) {
      int32_t& to = next_[state * letters_ + letter_of_[c]];
      if (to < 0) {
        to = static_cast<int32_t>(outputs_.size());
        outputs_.emplace_back();
        next_.resize(next_.size() + letters_, -1);
        state = static_cast<int>(outputs_.size()) - 1;
      } else {
        state = to;
      }
    }
    outputs_[state].push_back(static_cast<int32_t>(i));
  }
  // Breadth first: missing steps follow the failure link, so that find() never goes back.
  std::vector<int32_t> fail(outputs_.size(), 0);
  fail_output_.assign(outputs_.size(), 0);
  std::deque<int> queue;
  for (int c = 0; c < letters_; ++c) {
    int32_t& to = next_[c];
    if (to < 0) to = 0;
    else queue.push_back(to);
  }
  while (!queue.empty()) {
    const int state = queue.front();
    queue.pop_front();
    fail_output_[state] = outputs_[fail[state]].empty() ? fail_output_[fail[state]] : fail[state];
    for (int c = 0; c < letters_; ++c) {
      int32_t& to = next_[state * letters_ + c];
      const int32_t other = next_[fail[state] * letters_ + c];
      if (to < 0) {
        to = other;
      } else {
        fail[to] = other;
        queue.push_back(to);
      }
    }
  }
}

void AtomIndex::find(std::string_view text, std::vector<int>& found) const {
  if (next_.empty()) return;
  std::vector<bool> seen(atoms_, false);
  int state = 0;
  for (const unsigned char c : text) {
    state = step(state, letter_of_[c]);
    for (int s = outputs_[state].empty() ? fail_output_[state] : state; s != 0;
         s = fail_output_[s]) {
      for (const int atom : outputs_[s]) {
        if (!seen[atom]) found.push_back(atom);
        seen[atom] = true;
      }
    }
  }
}

}  // namespace intents
