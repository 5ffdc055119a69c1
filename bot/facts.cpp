// What somebody tells of themselves beside a question: noted, with what it changes.
#include "bot/about_whom.h"
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Topic;

// A circumstance that changes what is advised: it needs no pain told with it.
bool is_circumstance(std::string_view finding) {
  static constexpr std::string_view kFindings[] = {
      "pregnant",    "blood_thinner", "osteoporosis", "cancer_history",
      "steroid_use", "diabetes",      "after_birth",  "child"};
  return std::find(std::begin(kFindings), std::end(kFindings), finding) != std::end(kFindings);
}

bool tells_circumstance(const Turn& t) {
  return std::any_of(t.u.findings.begin(), t.u.findings.end(), [](const intents::Mention& m) {
    return m.active() && is_circumstance(m.finding);
  });
}

// Numbness, tingling or pain newly told of an arm or leg.
bool tells_of_a_limb(const Turn& t) {
  static constexpr std::string_view kLimbs[] = {"numb_one_limb", "leg_pain", "one_leg_pain",
                                                "pain_both_legs"};
  return std::any_of(std::begin(kLimbs), std::end(kLimbs),
                     [&](std::string_view finding) { return t.u.has_active(finding); });
}

// "It's for my mum."
bool names_other_only(const Turn& t) {
  constexpr size_t kFew = 8;
  return t.u.findings.empty() && t.u.queries.empty() && t.u.utterance.words.size() <= kFew &&
         about_whom(t.u.utterance) == Whom::kOther && t.about_nothing_else() &&
         (t.u.has_act("correction") || t.u.has_act("follow_on"));
}

}  // namespace

bool tells_fact_only(const Turn& t) {
  const bool asked = std::any_of(t.u.queries.begin(), t.u.queries.end(), [](const auto& query) {
    return query.asked || !query.facet.empty();
  });
  return !asked && tells_circumstance(t) && t.u.scope.back == 0;
}

bool note_fact(Turn& t) {
  if (names_other_only(t)) return t.say("subject_other"), true;
  const bool circumstance = tells_circumstance(t) && t.about_nothing_else();
  const bool told = std::any_of(t.u.findings.begin(), t.u.findings.end(),
                                [](const intents::Mention& m) { return m.active(); }) ||
                    t.u.values.age || !t.u.values.durations.empty() || t.u.values.severity;
  const bool talk_goes_on = !t.before.last_topics.empty() && t.u.scope.elsewhere == 0;
  const bool numb = t.u.has_active("numb_one_limb");
  if (!circumstance && !numb && (!told || !talk_goes_on)) return false;
  t.say("fact_noted");
  const TopicFacet last =
      t.before.last_topics.empty() ? TopicFacet{} : t.before.last_topics.front();
  if ((numb || (tells_of_a_limb(t) && talk_goes_on)) && last.id != "type-radicular" &&
      !t.urgent()) {
    t.plan.next.screen_due = true;
    add_answer(t, "type-radicular", "");
    add_offers(t, "type-radicular");
    return true;
  }
  if (last.id.empty()) return t.say("fact_then_what"), true;
  const Topic* topic = t.library.find_topic(last.id);
  if (circumstance && topic != nullptr) add_cautions(t, *topic, last.facet);
  add_offers(t, last.id);
  return true;
}

}  // namespace bot
