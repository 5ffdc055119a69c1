// All that was asked, in order, and what to say to something that was told.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Topic;

// With one topic named, the other is the one talked about before, when it is of the same kind.
std::string other_to_compare(const Turn& t, const std::string& topic_id) {
  const Topic* topic = t.library.find_topic(topic_id);
  std::vector<TopicFacet> earlier(t.plan.answered.rbegin(), t.plan.answered.rend());
  earlier.insert(earlier.end(), t.before.last_topics.begin(), t.before.last_topics.end());
  for (const auto& last : earlier) {
    const Topic* other = t.library.find_topic(last.id);
    if (other != nullptr && other->id != topic_id && topic != nullptr &&
        other->kind == topic->kind) {
      return other->id;
    }
  }
  return "";
}

bool is_help(const Topic& topic) {
  using enum knowledge::TopicKind;
  return topic.kind == kMedicine || topic.kind == kTreatment || topic.kind == kProcedure ||
         topic.kind == kExercise || topic.kind == kProfession;
}

// A message with a topic but no facet takes the facet of the last answer only after "what about"
// or "no, I meant". From a remedy to a place ("and for my neck?") the question is what helps there.
std::string carried_facet(const Turn& t, const Topic& topic, const std::string& facet) {
  const bool goes_on = t.u.has_act("follow_on") || t.u.has_act("correction");
  if (!facet.empty() || !goes_on || t.before.last_topics.empty()) return facet;
  const TopicFacet& last = t.before.last_topics.front();
  const Topic* from = t.library.find_topic(last.id);
  if (from == nullptr) return facet;
  if (is_help(*from) && !is_help(topic)) {
    return from->kind == knowledge::TopicKind::kExercise ? "exercise" : "treatment";
  }
  if (last.facet == "comparison" && other_to_compare(t, topic.id).empty()) return facet;
  return is_help(*from) == is_help(topic) && topic.facets.contains(last.facet) ? last.facet : facet;
}

// The same two asked about again: what the studies say of each, not the same table.
void compare_again(Turn& t, const std::string& a, const std::string& b) {
  t.say("compare_again");
  for (const auto& id : {a, b}) {
    t.say("compare_side", {{"topic", t.library.find_topic(id)->title}});
    add_answer(t, id, "evidence");
  }
}

bool compared_last(const Turn& t, const std::string& a, const std::string& b) {
  const auto& last = t.before.last_topics;
  const auto is = [](const TopicFacet& f, const std::string& id) {
    return f == TopicFacet{id, "comparison"};
  };
  return last.size() > 1 &&
         ((is(last[0], a) && is(last[1], b)) || (is(last[0], b) && is(last[1], a)));
}

bool answer_one(Turn& t, const intents::Query& query) {
  const std::string id = query.topic.empty() ? topic_for(t, query.facet) : query.topic;
  const Topic* topic = t.library.find_topic(id);
  if (topic == nullptr) return false;
  const std::string facet = carried_facet(t, *topic, query.facet);
  std::string other = query.other_topic;
  if (facet == "comparison" && other.empty()) other = other_to_compare(t, id);
  if (other.empty() || t.library.find_topic(other) == nullptr) return add_answer(t, id, facet);
  if (compared_last(t, id, other)) {
    compare_again(t, id, other);
  } else {
    add_comparison(t, id, other);
  }
  return true;
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

void offer_to_listen(Turn& t) {
  t.say("info_if_now");
  t.note_said("info_if_now");
}

// "What happens if you lose bladder control?" names no topic, only the sign: what is known of such
// signs is the answer.
bool answer_danger_question(Turn& t) {
  if (!t.about_nothing_else()) return false;
  for (const auto& mention : t.u.findings) {
    const bool asked = mention.status.mode == intents::Mode::kQuestion ||
                       mention.status.mode == intents::Mode::kHypothetical;
    const auto* flag = asked ? sign_raised_by(t.library, mention.finding) : nullptr;
    if (flag == nullptr) continue;
    const bool cauda_equina = flag->id.starts_with("ces_");
    if (!add_answer(t, cauda_equina ? "cond-cauda-equina" : "sym-warning", "")) continue;
    offer_to_listen(t);
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
  if (asked_about_danger(t)) return offer_to_listen(t);
  const bool advice = std::any_of(t.plan.answered.begin(), t.plan.answered.end(),
                                  [](const TopicFacet& f) { return is_advice(f.facet); });
  const bool told = t.has_said("safety_net");
  if (!advice || (told && !reports_pain(t))) return;
  t.say(t.duration_days() > 84 ? "safety_net_long" : "safety_net");
  t.plan.next.said.push_back("safety_net");
}

// "My son is 12 and has back pain": a report, though it may read like a question.
bool tells_pain_only(const Turn& t) {
  const auto& words = t.u.utterance.words;
  const bool marked =
      std::any_of(words.begin(), words.end(), [](const auto& w) { return w.question; });
  return reports_pain(t) && !marked && !t.u.has_act("follow_on") &&
         std::all_of(t.u.queries.begin(), t.u.queries.end(), [](const auto& query) {
           return query.facet.empty() && query.other_topic.empty();
         });
}

// "Should I leave him?" is no question about backs.
bool asks_in_private(const Turn& t) {
  return t.raised(kPrivateFlag) && !reports_pain(t) &&
         std::all_of(t.u.queries.begin(), t.u.queries.end(), [](const auto& query) {
           return query.facet.empty() || query.facet == "treatment";
         });
}

}  // namespace

bool answer_queries(Turn& t) {
  if (!t.names_topic() && (t.in_crisis() || asks_in_private(t))) return false;
  if (!t.names_topic() && answer_danger_question(t)) return true;
  if (!in_subject(t)) return false;
  std::vector<intents::Query> asked;
  const bool any_asked = std::any_of(t.u.queries.begin(), t.u.queries.end(),
                                     [](const auto& q) { return q.asked || !q.facet.empty(); });
  for (const auto& query : t.u.queries) {
    // Told facts beside a question ("I have sciatica. What helps?") are no questions of their own.
    if (any_asked && !query.asked && query.facet.empty()) continue;
    asked.push_back(query);
  }
  if (!any_asked || tells_pain_only(t)) return false;
  if (reports_pain(t) && t.before.turn <= 1) {
    t.say("empathy");
  }
  if (t.u.has_act("correction") && t.names_topic()) t.say("correction_noted");
  bool answered = false;
  for (const auto& query : asked) answered = answer_one(t, query) || answered;
  if (!answered) return false;
  add_safety_net(t);
  add_offers(t, t.plan.answered.empty() ? "" : t.plan.answered.back().id);
  return true;
}

// "My lower back hurts when I sit all day": a line of empathy, what helps, and on from there.
bool respond_to_statement(Turn& t) {
  const bool pain = reports_pain(t);
  if (!pain && (t.u.queries.empty() || tells_fact_only(t))) {
    if (note_fact(t)) return true;
    if (t.u.queries.empty()) return false;
  }
  const bool personal = t.in_crisis() || asks_in_private(t);
  if (!in_subject(t) || (personal && !t.names_topic())) return false;
  std::string id = topic_in_context(t);
  if (!t.u.queries.empty() && !t.u.queries.front().topic.empty()) id = t.u.queries.front().topic;
  const Topic* topic = t.library.find_topic(id);
  if (topic == nullptr) return false;
  if (t.u.has_act("correction")) {
    t.say("correction_noted");
  } else if (pain) {
    t.say("empathy");
  }
  // A follow-on ("and for my neck?") keeps the facet; a bare topic asks what it is.
  std::string facet =
      carried_facet(t, *topic, t.u.queries.empty() ? "" : t.u.queries.front().facet);
  if (facet.empty() && pain) facet = best_facet(*topic, "self_care");
  if (!add_answer(t, id, facet)) return false;
  add_safety_net(t);
  add_offers(t, id);
  return true;
}

}  // namespace bot
