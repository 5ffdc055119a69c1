#include "bot/safety_screen.h"

namespace bot {

const std::vector<ScreenOption>& screen_options() {
  static const std::vector<ScreenOption> options = {
      {"saddle", {"numb_saddle"}},
      {"bladder", {"urine_retention"}},
      {"bowel", {"bowel_control_lost"}},
      {"legs", {"numb_both_legs", "weakness_worsening"}},
      {"chest", {"chest_pain", "breathless"}},
      {"sudden", {"tearing_pain", "sudden_onset", "worst_ever"}},
      {"fever", {"fever"}},
      {"injury", {"major_trauma"}},
      {"crisis", {"suicidal_thoughts"}}};
  return options;
}

}  // namespace bot
