// Commands in plain words, at any time: help, start over, more, why, forget me ...
#include "bot/question_id.h"
#include "bot/safety_screen.h"
#include "bot/turn.h"

namespace bot {

namespace {

bool any_whole(const Turn& t) {
  return std::any_of(t.u.acts.begin(), t.u.acts.end(),
                     [](const intents::Act& act) { return act.whole; });
}

// Small talk gives way to anything else that was said; a command proper does not. The part of a
// question that a whole command holds ("i don't know") is none.
bool something_else(const Turn& t) {
  const bool all_said = any_whole(t);
  const bool asked =
      std::any_of(t.u.queries.begin(), t.u.queries.end(),
                  [&](const intents::Query& query) { return !query.topic.empty() || !all_said; });
  return asked || reports_pain(t) ||
         std::any_of(t.u.findings.begin(), t.u.findings.end(),
                     [](const intents::Mention& m) { return m.active(); });
}

bool whole(const Turn& t, std::string_view id) {
  return std::any_of(t.u.acts.begin(), t.u.acts.end(),
                     [&](const intents::Act& act) { return act.id == id && act.whole; });
}

// What has been told stays only as far as the latch needs it.
void start_over(Turn& t) {
  const Conversation old = t.plan.next;
  Conversation fresh;
  fresh.turn = old.turn;
  fresh.level = old.level;
  fresh.action = old.action;
  fresh.red_flags = old.red_flags;
  fresh.raised = old.raised;
  fresh.checked = old.checked;
  for (const FiredRule& fired : t.disposition.fired) {
    for (const auto& id : fired.findings) {
      if (const auto it = old.findings.find(id); it != old.findings.end())
        fresh.findings.insert(*it);
    }
  }
  t.plan.next = std::move(fresh);
  t.say("start_over_done");
}

void forget(Turn& t) {
  const bool known = !t.before.findings.empty() || !t.before.last_topics.empty();
  const int turn = t.plan.next.turn;
  t.plan.next = Conversation{};
  t.plan.next.turn = turn;
  t.say(t.urgent() ? "forget_urgent" : known ? "forget_done" : "forget_none");
}

void what_is_known(Turn& t) {
  Items items;
  for (const auto& [id, known] : t.before.findings) {
    if (known.active() && !known.title.empty()) items.items.push_back(known.title);
  }
  for (const auto& [name, value] : t.before.facts) {
    if (name == "age") items.items.push_back("age " + value);
    if (name == "duration_days") items.items.push_back("pain for about " + value + " days");
    if (name == "side") items.items.push_back("side: " + value);
  }
  std::sort(items.items.begin(), items.items.end());
  items.items.erase(std::unique(items.items.begin(), items.items.end()), items.items.end());
  t.say(items.items.empty() ? "what_known_none" : "what_known_intro");
  if (!items.items.empty()) t.plan.steps.push_back(std::move(items));
}

// The next facet of the last topic that has not been told yet.
void tell_more(Turn& t) {
  if (t.before.last_topics.empty()) return t.say("help");
  const std::string topic_id = t.before.last_topics.front().id;
  const knowledge::Topic* topic = t.library.find_topic(topic_id);
  if (topic == nullptr) return t.say("help");
  for (const auto name : knowledge::kFacetNames) {
    const std::string facet(name);
    const bool told = t.has_said(topic_id + "/" + facet);
    if (!told && topic->facets.contains(facet)) {
      add_answer(t, topic_id, facet);
      return;
    }
  }
  t.say("more_none", {{"topic", topic->title}});
}

void tell_simpler(Turn& t) {
  const knowledge::Topic* topic = t.before.last_topics.empty()
                                      ? nullptr
                                      : t.library.find_topic(t.before.last_topics.front().id);
  const std::string told = topic == nullptr ? "" : topic->id + "/simpler";
  if (topic == nullptr || t.has_said(told)) return t.say("simpler_none");
  t.say("simpler_prefix");
  t.plan.steps.push_back(SayAs{topic->summary});
  t.plan.answered.push_back(t.before.last_topics.front());
  t.plan.next.said.push_back(told);
}

// The reason behind the last answer: why a question was asked, or how sure the answer is.
void tell_why(Turn& t) {
  const auto& open = t.resolved.open;
  if (open && open->id == kScreenId) return t.say("screen_why");
  if (const auto question = open ? flag_question(open->id) : std::nullopt) {
    const auto* flag = t.library.find_red_flag(question->flag);
    if (flag != nullptr && question->index < flag->asks.size()) {
      return t.say("why_answer", {{"reason", flag->asks[question->index].why}});
    }
  }
  if (t.urgent() && !t.disposition.fired.empty()) {
    return t.say("why_answer", {{"reason", t.disposition.fired.front().rule->why}});
  }
  if (t.before.last_topics.empty()) return t.say("why_none");
  if (!add_answer(t, t.before.last_topics.front().id, "evidence")) t.say("why_none");
}

// The card stands first already while there is one; else the last answer comes again.
void repeat(Turn& t) {
  if (t.before.last_topics.empty()) {
    if (!t.urgent()) t.say("nothing_to_repeat");
    return;
  }
  const TopicFacet last = t.before.last_topics.front();
  const bool compared = last.facet == "comparison" && t.before.last_topics.size() > 1 &&
                        t.before.last_topics[1].facet == "comparison";
  if (compared) {
    t.say("repeat_prefix");
    add_comparison(t, last.id, t.before.last_topics[1].id);
  } else {
    add_answer(t, last.id, last.facet);
  }
}

void go_back(Turn& t) {
  if (t.before.last_topics.size() < 2) return t.say("go_back_none");
  t.say("go_back_done");
  const TopicFacet earlier = t.before.last_topics[1];
  add_answer(t, earlier.id, earlier.facet);
}

void reach_a_person(Turn& t) { t.say("person_contact"); }

// While care is needed now, small talk is no reason to talk of other things.
void small_talk(Turn& t, const char* reply) { t.say(t.must_be_checked() ? "urgent_stay" : reply); }

void say_goodbye(Turn& t) { t.say(t.must_be_checked() ? "urgent_goodbye" : "goodbye_reply"); }

// "If this is happening to you now, tell me." "Yes."
void take_yes(Turn& t) {
  if (t.said_last_turn("info_if_now")) {
    t.say("yes_what");
    t.plan.asking = ScreenQuestion{};
    t.plan.next.screened = true;
    t.plan.next.screened_at = t.now;
    return;
  }
  small_talk(t, "ok_next");
}

struct Command {
  std::string_view act;
  bool needs_whole;  // only when nothing else was said
  void (*run)(Turn&);
};

// In order of rank: of several acts in one message the first here is done.
const Command kCommands[] = {
    {"forget_me", false, forget},
    {"talk_to_person", false, reach_a_person},
    {"appointment", false, reach_a_person},
    {"price_insurance", false, reach_a_person},
    {"opening_hours", false, reach_a_person},
    {"are_you_human", false, [](Turn& t) { t.say("are_you_human"); }},
    {"what_do_you_know", false, what_is_known},
    {"prompt_injection", false, [](Turn& t) { t.say("are_you_human"), t.say("help"); }},
    {"other_language", false, [](Turn& t) { t.say("other_language"); }},
    {"start_over", true, start_over},
    {"stop", true, [](Turn& t) { t.plan.next.pending.reset(), t.say("stop_done"); }},
    {"go_back", true, go_back},
    {"repeat", true, repeat},
    {"simpler", true, tell_simpler},
    {"more", true, tell_more},
    {"why", true, tell_why},
    {"help", true, [](Turn& t) { t.say("help"); }},
    {"abuse", false, [](Turn& t) { t.say("abuse_reply"); }},
    {"complaint_about_bot", false, [](Turn& t) { t.say("abuse_reply"); }},
    {"thanks", false, [](Turn& t) { small_talk(t, "thanks_reply"); }},
    {"goodbye", false, say_goodbye},
    {"joke", true, [](Turn& t) { small_talk(t, "joke_reply"); }},
    {"greeting", false,
     [](Turn& t) { small_talk(t, t.before.turn > 1 ? "greeting_again" : "greeting"); }},
    {"yes", true, take_yes},
    {"no", true, [](Turn& t) { small_talk(t, "no_ok"); }},
    {"none_of_these", true, [](Turn& t) { small_talk(t, "no_ok"); }},
    {"not_sure", true, [](Turn& t) { small_talk(t, "help"); }}};

// A short word in despair is answered as what it is.
bool stay_in_crisis(Turn& t) {
  static constexpr std::string_view kShort[] = {"yes",
                                                "no",
                                                "none_of_these",
                                                "not_sure",
                                                "joke",
                                                "alone_now",
                                                "not_alone",
                                                "cannot_call",
                                                "wont_act",
                                                "help",
                                                "thanks",
                                                "greeting",
                                                "goodbye",
                                                "stop",
                                                "more",
                                                "refuse_to_go",
                                                "why",
                                                "abuse",
                                                "complaint_about_bot"};
  if (!t.in_crisis() || something_else(t)) return false;
  const bool said = std::any_of(std::begin(kShort), std::end(kShort),
                                [&](std::string_view act) { return t.u.has_act(act); });
  if (said) say_in_crisis(t);
  return said;
}

}  // namespace

// "Is someone with you?" is what we ask there: a bare yes or no answers it.
void say_in_crisis(Turn& t) {
  const auto told = [&](std::string_view act) { return t.u.has_act(act); };
  if (told("alone_now")) return t.say("crisis_alone");
  if (told("not_alone")) return t.say("crisis_together");
  if (told("cannot_call") || told("refuse_to_go")) return t.say("crisis_no_call");
  if (told("wont_act") || t.u.has_active("suicide_denied")) return t.say("crisis_relief");
  if (told("no")) return t.say("crisis_alone");
  const auto& words = t.u.utterance.words;
  const bool yes = !words.empty() && told("yes") && words.front().text.starts_with("ye");
  t.say(yes ? "crisis_together" : "crisis_stay");  // "ok" says nothing of who is there
}

bool do_commands(Turn& t) {
  if (stay_in_crisis(t)) return true;
  const bool busy = something_else(t);
  for (const Command& command : kCommands) {
    const bool said = command.needs_whole ? whole(t, command.act) : t.u.has_act(command.act);
    if (!said) continue;
    if (busy && !whole(t, command.act) && command.act != "forget_me" &&
        command.act != "talk_to_person") {
      continue;
    }
    command.run(t);
    return true;
  }
  return false;
}

}  // namespace bot
