// Spelling correction, with its guards.
//
// A word is corrected only when English does not know it (hunspell), we do not know it, and one
// word of ours of five letters or more is near: Damerau-Levenshtein distance 1, or 2 from eight
// letters. Of several the likeliest slip is taken (slips.h); ties are refused, digits are never
// touched, and no negation is made or removed, apart from one typed with a letter too often
// ("nothhing"). "lowerback" is parted into two words of ours. The typed words stay in
// Utterance::raw.
//
// Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM
// 7 (1964).
// Threads: const after load(); hunspell is locked inside.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "intents/near_words.h"
#include "intents/utterance.h"

namespace intents {

struct Correction {
  std::string from, to;
};

class Spelling {
 public:
  static std::unique_ptr<Spelling> load(const std::filesystem::path& data, const std::string& file,
                                        NearWords near, base::Problems& problems);
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
