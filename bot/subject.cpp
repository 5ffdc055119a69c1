// Is this message ours to answer? Backs and necks, and what goes with them.
//
// Many words are shared with the rest of medicine ("ibuprofen", "smoking", "scan"): such topics
// count only when the message or the talk is about the back, or when the message is about nothing
// else.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::TopicKind;

bool back_specific(const knowledge::Topic& topic) {
  switch (topic.kind) {
    case TopicKind::kRegion:
    case TopicKind::kAnatomy:
    case TopicKind::kExercise:
    case TopicKind::kAbout:
      return true;
    case TopicKind::kCondition:
      return topic.id.starts_with("cond-") && topic.id != "cond-osteoporosis-osteopenia" &&
             topic.id != "cond-fibromyalgia";
    default:
      return false;
  }
}

bool has_back_topic(const Turn& t) {
  return std::any_of(t.u.queries.begin(), t.u.queries.end(), [&](const intents::Query& query) {
    const knowledge::Topic* topic = t.library.find_topic(query.topic);
    return topic != nullptr && back_specific(*topic);
  });
}

// "Can ibuprofen cause a stomach ulcer?": other organs belong to what a medicine risks.
bool asks_risks(const Turn& t) {
  return std::any_of(t.u.queries.begin(), t.u.queries.end(), [](const intents::Query& query) {
    return !query.topic.empty() && (query.facet == "risks" || query.facet == "who_should_not");
  });
}

// "What exercises help?" asked of a bot for backs is about backs.
bool bare_question(const Turn& t) {
  static constexpr std::string_view kFacets[] = {"exercise", "self_care", "treatment", "prognosis",
                                                 "when_to_seek_help"};
  return t.u.scope.uncovered == 0 &&
         std::any_of(t.u.queries.begin(), t.u.queries.end(), [](const intents::Query& query) {
           return std::find(std::begin(kFacets), std::end(kFacets), query.facet) !=
                  std::end(kFacets);
         });
}

// Pain of the back or neck, or of a leg when nothing else of the body is named.
bool tells_of_the_back(const Turn& t) { return reports_pain(t) && t.u.scope.elsewhere == 0; }

}  // namespace

bool in_subject(const Turn& t) {
  const auto& scope = t.u.scope;
  if (scope.back > 0 || tells_of_the_back(t)) return true;
  const bool nothing_else = t.about_nothing_else();
  // "And in pregnancy?" goes on from what was answered.
  const bool goes_on = t.u.has_act("follow_on") && !t.before.last_topics.empty() && t.names_topic();
  if (scope.elsewhere > 0) return nothing_else && (asks_risks(t) || has_back_topic(t) || goes_on);
  if (has_back_topic(t)) return true;
  const bool talk_goes_on = !t.before.last_topics.empty() || t.has("any_spine_pain");
  return nothing_else && (t.names_topic() || talk_goes_on || bare_question(t));
}

}  // namespace bot
