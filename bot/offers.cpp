// What the reply offers to go on with, and what "the second one" then means.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Topic;
using knowledge::TopicKind;

constexpr size_t kMostOffers = 3;
constexpr size_t kFewWords = 5;  // "the second one please"; more, and it is a sentence of its own

// What people ask next: of a massage other things than of a slipped disc.
std::vector<const char*> next_steps(const Topic& topic) {
  using enum knowledge::TopicKind;
  // Self-care and exercises are no next steps there.
  if (topic.id == "cond-cauda-equina") return {"symptoms", "treatment", "prognosis"};
  // "How back pain usually goes" and the like stand in no question.
  for (const auto* word : {"How ", "What ", "When ", "Warning "}) {
    if (topic.title.starts_with(word)) return {};
  }
  switch (topic.kind) {
    case kTreatment:
    case kMedicine:
    case kProcedure:
    case kExercise:
    case kProfession:
      return {"evidence", "procedure", "risks", "who_should_not", "recovery"};
    case kPrevention:
      return {"self_care", "exercise", "evidence"};
    case kAnatomy:
      return {"when_to_seek_help"};
    case kAbout:
      return {};
    default:
      return {"self_care", "exercise",          "causes",  "treatment",
              "prognosis", "when_to_seek_help", "evidence"};
  }
}

// What waits until somebody has been checked is not offered meanwhile.
bool waits(const Turn& t, std::string_view facet) {
  if (t.has("child") && facet == "exercise") return true;
  return t.must_be_checked() && (facet == "self_care" || facet == "exercise");
}

bool was_told(const Turn& t, const TopicFacet& offer) {
  const auto& said = t.plan.next.said;
  const auto& answered = t.plan.answered;
  return std::find(said.begin(), said.end(), offer.id + "/" + offer.facet) != said.end() ||
         std::find(answered.begin(), answered.end(), offer) != answered.end();
}

}  // namespace

void add_offers(Turn& t, const std::string& topic_id) {
  const Topic* topic = t.library.find_topic(topic_id);
  if (topic == nullptr || t.in_crisis()) return;
  for (const auto* facet : next_steps(*topic)) {
    const TopicFacet offer{topic->id, facet};
    if (!topic->facets.contains(facet) || was_told(t, offer) || waits(t, facet)) continue;
    if (t.plan.offers.size() < kMostOffers) t.plan.offers.push_back(offer);
  }
  if (t.plan.offers.empty() && topic->facets.size() > 1) t.plan.quick = {"quick_more"};
}

// Of a comparison its two sides can be chosen, else what was offered as a next step.
void keep_offered(Turn& t) {
  auto& offered = t.plan.next.offered;
  offered.clear();
  const auto& answered = t.plan.answered;
  if (answered.size() == 2 && answered.front().facet == answered.back().facet) {
    for (const auto& side : answered) offered.push_back(side.id + "/");
    return;
  }
  for (const auto& offer : t.plan.offers) offered.push_back(offer.id + "/" + offer.facet);
}

bool answer_choice(Turn& t) {
  if (!t.u.values.choice || t.resolved.outcome != Outcome::kNone) return false;
  if (t.u.utterance.words.size() > kFewWords) return false;
  const auto index = t.u.values.chosen_of(t.before.offered.size());
  if (!index) return t.say("which_one"), true;
  const std::string& chosen = t.before.offered[*index];
  const size_t slash = chosen.find('/');
  const std::string topic = chosen.substr(0, slash);
  if (!add_answer(t, topic, slash == std::string::npos ? "" : chosen.substr(slash + 1)))
    return false;
  add_offers(t, topic);
  return true;
}

}  // namespace bot
