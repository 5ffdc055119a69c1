// ConText: is a finding present, now, the writer's own, and meant as a report?
//
// Source of the method: see status.h. Our additions: the class of a finding (a denied *function* is
// a symptom), the mode axis, answers to a question asked, and the lay rules R1-R46 that the
// comments here name.
//
// Promise: judge() is pure and total; one Status per mention, in order, each with at least one
// `why` line when anything but the default was decided. In doubt it says kPossible and `sure =
// false`. Does not: find findings, or know which of them are emergencies.
//
// Threads: const after load; share one Context between all threads.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/problem.h"
#include "intents/expecting.h"
#include "intents/status.h"
#include "intents/utterance.h"

namespace intents {

class ContextCues;

struct MentionInput {
  Span span;
  FindingClass cls = FindingClass::kSymptom;
  // The words that were matched, when they stand apart: "legs are [not] weak" has the parts "legs"
  // and "weak", and the "not" between them counts. Empty: the whole span.
  std::vector<Span> parts;
  // To say it at all is to report it: a condition, a future or a question does not silence it ("if
  // this goes on I'll end it"). Negation, past and other people's stories still do.
  bool certain = false;
};

class Context {
 public:
  // `folder` is the language's folder (data/intents/en); reads its context.json.
  static Context load(const std::filesystem::path& folder, base::Problems& problems);
  Context(Context&&) noexcept;
  Context& operator=(Context&&) noexcept;
  ~Context();

  // `expecting`: the yes-or-no question this message answers; null for none.
  std::vector<Status> judge(const Utterance&, const std::vector<MentionInput>&,
                            const Expecting* expecting = nullptr) const;

  // The class of any words, for a mention that is no finding of ours ("bladder" is a function).
  FindingClass class_of(const Utterance&, Span) const;

 private:
  Context();
  std::unique_ptr<ContextCues> cues_;
  int this_year_ = 0;  // so that "in 2012" is known to be past; from the clock at loading
};

}  // namespace intents
