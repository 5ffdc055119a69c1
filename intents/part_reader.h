// Which topics and facets one part of a message is about, of all that it names.
//
// For find_queries, which see for the rules. A PartReader points into what it was given: use it at
// once.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "intents/facets.h"
#include "intents/question_parts.h"
#include "intents/topic_names.h"
#include "intents/utterance.h"

namespace intents {

using TopicList = std::vector<const TopicPlace*>;
using FacetList = std::vector<const FacetPlace*>;

class PartReader {
 public:
  PartReader(const Utterance&, const QuestionPart&, TopicList, FacetList);

  TopicList compared() const;  // the two topics of a comparison, or none
  TopicList topics() const;    // only what the question is about: the greatest role
  FacetList facets() const;    // all of a list, else the most special one

 private:
  using Words = std::unordered_set<std::string_view>;

  bool has_strong(std::string_view facet) const;
  bool joined(Span between, const Words& joiners) const;
  bool listed(const FacetPlace&, const FacetPlace&) const;
  bool names_a_thing(const FacetPlace&) const;
  bool gives_way(const TopicPlace&) const;
  bool is_cue(const TopicPlace&) const;

  void drop_unwanted();
  void share_names();
  void drop_told_facets();
  void drop_framed();

  const Utterance& u_;
  const QuestionPart& part_;
  TopicList topics_;
  FacetList facets_;
};

}  // namespace intents
