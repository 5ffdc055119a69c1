// What one message means: the result of understand(), a plain value.
#pragma once

#include <string>
#include <vector>

#include "intents/acts.h"
#include "intents/facets.h"
#include "intents/scope.h"
#include "intents/spelling.h"
#include "intents/status.h"
#include "intents/topic_names.h"
#include "intents/utterance.h"
#include "intents/values.h"

namespace intents {

struct Mention {
  std::string finding;
  std::string title;
  FindingClass cls = FindingClass::kSymptom;
  Status status;
  Span span;
  std::string quote;     // what the person typed
  bool derived = false;  // computed from a value ("age_65_plus"), not said in these words

  bool active() const { return counts_now(status, cls); }
};

// One thing that is asked. Either may be empty: "what exercises?" has no topic, "sciatica" no
// facet.
struct Query {
  std::string topic;
  std::string facet;
  std::string other_topic;          // of a comparison
  std::vector<std::string> rivals;  // topics that the same words also name
  bool asked = false;               // as a question or request, not told as a fact
  Span span;
};

struct Understanding {
  Utterance utterance;
  std::vector<Mention> findings;
  std::vector<TopicPlace> topics;
  std::vector<FacetPlace> facets;
  std::vector<Query> queries;  // in the order they were asked
  std::vector<Act> acts;
  Values values;
  std::vector<Correction> corrected;
  ScopeCounts scope;
  int known_words = 0;          // words that English or our phrases know
  bool matcher_failed = false;  // the search for danger signs could not run: treat as danger

  bool has_act(std::string_view id) const;
  bool has_active(std::string_view finding) const;
};

}  // namespace intents
