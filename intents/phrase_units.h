// Inside phrase_set: how phrases are cut into units, and how units are joined to hits.
#pragma once

#include <vector>

#include "intents/phrase_set.h"

namespace intents {

// One place in a row: the unit that stands there and how many words may come before it.
struct Joint {
  int unit = 0;
  bool optional = false;
  int gap = 0;
};

struct AnyOrder {
  std::vector<int> units;
  int within = 6;
};

// Something that can match: a pattern, rows of other units, compositions, or all of these.
// Units only name units with a smaller index, so hits are found in one pass from the first.
struct Unit {
  int pattern = -1;  // index in the FilteredRE2; -1 for none
  int longest = 1;   // words the pattern can cover
  std::vector<std::vector<Joint>> rows;
  std::vector<AnyOrder> compositions;
};

using UnitHits = std::vector<std::vector<PhraseHit>>;

// Appends the places where a row or a composition of units stands. `hits` holds the places of all
// units named there.
void join_row(const Utterance&, const std::vector<Joint>& row, const UnitHits& hits,
              std::vector<PhraseHit>& out);
void join_any_order(const Utterance&, const AnyOrder&, const UnitHits& hits,
                    std::vector<PhraseHit>& out);

// Whether something that belongs together may reach over the gap before this word: sentence ends,
// ";", a new line and a splitting "but" forbid it; brackets, dashes and commas do not.
bool is_barrier(const Word&);

}  // namespace intents
