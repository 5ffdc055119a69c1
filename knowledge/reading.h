// How hard a text reads: the Flesch-Kincaid grade (Kincaid et al. 1975), for warnings to authors.
#pragma once

#include <string_view>

namespace knowledge {

// US school grade; 0 for no words. Syllables are counted by vowel groups, so it is an estimate.
double reading_grade(std::string_view text);

}  // namespace knowledge
