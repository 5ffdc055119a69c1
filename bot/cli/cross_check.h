// What no loader can see alone: ids that one folder's data names of another's.
#pragma once

#include "base/problem.h"
#include "intents/intents.h"
#include "knowledge/library.h"

namespace bot::cli {

base::Problems cross_check(const intents::Intents&, const knowledge::Library&);

// Content that is past its date of review on `today` (YYYY-MM-DD).
base::Problems overdue_reviews(const knowledge::Library&, const std::string& today);

}  // namespace bot::cli
