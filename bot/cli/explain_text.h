// The stages of a message's way, laid out to be read in a terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace bot::cli {

// `stages` as understanding_to_json() gives them.
void print_understanding(std::ostream&, const nlohmann::ordered_json& stages);

// And as decide_to_json() does.
void print_decision(std::ostream&, const nlohmann::ordered_json& stages);

}  // namespace bot::cli
