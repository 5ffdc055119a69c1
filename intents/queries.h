// From topics and facets to what is asked: which facet belongs to which topic, part by part.
//
// Pure. Rules, in order, for each part of the message (question_parts.h):
//  - a word that is a topic's whole name and a facet cue too ("exercises") is the cue when another
//    topic is named, else the name;
//  - a comparison takes the two topics that "or", "vs", "than" ... join;
//  - a remedy or a cause is asked about before the trouble it is for, a trouble before a place:
//    "does heat help sciatica in my lower back" asks about heat;
//  - facets that "and" or a comma joins are all asked, else the most special one is;
//  - a facet without a topic takes the topic told before it, or after it when it came first;
//  - a facet named in a told part ("I had treatment") asks nothing.
#pragma once

#include <vector>

#include "intents/facets.h"
#include "intents/topic_names.h"
#include "intents/understanding.h"

namespace intents {

std::vector<Query> find_queries(const Utterance&, const std::vector<TopicPlace>&,
                                const std::vector<FacetPlace>&);

}  // namespace intents
