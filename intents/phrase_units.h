// Inside phrase_set.cpp: how phrases are cut into units, and how units are joined to hits.
#pragma once

#include <re2/filtered_re2.h>

#include <map>
#include <set>
#include <string>
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

// Cuts phrases into units. Equal patterns and equal groups become one unit.
class UnitBuilder {
 public:
  // Adds patterns to `patterns`. Both must outlive the builder.
  UnitBuilder(const WordGroups& groups, re2::FilteredRE2& patterns)
      : groups_(groups), patterns_(patterns) {}

  // The trees become rows of `unit`: those without joints as a few large patterns.
  void add_trees(Unit& unit, const std::vector<const PhraseNode*>& trees);
  // The unit for one tree, made when it is not there yet.
  int unit_of(const PhraseNode&);
  int add(Unit unit);

  const std::vector<Unit>& units() const { return units_; }
  const std::vector<std::string>& refused() const { return refused_; }  // patterns RE2 cannot take

 private:
  int add_pattern(const std::string& pattern, int longest);
  int plain_unit(const std::vector<const PhraseNode*>& trees);
  int group_unit(const std::string& name);
  std::vector<Joint> row_of(const PhraseNode& tree);
  void append_joint(std::vector<Joint>& row, const PhraseNode& node, int gap);

  const WordGroups& groups_;
  re2::FilteredRE2& patterns_;
  std::vector<Unit> units_;
  std::map<std::string, int> unit_of_group_, unit_of_pattern_;
  std::set<std::string> open_groups_;  // a group that leads back to itself stops here
  std::vector<std::string> refused_;
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
