// Writing out the short forms of a cue: "no [clinical] (sign|evidence) of" is four cues.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace intents {

// All plain rows of words that `phrase` stands for. Empty, with `error` set, when a bracket is not
// closed or it stands for more than 400.
std::vector<std::string> write_out(std::string_view phrase, std::string& error);

}  // namespace intents
