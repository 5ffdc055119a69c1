// The short list of danger signs everybody with pain is shown once: the second net under free text.
//
// Source: guided assessment A2 to A4 (README). "Not sure" counts as a reason to look closer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bot {

struct ScreenOption {
  std::string_view id;                     // "saddle"; its label is reply "screen_opt_" + id
  std::vector<std::string_view> findings;  // what a tap on it says
};

const std::vector<ScreenOption>& screen_options();

inline constexpr std::string_view kScreenId = "safety_screen";
inline constexpr std::string_view kNone = "none";
inline constexpr std::string_view kUnsure = "unsure";

}  // namespace bot
