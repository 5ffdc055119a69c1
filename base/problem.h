// A fault in a data file, in words its author understands.
//
// Promise: str() reads "FILE, PLACE: WHAT", for example
//   intents/en/findings/fever.json, phrases, 2nd entry: the bracket "[" is never closed
// Loading collects every Problem before it gives up; a caller that gets any must not go live.
#pragma once

#include <string>
#include <vector>

namespace base {

struct Problem {
  std::string file;   // as the author knows it, relative to the data folder
  std::string place;  // "phrases, 2nd entry"; empty for the file as a whole
  std::string what;

  std::string str() const { return file + (place.empty() ? "" : ", " + place) + ": " + what; }
};

using Problems = std::vector<Problem>;

// "1st", "2nd", "3rd", "11th": how places in lists are named to authors.
std::string ordinal(size_t one_based);

}  // namespace base
