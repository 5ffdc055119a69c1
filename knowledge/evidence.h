// How strong the evidence behind a claim is. Each label is voiced to patients by a text in
// replies.json ("evidence_strong", ...).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knowledge {

enum class Evidence { kStrong, kModerate, kWeak, kNone, kAgainst, kMixed };

inline const std::vector<std::string_view> kEvidenceNames = {"strong", "moderate", "weak",
                                                             "none",   "against",  "mixed"};
inline std::string name(Evidence e) { return std::string(kEvidenceNames[static_cast<size_t>(e)]); }

// When a file's content was written, who signed it, and when it must be looked at again.
struct Review {
  std::string reviewed;     // date of writing, YYYY-MM-DD
  std::string reviewed_by;  // empty until a clinician has signed
  std::string review_due;   // YYYY-MM-DD
};

}  // namespace knowledge
