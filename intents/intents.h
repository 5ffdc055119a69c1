// The second stage of a message's way: what people mean. Text in, Understanding out.
//
// Promise: understand() is pure and total. load() reports every fault of data/intents/LANGUAGE and
// tries each finding's first examples, so that phrases that match nothing never go live.
// Does not: judge how urgent anything is, look at earlier messages, or choose words.
//
// Threads: const after load; share one Intents between all threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "intents/acts.h"
#include "intents/context.h"
#include "intents/expecting.h"
#include "intents/facets.h"
#include "intents/finding.h"
#include "intents/phrase_set.h"
#include "intents/scope.h"
#include "intents/spelling.h"
#include "intents/topic_names.h"
#include "intents/understanding.h"
#include "intents/values.h"
#include "intents/word_groups.h"

namespace intents {

class Intents {
 public:
  // Null when the data has faults; `problems` says which.
  static std::unique_ptr<Intents> load(const std::filesystem::path& data, std::string_view language,
                                       base::Problems& problems);

  // `expecting`: the yes-or-no question this message answers; null for none.
  Understanding understand(const Utterance& cleaned, const Expecting* expecting = nullptr) const;

  // The same code that judges findings, for any words of a sentence (`backtalk context`).
  Status status_of(const Utterance&, Span, FindingClass) const;
  const Context& context() const { return context_; }

  const Findings& findings() const { return findings_; }
  const Topics& topics() const { return topics_; }
  const Facets& facets() const { return facets_; }
  const Acts& acts() const { return acts_; }
  const PhraseSet& phrases() const { return phrases_; }
  const WordGroups& groups() const { return groups_; }

 private:
  Intents(WordGroups, Findings, Topics, Facets, Acts, Scope, ValueReader, Context);
  void measure_scope(Understanding&, const std::vector<std::vector<PhraseHit>>& hits) const;
  void find_mentions(Understanding&, const std::vector<std::vector<PhraseHit>>& hits,
                     const Expecting*) const;

  WordGroups groups_;
  Findings findings_;
  Topics topics_;
  Facets facets_;
  Acts acts_;
  Scope scope_;
  ValueReader values_;
  Context context_;
  PhraseSet phrases_;
  std::unique_ptr<Spelling> spelling_;
};

}  // namespace intents
