// Inside decide: one turn while its plan is being made.
#pragma once

#include <algorithm>

#include "bot/decide.h"

namespace bot {

struct Turn {
  const Conversation& before;  // what was known, this message included
  const intents::Understanding& u;
  const Resolved& resolved;
  const Disposition& disposition;
  const knowledge::Library& library;
  Instant now;
  Plan plan;
  int asked_before = 0;  // how often the question of this plan has been asked already

  void say(std::string reply, Slots slots = {}) {
    plan.steps.push_back(Say{std::move(reply), std::move(slots)});
  }
  // Texts whose answer matters in the next turn are noted with their turn.
  void note_said(std::string_view reply) {
    plan.next.said.push_back(std::string(reply) + "@" + std::to_string(before.turn));
  }
  bool said_last_turn(std::string_view reply) const {
    return has_said(std::string(reply) + "@" + std::to_string(before.turn - 1));
  }
  bool has_said(std::string_view id) const {
    return std::find(before.said.begin(), before.said.end(), id) != before.said.end();
  }
  bool names_topic() const {
    return std::any_of(u.queries.begin(), u.queries.end(),
                       [](const intents::Query& query) { return !query.topic.empty(); });
  }
  // At most two words that we know nothing of: with more, the message is about them.
  bool about_nothing_else() const { return u.scope.uncovered <= 2; }
  bool urgent() const { return disposition.level >= knowledge::Level::kUrgent; }
  bool has(std::string_view finding) const {
    const auto it = before.findings.find(std::string(finding));
    return it != before.findings.end() && it->second.active();
  }
  // Everybody said they had these seen to, and nothing new came since.
  bool all_checked() const {
    return !before.red_flags.empty() &&
           std::all_of(before.red_flags.begin(), before.red_flags.end(), [&](const auto& flag) {
             return std::find(before.checked.begin(), before.checked.end(), flag.id) !=
                    before.checked.end();
           });
  }
  bool must_be_checked() const { return urgent() && !all_checked(); }
  // Somebody in despair is never told that they are out of scope, nor offered exercises.
  bool in_crisis() const { return urgent() && raised(kCrisisFlag); }
  bool raised(std::string_view id) const {
    return std::any_of(plan.next.red_flags.begin(), plan.next.red_flags.end(),
                       [&](const RedFlagNotice& flag) { return flag.id == id; });
  }
  int duration_days() const {
    const auto it = before.facts.find("duration_days");
    return it == before.facts.end() ? 0 : std::atoi(it->second.c_str());
  }
};

// Each returns true when the turn is answered and nothing more is to be decided.
bool escalate(Turn&);
bool take_pending(Turn&);
bool do_commands(Turn&);
bool answer_queries(Turn&);
bool respond_to_statement(Turn&);
void fall_back(Turn&);
// Stays in the talk with somebody in despair, and answers whether anyone is with them.
void say_in_crisis(Turn&);

// The facet of `topic` that answers a question for `facet` best; empty when there is none.
std::string best_facet(const knowledge::Topic& topic, const std::string& facet);
// Appends what the person's own facts (pregnant, blood thinner, child) add to such an answer.
void add_cautions(Turn&, const knowledge::Topic&, const std::string& facet);
void add_comparison(Turn&, const std::string& topic_a, const std::string& topic_b);
// Appends the answer; `facet` may be empty. False when the topic is unknown.
bool add_answer(Turn&, const std::string& topic, const std::string& facet);
// At most three next steps that fit the topic and have not been told.
void add_offers(Turn& t, const std::string& topic);
// What of this reply "the second one" may mean in the next message.
void keep_offered(Turn& t);
bool answer_choice(Turn& t);
// "I'm on warfarin", "I'm 72": noted, and what it changes in the last answer is said.
bool note_fact(Turn& t);
// Whether the message tells a circumstance ("I'm pregnant") and asks nothing.
bool tells_fact_only(const Turn& t);
// The same as topic_in_context, or where a remedy has no such facet, the trouble it was for.
std::string topic_for(const Turn&, const std::string& facet);
// The topic the talk is about: asked last, else the region told, else back pain.
std::string topic_in_context(const Turn&);
bool reports_pain(const Turn&);
// Whether the message is about backs and necks, or goes on from a talk that is (subject.cpp).
bool in_subject(const Turn&);

}  // namespace bot
