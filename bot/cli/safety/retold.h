// A message told in another way: in another place, of another person, or so that it is not true
// now. Pure. By rule, so the grammar is at times as broken as a hurried writer's.
#pragma once

#include <string>
#include <vector>

namespace bot::cli {

// The same is meant.
std::string after_preamble(const std::string& text);
std::string inside_question(const std::string& text);
std::string in_third_person(const std::string& text);

// It is not the case, only imagined, or over; none when the text itself says otherwise ("now").
std::vector<std::string> negated(const std::string& text);
std::vector<std::string> hypothetical(const std::string& text);
std::vector<std::string> long_past(const std::string& text);

}  // namespace bot::cli
