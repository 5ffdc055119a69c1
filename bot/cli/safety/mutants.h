// The same message as other people would have typed it: the safety study plays all of them.
//
// Promise: pure; the same text gives the same mutants. A kind that does not fit a text (no
// apostrophe to curl, no word long enough for a typo) gives none.
// Kinds after the method of metamorphic testing (Chen, Cheung & Yiu 1998): a change that keeps the
// meaning must keep the level, a change that takes the meaning away must not raise the alarm.
#pragma once

#include <string>
#include <vector>

namespace bot::cli {

using Turns = std::vector<std::string>;

struct MutantKind {
  const char* id;
  const char* title;
  bool keeps_meaning;
  std::vector<Turns> (*make)(const std::string& text);  // each a whole conversation
};

const std::vector<MutantKind>& mutant_kinds();

}  // namespace bot::cli
