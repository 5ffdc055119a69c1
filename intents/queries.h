// From topics and facets to what is asked: which facet belongs to which topic, part by part.
//
// Pure. Rules, in order, for each clause: a comparison takes the two topics around it; one facet
// goes to every topic; several facets go to the nearest topic each; a facet without a topic takes
// the topic told just before it; a region ("my lower back") gives way to anything more special.
#pragma once

#include <vector>

#include "intents/facets.h"
#include "intents/topic_names.h"
#include "intents/understanding.h"

namespace intents {

std::vector<Query> find_queries(const Utterance&, const std::vector<TopicPlace>&,
                                const std::vector<FacetPlace>&);

}  // namespace intents
