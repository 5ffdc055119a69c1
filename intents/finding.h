// The findings: what a person can say of a body, and the phrases that say it.
//
// One file each in intents/LANGUAGE/findings. Const after loading; share between threads.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_file.h"
#include "base/problem.h"
#include "intents/phrase_set.h"
#include "intents/status.h"
#include "intents/word_groups.h"

namespace intents {

// A sentence that must not make the finding active, and where it should go instead.
struct CounterExample {
  std::string text;
  std::string goes_to;
};

// The counter-examples under "not"; fewer than `fewest` is a Problem.
std::vector<CounterExample> read_counter_examples(const base::DataNode& root, size_t fewest);

struct Finding {
  std::string id;
  std::string title;  // in the patient's words: "numbness between the legs"
  FindingClass cls = FindingClass::kSymptom;
  // "certain": true in its file. Said at all, it counts: "if", "would", a future or a question do
  // not silence it. For signs that nobody names lightly, such as thoughts of suicide.
  bool certain = false;
  PhraseList phrases;
  PhraseList unless;  // look-alikes: a hit that overlaps one is dropped
  std::vector<std::string> examples;
  std::vector<CounterExample> counter_examples;
  std::string file;
};

// One place where a finding is said. `sign` is the part whose context counts: the whole row, or the
// first part of a composition ("numb" of "numb" + "legs").
struct FindingPlace {
  int finding = 0;  // index
  Span span;
  Span sign;
  std::vector<Span> parts;
};

class Findings {
 public:
  static Findings load(const std::filesystem::path& data, const std::string& folder,
                       const WordGroups&, base::Problems&);

  void add_to(PhraseSet&);  // call once, before compile()

  // Where findings stand, by place; of overlapping places of one finding the fullest is kept.
  std::vector<FindingPlace> places(const std::vector<std::vector<PhraseHit>>& hits) const;

  const std::vector<Finding>& all() const { return findings_; }
  const Finding* find(std::string_view id) const;

 private:
  std::vector<Finding> findings_;
  std::vector<int> rule_, unless_rule_;  // in the PhraseSet; -1 for none
};

}  // namespace intents
