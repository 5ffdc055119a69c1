// A Score as text for people and as JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <ostream>

#include "bot/cli/score.h"

namespace bot::cli {

// `show_text`: with the messages that were missed; they may be private.
void print_score(std::ostream&, const Score&, bool show_text);
nlohmann::ordered_json tally_json(const Tally&);  // null when nothing was counted
nlohmann::ordered_json score_to_json(const Score&, bool show_text);

}  // namespace bot::cli
