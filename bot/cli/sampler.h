// Random sentences that phrases accept, so that an author sees what a phrase lets through.
//
// Promise: the same seed gives the same sentences; each stands only once. A group that is an
// engineer's regex stays as <group>.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "intents/phrase_set.h"

namespace bot::cli {

class Sampler {
 public:
  Sampler(const intents::WordGroups& groups, uint32_t seed) : groups_(groups), random_(seed) {}

  // At most `count`; fewer when the phrases do not accept as many.
  std::vector<std::string> sample(const intents::PhraseList&, size_t count);

 private:
  size_t below(size_t limit) { return random_() % limit; }
  std::string sentence(const intents::PhraseList&);
  std::string compose(const intents::Composition&);
  void expand(const intents::PhraseNode&, std::string& out);
  void expand_group(const std::string& name, std::string& out);
  static void add_word(const std::string& word, std::string& out);

  const intents::WordGroups& groups_;
  std::mt19937 random_;
};

}  // namespace bot::cli
