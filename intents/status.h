// The context of one mention of a finding: the four questions of ConText.
//
// Source of the method: Harkema, Dowling, Thornblade, Chapman, "ConText: an algorithm for
// determining negation, experiencer, and temporal status from clinical reports", J Biomed Inform 42
// (2009); the mode axis is ours.
#pragma once

#include <string>
#include <vector>

namespace intents {

enum class Polarity { kPresent, kAbsent, kPossible };
enum class Time { kNow, kPast, kLongStanding, kFuture };
enum class Who { kSelf, kOther, kNobody };  // kOther: someone the writer cares for, ill now
enum class Mode { kReport, kQuestion, kHypothetical, kIdiom };

// A cue reads differently on each class: "no numbness" is well, "no feeling" is ill, "bladder fine"
// is well. kEvent: a fall, an operation. kDisease: true for ever (cancer, osteoporosis).
enum class FindingClass { kSymptom, kFunction, kEvent, kDisease };

struct Status {
  Polarity polarity = Polarity::kPresent;
  Time time = Time::kNow;
  Who who = Who::kSelf;
  Mode mode = Mode::kReport;
  bool sure = true;              // false: a rule left two readings; triage asks
  std::vector<std::string> why;  // one line per cue that decided, for `explain`
};

// Said of now (a disease: of any time), as a fact or a fear of a fact, of oneself or somebody in
// one's care: what triage counts.
bool counts_now(const Status&, FindingClass);

const char* name(Polarity);
const char* name(Time);
const char* name(Who);
const char* name(Mode);

}  // namespace intents
