// What a topic is to a question: a place, a trouble, a cause, a remedy.
//
// By the family in its id ("cond-sciatica"). Pure.
#pragma once

#include <string>
#include <string_view>

#include "intents/facets.h"
#include "intents/topic_names.h"

namespace intents {

// The greater is what a question is about: "does heat help sciatica in my lower back" asks of heat.
enum class Role { kRegion, kAnatomy, kTrouble, kCause, kRemedy };

std::string_view family_of(const TopicPlace&);
Role role_of(const TopicPlace&);

// The facet a cue means of this topic ("is it dangerous" of a remedy: its risks).
std::string facet_for(const TopicPlace&, const FacetPlace&);

}  // namespace intents
