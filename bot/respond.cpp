// All that was asked, in order, and what to say to something that was told.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Topic;

// With one topic named, the other is the one talked about before, when it is of the same kind.
std::string other_to_compare(const Turn& t, const std::string& topic_id) {
  const Topic* topic = t.library.find_topic(topic_id);
  for (const auto& last : t.before.last_topics) {
    const Topic* other = t.library.find_topic(last.id);
    if (other != nullptr && other->id != topic_id && topic != nullptr &&
        other->kind == topic->kind) {
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

// The danger sign that the finding would raise to urgent by itself if it were told of now; null
// for none.
const knowledge::RedFlag* sign_raised_by(const knowledge::Library& library,
                                         const std::string& finding) {
  for (const auto& flag : library.red_flags()) {
    for (const auto& rule : flag.rules) {
      const auto& [all, any, at_least, none] = rule.when;
      const bool alone = all.size() == 1 && any.empty() && all.front() == finding;
      const bool one_of =
          all.empty() && at_least == 1 && std::find(any.begin(), any.end(), finding) != any.end();
      if ((alone || one_of) && rule.level >= knowledge::Level::kUrgent) return &flag;
    }
  }
  return nullptr;
}

bool asked_about_danger(const Turn& t) {
  const bool emergency_topic = std::any_of(
      t.plan.answered.begin(), t.plan.answered.end(),
      [](const TopicFacet& f) { return f.id == "cond-cauda-equina" || f.id == "sym-warning"; });
  return emergency_topic ||
         std::any_of(t.u.findings.begin(), t.u.findings.end(), [&](const intents::Mention& m) {
           return !m.active() && m.status.mode != intents::Mode::kIdiom &&
                  m.status.mode != intents::Mode::kReport &&
                  sign_raised_by(t.library, m.finding) != nullptr;
         });
}

// "What happens if you lose bladder control?" names no topic, only the sign: what is known of such
// signs is the answer.
bool answer_danger_question(Turn& t) {
  constexpr int kFewWords = 2;  // more words that we know nothing of: it is about them
  if (t.u.scope.uncovered > kFewWords) return false;
  for (const auto& mention : t.u.findings) {
    const bool asked = mention.status.mode == intents::Mode::kQuestion ||
                       mention.status.mode == intents::Mode::kHypothetical;
    const auto* flag = asked ? sign_raised_by(t.library, mention.finding) : nullptr;
    if (flag == nullptr) continue;
    const bool cauda_equina = flag->id.starts_with("ces_");
    if (!add_answer(t, cauda_equina ? "cond-cauda-equina" : "sym-warning", "")) continue;
    t.say("info_if_now");
    return true;
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
  const bool told =
      std::find(t.before.said.begin(), t.before.said.end(), "safety_net") != t.before.said.end();
  if (!advice || (told && !reports_pain(t))) return;
  t.say(t.duration_days() > 84 ? "safety_net_long" : "safety_net");
  t.plan.next.said.push_back("safety_net");
}

// What people ask next: of a massage other things than of a slipped disc.
std::vector<const char*> next_steps(const Topic& topic) {
  using enum knowledge::TopicKind;
  // Self-care and exercises are no next steps there.
  if (topic.id == "cond-cauda-equina") return {"symptoms", "treatment", "prognosis"};
  switch (topic.kind) {
    case kTreatment:
    case kMedicine:
    case kProcedure:
    case kExercise:
    case kProfession:
      return {"evidence", "procedure", "risks", "who_should_not", "recovery"};
    case kPrevention:
      return {"self_care", "exercise", "evidence"};
    case kAbout:
    case kStatistic:
      return {};
    default:
      return {"self_care", "exercise",          "causes",  "treatment",
              "prognosis", "when_to_seek_help", "evidence"};
  }
}

// At most three next steps that fit: what the topic can still answer.
void add_offers(Turn& t) {
  if (t.plan.answered.empty() || t.in_crisis()) return;
  const TopicFacet& last = t.plan.answered.back();
  const Topic* topic = t.library.find_topic(last.id);
  if (topic == nullptr) return;
  for (const auto* facet : next_steps(*topic)) {
    const TopicFacet offer{topic->id, facet};
    const bool told = std::find(t.plan.next.said.begin(), t.plan.next.said.end(),
                                topic->id + "/" + facet) != t.plan.next.said.end();
    const bool now =
        std::find(t.plan.answered.begin(), t.plan.answered.end(), offer) != t.plan.answered.end();
    if (topic->facets.contains(facet) && !told && !now && t.plan.offers.size() < 3) {
      t.plan.offers.push_back(offer);
    }
  }
}

// "I'm on warfarin", "I'm 72": noted, and what it changes in the last answer is said.
bool note_fact(Turn& t) {
  const bool told = std::any_of(t.u.findings.begin(), t.u.findings.end(),
                                [](const intents::Mention& m) { return m.active(); }) ||
                    t.u.values.age || !t.u.values.durations.empty() || t.u.values.severity;
  if (!told || t.before.last_topics.empty() || t.u.scope.elsewhere > 0) return false;
  t.say("fact_noted");
  const TopicFacet& last = t.before.last_topics.front();
  if (const Topic* topic = t.library.find_topic(last.id)) add_cautions(t, *topic, last.facet);
  t.plan.answered.push_back(last);
  add_offers(t);
  return true;
}

}  // namespace

bool answer_queries(Turn& t) {
  const bool names_topic = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                       [](const auto& q) { return !q.topic.empty(); });
  if (!names_topic && t.in_crisis()) return false;
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
  if (!pain && t.u.queries.empty()) return note_fact(t);
  if (!in_subject(t)) return false;
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
