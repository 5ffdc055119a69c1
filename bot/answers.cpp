// What was asked, all of it, and what to say to a plain statement.
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

// How-to content that waits while somebody should be checked.
bool is_how_to(const Topic& topic, const std::string& facet) {
  const bool body_work = topic.kind == TopicKind::kExercise || topic.id.starts_with("cam-") ||
                         topic.id.starts_with("home-") || topic.id.starts_with("ex-");
  return facet == "exercise" || facet == "self_care" ||
         (body_work && (facet.empty() || facet == "procedure" || facet == "treatment"));
}

// What the person told before shapes the answer: a short caution goes with it.
void add_cautions(Turn& t, const Topic& topic, const std::string& facet) {
  const bool active_help = is_medicine(topic) || is_how_to(topic, facet) ||
                           topic.kind == TopicKind::kTreatment;
  if (!active_help) return;
  if (t.has("child")) t.say("child_note");
  if (t.has("pregnant")) t.say("pregnancy_note");
  const bool anti_inflammatory = topic.id == "med-nsaid" || topic.id == "med-aspirin" ||
                                 topic.id == "home-nsaid-otc";
  if (t.has("blood_thinner") && (anti_inflammatory || facet == "treatment")) t.say("thinner_note");
}

void add_comparison(Turn& t, const std::string& a, const std::string& b) {
  const Topic* left = t.library.find_topic(a);
  const Topic* right = t.library.find_topic(b);
  t.say("comparison_intro", {{"a", left->title}, {"b", right->title}});
  t.plan.steps.push_back(Compare{a, b});
  t.plan.answered.push_back({a, "comparison"});
  t.plan.answered.push_back({b, "comparison"});
}

// With one topic named, the other is the one talked about before, when it is of the same kind.
std::string other_to_compare(const Turn& t, const std::string& topic_id) {
  const Topic* topic = t.library.find_topic(topic_id);
  for (const auto& last : t.before.last_topics) {
    const Topic* other = t.library.find_topic(last.id);
    if (other != nullptr && other->id != topic_id && topic != nullptr && other->kind == topic->kind) {
      return other->id;
    }
  }
  return "";
}

// A message with a topic but no facet takes the facet of the last answer only after "what about".
std::string carried_facet(const Turn& t, const intents::Query& query) {
  if (!query.facet.empty() || !t.u.has_act("follow_on") || t.before.last_topics.empty()) {
    return query.facet;
  }
  return t.before.last_topics.front().facet;
}

bool answer_one(Turn& t, const intents::Query& query) {
  std::string topic = query.topic.empty() ? topic_in_context(t) : query.topic;
  if (t.library.find_topic(topic) == nullptr) return false;
  std::string other = query.other_topic;
  if (query.facet == "comparison" && other.empty()) other = other_to_compare(t, topic);
  if (!other.empty() && t.library.find_topic(other) != nullptr) {
    add_comparison(t, topic, other);
    return true;
  }
  return add_answer(t, topic, carried_facet(t, query));
}

// A finding that would be urgent by itself if it were told of now.
bool is_danger_sign(const knowledge::Library& library, const std::string& finding) {
  for (const auto& flag : library.red_flags()) {
    for (const auto& rule : flag.rules) {
      const bool alone = rule.when.all.size() == 1 && rule.when.any.empty() &&
                         rule.when.all.front() == finding;
      if (alone && rule.level >= knowledge::Level::kUrgent) return true;
    }
  }
  return false;
}

bool asked_about_danger(const Turn& t) {
  const bool emergency_topic =
      std::any_of(t.plan.answered.begin(), t.plan.answered.end(), [](const TopicFacet& f) {
        return f.id == "cond-cauda-equina" || f.id == "sym-warning";
      });
  return emergency_topic ||
         std::any_of(t.u.findings.begin(), t.u.findings.end(), [&](const intents::Mention& m) {
           return !m.active() && m.status.mode != intents::Mode::kIdiom &&
                  m.status.mode != intents::Mode::kReport &&
                  is_danger_sign(t.library, m.finding);
         });
}

// "What happens if you lose bladder control?" names no topic, only the sign: what is known of such
// signs is the answer.
bool answer_danger_question(Turn& t) {
  for (const auto& mention : t.u.findings) {
    const bool asked = mention.status.mode == intents::Mode::kQuestion ||
                       mention.status.mode == intents::Mode::kHypothetical;
    if (!asked) continue;
    for (const auto& flag : t.library.red_flags()) {
      const bool raises = std::any_of(flag.rules.begin(), flag.rules.end(), [&](const auto& rule) {
        const auto names = [&](const std::vector<std::string>& terms) {
          return std::find(terms.begin(), terms.end(), mention.finding) != terms.end();
        };
        return rule.level >= knowledge::Level::kUrgent &&
               (names(rule.when.all) || names(rule.when.any));
      });
      if (!raises) continue;
      const bool cauda_equina = flag.id.starts_with("ces_");
      if (!add_answer(t, cauda_equina ? "cond-cauda-equina" : "sym-warning", "")) continue;
      t.say("info_if_now");
      return true;
    }
  }
  return false;
}

bool is_advice(const std::string& facet) {
  return facet == "self_care" || facet == "treatment" || facet == "exercise" ||
         facet == "prognosis";
}

void add_safety_net(Turn& t) {
  if (t.urgent()) return;
  if (asked_about_danger(t)) return t.say("info_if_now");
  const bool advice = std::any_of(t.plan.answered.begin(), t.plan.answered.end(),
                                  [](const TopicFacet& f) { return is_advice(f.facet); });
  const bool told = std::find(t.before.said.begin(), t.before.said.end(), "safety_net") !=
                    t.before.said.end();
  if (!advice || (told && !reports_pain(t))) return;
  t.say(t.duration_days() > 84 ? "safety_net_long" : "safety_net");
  t.plan.next.said.push_back("safety_net");
}

// At most three next steps that fit: what the topic can still answer.
void add_offers(Turn& t) {
  if (t.plan.answered.empty()) return;
  const TopicFacet& last = t.plan.answered.back();
  const Topic* topic = t.library.find_topic(last.id);
  if (topic == nullptr) return;
  for (const auto* facet : {"self_care", "exercise", "causes", "treatment", "prognosis",
                            "when_to_seek_help", "evidence", "risks", "recovery"}) {
    const TopicFacet offer{topic->id, facet};
    const bool told = std::find(t.plan.next.said.begin(), t.plan.next.said.end(),
                                topic->id + "/" + facet) != t.plan.next.said.end();
    const bool now = std::find(t.plan.answered.begin(), t.plan.answered.end(), offer) !=
                     t.plan.answered.end();
    if (topic->facets.contains(facet) && !told && !now && t.plan.offers.size() < 3) {
      t.plan.offers.push_back(offer);
    }
  }
}

}  // namespace

// "Upper vs lower back pain" and "exercises for back pain" name pain but report none: a question
// without a word of a person or a hurting verb is about pain in general.
bool reports_pain(const Turn& t) {
  if (!t.u.has_active("any_spine_pain")) return false;
  static constexpr std::string_view kPersonal[] = {
      "i",  "im",  "ive", "my",  "me",   "mine", "myself", "he",    "she",   "his",    "her",
      "hes", "shes", "we", "our", "hurts", "hurting", "aches", "aching", "killing", "agony"};
  const bool asked = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                 [](const intents::Query& q) { return !q.facet.empty(); });
  const auto& words = t.u.utterance.words;
  const bool personal = std::any_of(words.begin(), words.end(), [](const intents::Word& word) {
    return std::find(std::begin(kPersonal), std::end(kPersonal), word.text) != std::end(kPersonal);
  });
  return personal || !asked;
}

std::string topic_in_context(const Turn& t) {
  if (!t.before.last_topics.empty()) return t.before.last_topics.front().id;
  const auto region = t.before.facts.find("region");
  if (region != t.before.facts.end()) {
    const std::string id = "region-" + region->second;
    if (t.library.find_topic(id) != nullptr) return id;
    if (region->second == "tailbone") return "region-tailbone-sacrum";
    if (region->second == "leg" || region->second == "buttock") return "type-radicular";
  }
  return "region-overview";
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

bool add_answer(Turn& t, const std::string& topic_id, const std::string& facet) {
  const Topic* topic = t.library.find_topic(topic_id);
  if (topic == nullptr) return false;
  if (t.urgent() && !t.all_checked() && is_how_to(*topic, facet)) {
    t.say("card_howto_waits");
    return true;
  }
  const std::string found = best_facet(*topic, facet);
  if (found.empty()) return false;
  if (found != facet && !facet.empty()) t.say("no_answer_facet", {{"topic", topic->title}});
  const bool steps = topic->exercise && (facet.empty() || found == "procedure" || facet == "exercise");
  t.plan.steps.push_back(AnswerFacet{topic_id, found});
  if (steps) t.plan.steps.push_back(ExerciseSteps{topic_id});
  t.plan.answered.push_back({topic_id, found});
  add_cautions(t, *topic, found);
  return true;
}

bool answer_queries(Turn& t) {
  const bool names_topic = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                       [](const auto& q) { return !q.topic.empty(); });
  if (!names_topic && answer_danger_question(t)) return true;
  if (!in_subject(t)) return false;
  std::vector<intents::Query> asked;
  const bool any_asked = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                     [](const auto& q) { return q.asked || !q.facet.empty(); });
  for (const auto& query : t.u.queries) {
    // Told facts beside a question ("I have sciatica. What helps?") are no questions of their own.
    if (any_asked && !query.asked && query.facet.empty()) continue;
    asked.push_back(query);
  }
  if (!any_asked) return false;
  if (reports_pain(t) && t.before.turn <= 1) {
    t.say(t.has("any_spine_pain") &&
                  t.before.findings.at("any_spine_pain").status.who == intents::Who::kOther
              ? "empathy_carer"
              : "empathy");
  }
  bool answered = false;
  for (const auto& query : asked) answered = answer_one(t, query) || answered;
  if (!answered) return false;
  add_safety_net(t);
  add_offers(t);
  return true;
}

// "My lower back hurts when I sit all day": a line of empathy, what helps, and on from there.
bool respond_to_statement(Turn& t) {
  const bool pain = reports_pain(t);
  if ((!pain && t.u.queries.empty()) || !in_subject(t)) return false;
  std::string topic = topic_in_context(t);
  if (!t.u.queries.empty() && !t.u.queries.front().topic.empty()) topic = t.u.queries.front().topic;
  const Topic* found = t.library.find_topic(topic);
  if (found == nullptr) return false;
  if (pain) {
    const bool other = t.before.findings.at("any_spine_pain").status.who == intents::Who::kOther;
    t.say(other ? "empathy_carer" : "empathy");
  }
  // A follow-on ("and for my neck?") keeps the facet; a bare topic asks what it is.
  const std::string facet = t.u.has_act("follow_on") && !t.before.last_topics.empty()
                                ? t.before.last_topics.front().facet
                            : pain ? "self_care"
                                   : "";
  if (!add_answer(t, topic, facet)) return false;
  add_safety_net(t);
  add_offers(t);
  return true;
}

}  // namespace bot
