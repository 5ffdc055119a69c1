// The safety study: every danger sign's examples and look-alikes, as they stand and in every mutant
// kind, played through the whole chat, and counted.
//
// Promise: the same data gives the same study. Source of the measures: sensitivity per danger sign
// with Wilson intervals (score.h), as diagnostic accuracy is reported (STARD 2015).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bot/cli/safety/mutants.h"
#include "bot/cli/score.h"
#include "bot/cli/world.h"

namespace bot::cli {

// One danger sign. Its examples must reach the level they were written for.
struct SignStudy {
  std::string id, code, title;
  Tally examples;     // raise this very sign
  Tally kept;         // meaning-preserving mutants that keep the example's level or more
  Tally look_alikes;  // stay below urgent
  Tally quiet;        // negated, hypothetical, long past: stay below urgent
};

// One kind of mutant, over all signs.
struct KindStudy {
  Tally emergency;  // kept, of examples at emergency
  Tally urgent;     // kept, of examples at urgent
  Tally quiet;      // kinds that take the meaning away: below urgent, of examples at urgent or more
};

struct SafetyMiss {
  std::string sign, kind, expected, got;
  Turns turns;
};

struct SafetyStudy {
  std::vector<SignStudy> signs;
  std::map<std::string, KindStudy> kinds;  // by MutantKind::id
  size_t certain = 0;  // examples of signs that "if" and "not" never silence (README: "certain")
  std::vector<SafetyMiss> misses;
};

// Requires: the world has no problems.
SafetyStudy study_safety(const World&);

}  // namespace bot::cli
