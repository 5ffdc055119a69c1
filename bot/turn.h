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

  void say(std::string reply, Slots slots = {}) {
    plan.steps.push_back(Say{std::move(reply), std::move(slots)});
  }
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
  // Somebody in despair is never told that they are out of scope, nor offered exercises.
  bool in_crisis() const {
    return std::any_of(plan.next.red_flags.begin(), plan.next.red_flags.end(),
                       [](const RedFlagNotice& flag) { return flag.id == "suicidal"; });
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

// The facet of `topic` that answers a question for `facet` best; empty when there is none.
std::string best_facet(const knowledge::Topic& topic, const std::string& facet);
// Appends what the person's own facts (pregnant, blood thinner, child) add to such an answer.
void add_cautions(Turn&, const knowledge::Topic&, const std::string& facet);
void add_comparison(Turn&, const std::string& topic_a, const std::string& topic_b);
// Appends the answer; `facet` may be empty. False when the topic is unknown.
bool add_answer(Turn&, const std::string& topic, const std::string& facet);
// The topic the talk is about: asked last, else the region told, else back pain.
std::string topic_in_context(const Turn&);
bool reports_pain(const Turn&);
// Whether the message is about backs and necks, or goes on from a talk that is (subject.cpp).
bool in_subject(const Turn&);

}  // namespace bot
