// What is asked of a topic: its facets, from intents/LANGUAGE/facets.json.
//
// Of two cues the one that covers more words wins, then the one with fewer words in its gaps, then
// the facet that stands earlier in the file. Const after loading; share between threads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "intents/phrase_set.h"
#include "intents/word_groups.h"

namespace intents {

struct FacetPlace {
  std::string id;
  Span span;
  int words = 0;  // covered by the cue
  int rank = 0;   // of the facet in the file
};

class Facets {
 public:
  static Facets load(const std::filesystem::path& data, const std::string& file,
                     const WordGroups&, base::Problems&);
  void add_to(PhraseSet&);
  // All places, by place; overlapping ones of weaker rank are dropped.
  std::vector<FacetPlace> places(const std::vector<std::vector<PhraseHit>>& hits) const;

  struct Facet {
    std::string id;
    PhraseList phrases;
    std::vector<std::string> examples;
  };
  const std::vector<Facet>& all() const { return facets_; }

 private:
  std::vector<Facet> facets_;
  std::vector<int> rule_;
};

}  // namespace intents
