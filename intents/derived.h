// Findings that follow from a value or from other findings, not from words of their own:
// age_50_plus, age_65_plus, age_70_plus, age_under_45, child (under 18), age_under_10, age_under_5,
// temperature_high, low_temperature, severe_pain (9 or 10 of 10),
// pain_over_six_weeks, any_spine_pain.
#pragma once

#include <string>
#include <vector>

#include "intents/understanding.h"

namespace intents {

// The ids this can add: rules may name them though no file stands for them.
const std::vector<std::string>& derived_finding_ids();

void add_derived_findings(Understanding&);

}  // namespace intents
