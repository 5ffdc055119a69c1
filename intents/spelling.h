// Spelling correction, with its guards.
//
// A word is corrected only when English does not know it (hunspell), we do not know it, and exactly
// one word of ours is near: Damerau-Levenshtein distance 1 (five letters or more), 2 (eight or
// more). Digits are never touched, ties are refused, and no negation is ever made or removed.
// "lowerback" is parted into two words of ours. The typed words stay in Utterance::raw.
//
// Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM
// 7 (1964).
// Threads: const after load(); hunspell is locked inside.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "intents/utterance.h"

namespace intents {

struct Correction {
  std::string from, to;
};

class Spelling {
 public:
  // `vocabulary`: what may be corrected to; `known`: what is left alone.
  static std::unique_ptr<Spelling> load(const std::filesystem::path& data, const std::string& file,
                                        const std::unordered_set<std::string>& vocabulary,
                                        const std::unordered_set<std::string>& known,
                                        base::Problems& problems);
  ~Spelling();

  // Corrects the words of `u` and rebuilds it; returns what was changed, in order.
  std::vector<Correction> correct(Utterance& u) const;

  bool is_english(const std::string& word) const;

 private:
  Spelling();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace intents
