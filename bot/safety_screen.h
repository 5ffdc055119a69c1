// The short list of danger signs everybody with pain is shown once: the second net under free text.
//
// Source: guided assessment A2 to A4 (README). "Not sure" counts as a reason to look closer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/understanding.h"
#include "knowledge/library.h"

namespace bot {

struct ScreenOption {
  std::string_view id;                     // "saddle"; its label is reply "screen_opt_" + id
  std::vector<std::string_view> findings;  // what a tap on it says
};

const std::vector<ScreenOption>& screen_options();

// The options that a short typed answer names: by their place ("the second and 4")
// or by a word of theirs ("the fever one"). Empty when it may deny one, or asks something.
std::vector<std::string> options_named(const intents::Understanding&, const knowledge::Library&);

inline constexpr std::string_view kScreenId = "safety_screen";
inline constexpr std::string_view kNone = "none";
inline constexpr std::string_view kUnsure = "unsure";

}  // namespace bot
