// One answer: the facet of a topic that fits, its cautions, a comparison.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Topic;
using knowledge::TopicKind;

// Where an answer may stand when the facet itself has none. The first that exists is taken.
const std::map<std::string, std::vector<std::string>> kNearFacets = {
    {"", {"definition", "procedure", "self_care", "causes", "evidence"}},
    {"definition", {"causes", "procedure", "symptoms"}},
    {"causes", {"definition", "statistics"}},
    {"symptoms", {"definition", "when_to_seek_help"}},
    {"diagnosis", {"symptoms", "definition"}},
    {"treatment", {"self_care", "exercise", "procedure", "evidence", "definition"}},
    {"self_care", {"treatment", "exercise", "prevention", "procedure"}},
    {"exercise", {"self_care", "treatment", "procedure", "prevention"}},
    {"prevention", {"self_care", "exercise", "causes"}},
    {"prognosis", {"recovery", "treatment", "definition"}},
    {"recovery", {"prognosis", "procedure", "treatment"}},
    {"procedure", {"treatment", "definition", "self_care", "exercise"}},
    {"when_to_seek_help", {"risks", "symptoms", "who_helps", "definition"}},
    {"evidence", {"treatment", "self_care", "definition", "procedure"}},
    {"statistics", {"prognosis", "definition", "causes"}},
    {"comparison", {"definition", "evidence"}},
    {"who_helps", {"treatment", "when_to_seek_help", "diagnosis", "definition"}},
    {"risks", {"who_should_not", "when_to_seek_help", "evidence"}},
    {"who_should_not", {"risks", "when_to_seek_help", "evidence"}}};

bool is_medicine(const Topic& topic) { return topic.kind == TopicKind::kMedicine; }

// Medicines and exercises are not for us to tell the young.
bool for_adults_only(const Topic& topic, const std::string& facet) {
  return is_medicine(topic) || topic.kind == TopicKind::kExercise || facet == "exercise" ||
         facet == "treatment";
}

// How-to content that waits while somebody should be checked.
bool is_how_to(const Topic& topic, const std::string& facet) {
  const bool body_work = topic.kind == TopicKind::kExercise || topic.id.starts_with("cam-") ||
                         topic.id.starts_with("home-") || topic.id.starts_with("ex-");
  return facet == "exercise" || facet == "self_care" ||
         (body_work && (facet.empty() || facet == "procedure" || facet == "treatment"));
}

}  // namespace

// "Upper vs lower back pain" and "exercises for back pain" name pain but report none: a question
// without a word of a person or a hurting verb is about pain in general.
bool reports_pain(const Turn& t) {
  if (!t.u.has_active("any_spine_pain")) return false;
  static constexpr std::string_view kPersonal[] = {
      "i",   "im",   "ive", "my",  "me",    "mine",    "myself", "he",     "she",     "his",  "her",
      "hes", "shes", "we",  "our", "hurts", "hurting", "aches",  "aching", "killing", "agony"};
  const bool asked = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                 [](const intents::Query& q) { return !q.facet.empty(); });
  const auto& words = t.u.utterance.words;
  const bool personal = std::any_of(words.begin(), words.end(), [](const intents::Word& word) {
    return std::find(std::begin(kPersonal), std::end(kPersonal), word.text) != std::end(kPersonal);
  });
  return personal || !asked;
}

namespace {

std::string region_told(const Turn& t) {
  const auto region = t.before.facts.find("region");
  if (region != t.before.facts.end()) {
    const std::string id = "region-" + region->second;
    if (t.library.find_topic(id) != nullptr) return id;
    if (region->second == "tailbone") return "region-tailbone-sacrum";
    if (region->second == "leg" || region->second == "buttock") return "type-radicular";
  }
  return "region-overview";
}

}  // namespace

std::string topic_in_context(const Turn& t) {
  return t.before.last_topics.empty() ? region_told(t) : t.before.last_topics.front().id;
}

std::string topic_for(const Turn& t, const std::string& facet) {
  static constexpr std::string_view kOfTroubles[] = {"exercise", "symptoms", "causes", "diagnosis",
                                                     "self_care"};
  const std::string id = topic_in_context(t);
  const Topic* topic = t.library.find_topic(id);
  const bool of_troubles =
      std::find(std::begin(kOfTroubles), std::end(kOfTroubles), facet) != std::end(kOfTroubles);
  const bool remedy = topic != nullptr && (topic->kind == TopicKind::kMedicine ||
                                           topic->kind == TopicKind::kTreatment ||
                                           topic->kind == TopicKind::kProcedure);
  if (!of_troubles || !remedy) return id;
  if (facet != "exercise" && topic->facets.contains(facet)) return id;
  for (const auto& last : t.before.last_topics) {
    const Topic* earlier = t.library.find_topic(last.id);
    const bool trouble = earlier != nullptr && (earlier->kind == TopicKind::kCondition ||
                                                earlier->kind == TopicKind::kRegion);
    if (trouble && earlier->facets.contains(facet)) return last.id;
  }
  return region_told(t);
}

std::string best_facet(const Topic& topic, const std::string& facet) {
  if (topic.facets.contains(facet)) return facet;
  const auto near = kNearFacets.find(facet);
  if (near != kNearFacets.end()) {
    for (const auto& other : near->second) {
      if (topic.facets.contains(other)) return other;
    }
  }
  return topic.facets.empty() ? "" : topic.facets.begin()->first;
}

void add_cautions(Turn& t, const Topic& topic, const std::string& facet) {
  const bool active_help = is_medicine(topic) || is_how_to(topic, facet) || facet == "treatment" ||
                           topic.kind == TopicKind::kTreatment;
  if (!active_help) return;
  const auto say_once = [&](const char* reply) {
    const bool said = std::any_of(t.plan.steps.begin(), t.plan.steps.end(), [&](const Step& step) {
      const auto* say = std::get_if<Say>(&step);
      return say != nullptr && say->reply == reply;
    });
    if (!said) t.say(reply);
  };
  if (t.has("child") && for_adults_only(topic, facet)) say_once("child_note");
  if (t.has("pregnant") && topic.id != "preg-back") say_once("pregnancy_note");
  const bool anti_inflammatory =
      topic.id == "med-nsaid" || topic.id == "med-aspirin" || topic.id == "home-nsaid-otc";
  if (t.has("blood_thinner") && (anti_inflammatory || facet == "treatment")) {
    say_once("thinner_note");
  }
}

void add_comparison(Turn& t, const std::string& a, const std::string& b) {
  const Topic* left = t.library.find_topic(a);
  const Topic* right = t.library.find_topic(b);
  t.say("comparison_intro", {{"a", left->title}, {"b", right->title}});
  t.plan.steps.push_back(Compare{a, b});
  t.plan.answered.push_back({a, "comparison"});
  t.plan.answered.push_back({b, "comparison"});
}

bool add_answer(Turn& t, const std::string& topic_id, const std::string& facet) {
  const Topic* topic = t.library.find_topic(topic_id);
  if (topic == nullptr) return false;
  if (t.must_be_checked() && is_how_to(*topic, facet)) {
    t.say(t.in_crisis() ? "crisis_first" : "card_howto_waits");
    return true;
  }
  const std::string found = best_facet(*topic, facet);
  if (found.empty()) return false;
  add_cautions(t, *topic, found);
  if (t.has("child") && for_adults_only(*topic, found))
    return t.plan.answered.push_back({topic_id, found}), true;
  // Never the same words twice in a row without saying so.
  const bool again =
      !t.before.last_topics.empty() && t.before.last_topics.front() == TopicFacet{topic_id, found};
  if (again) t.say("repeat_prefix");
  if (found != facet && !facet.empty()) t.say("no_answer_facet", {{"topic", topic->title}});
  const bool steps =
      topic->exercise && (facet.empty() || found == "procedure" || facet == "exercise");
  t.plan.steps.push_back(AnswerFacet{topic_id, found});
  if (steps) t.plan.steps.push_back(ExerciseSteps{topic_id});
  t.plan.answered.push_back({topic_id, found});
  return true;
}

}  // namespace bot
