// How likely a typed word is a slip of another: which of several near words was meant.
//
// Source: the four slips of Damerau, CACM 7 (1964), and the order of their frequency after Kukich,
// "Techniques for automatically correcting words in text", ACM Computing Surveys 24 (1992): a
// letter doubled or halved, neighbours swapped, a letter left out, the key beside it, any other.
#pragma once

#include <string_view>

namespace intents {

// Optimal string alignment distance, at most `limit` + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);

// 0 is the likeliest slip. Requires: the two are one edit apart.
int slip_rank(std::string_view typed, std::string_view meant);

}  // namespace intents
