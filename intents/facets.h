// What is asked of a topic: its facets, from intents/LANGUAGE/facets.json.
//
// Some cues mean another thing of a remedy, an operation, a medicine, a test, a cause or a trouble
// ("is it dangerous", "does it hurt", "how long"): "of" says which facet is meant then.
// A weak entry holds words that only open a question ("what is", "can i"): they count where no
// other cue says what is asked.
//
// Of two cues that share words a weak one gives way, then the one that covers fewer words, then the
// one with more words in its gaps, then the facet that stands later in the file. Const after
// loading; share between threads.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "intents/phrase_set.h"
#include "intents/word_groups.h"

namespace intents {

struct FacetPlace {
  std::string id;
  Span span;
  std::vector<Span> parts;  // the words of the cue, without its gaps
  int words = 0;            // how many these are
  int rank = 0;             // of the facet in the file
  bool weak = false;
  std::map<std::string, std::string> of;  // role of the topic -> the facet that is meant
};

class Facets {
 public:
  static Facets load(const std::filesystem::path& data, const std::string& file, const WordGroups&,
                     base::Problems&);
  void add_to(PhraseSet&);
  // All places, by place; of places that share words the weaker ones are dropped.
  std::vector<FacetPlace> places(const std::vector<std::vector<PhraseHit>>& hits) const;

  struct Facet {
    std::string id;
    bool weak = false;
    std::map<std::string, std::string> of;
    PhraseList phrases;
    std::vector<std::string> examples;
  };
  const std::vector<Facet>& all() const { return facets_; }

 private:
  std::vector<Facet> facets_;
  std::vector<int> rule_;
};

}  // namespace intents
