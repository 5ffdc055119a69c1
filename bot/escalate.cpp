// The first step of decide: danger signs, the latch, corrections of them, refusals.
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Level;

// The finding a correction takes back: named in the message as absent, past or somebody else's,
// else the one that raised the level last. Empty when the message corrects nothing.
std::string taken_back(const Turn& t) {
  for (const FiredRule& fired : t.disposition.fired) {
    for (const auto& id : fired.findings) {
      for (const auto& mention : t.u.findings) {
        const bool told = mention.status.mode == intents::Mode::kReport;  // not asked about
        if (mention.finding == id && told && !mention.active()) return id;
      }
    }
  }
  const bool correction = t.u.has_act("correction");
  if (correction && !t.disposition.fired.empty() && !t.disposition.fired.front().findings.empty()) {
    return t.disposition.fired.front().findings.front();
  }
  return "";
}

std::string title_of(const Turn& t, const std::string& finding) {
  const auto it = t.before.findings.find(finding);
  return it == t.before.findings.end() ? finding : it->second.title;
}

bool fires(const Disposition& d, const std::string& flag) {
  return std::any_of(d.fired.begin(), d.fired.end(),
                     [&](const FiredRule& fired) { return fired.flag->id == flag; });
}

// With a sign goes all else that the same words were heard as.
void take_back(Conversation& c, const std::string& finding) {
  const auto known = c.findings.find(finding);
  if (known == c.findings.end()) return;
  const std::string quote = known->second.quote;
  const int turn = known->second.turn;
  std::erase_if(c.findings, [&](const auto& entry) {
    const std::string& own = entry.second.quote;
    const bool inside = !own.empty() && quote.find(own) != std::string::npos;
    return entry.first == finding || (entry.second.turn == turn && inside);
  });
}

// A confirmed correction: the finding goes, the level falls to what the rest says, and not to
// silence: one step lower keeps a safety net.
void lower(Turn& t) {
  Conversation& next = t.plan.next;
  const bool crisis = t.in_crisis();
  take_back(next, t.resolved.subject);
  Conversation rest = next;
  rest.level = Level::kNone;
  rest.action = knowledge::Action::kNone;
  const Disposition left = triage(rest, {}, t.library);
  std::erase_if(next.red_flags, [&](const RedFlagNotice& flag) {
    return fires(t.disposition, flag.id) && !fires(left, flag.id);
  });
  std::erase_if(next.raised, [&](const std::string& id) { return !fires(left, id); });
  next.level = std::max(left.level, Level::kSoon);
  next.action = left.level >= Level::kSoon ? left.action : knowledge::Action::kAppointment;
  next.facts.erase("subject");
  if (left.level >= Level::kUrgent) {
    t.plan.left = left;
    t.plan.steps.push_back(FullCard{});
  }
  t.say(crisis ? "crisis_lowered" : "latch_lowered");
  if (left.level < Level::kUrgent && !crisis) t.say("safety_net");
}

bool refused(Turn& t) {
  if (!t.u.has_act("refuse_to_go") || t.in_crisis()) return false;
  t.plan.steps.push_back(ReminderCard{});
  t.say(t.before.refused ? "refuse_respect" : "refuse_once");
  t.plan.next.refused = true;
  return true;
}

// Called for or on the way is not yet seen: the card stays in sight.
bool help_under_way(Turn& t) {
  if (!t.u.has_act("help_under_way")) return false;
  t.plan.steps.push_back(ReminderCard{});
  t.say("help_under_way");
  return true;
}

bool checked(Turn& t) {
  if (!t.u.has_act("already_been_checked")) return false;
  t.plan.next.checked = t.plan.next.raised;
  t.say("checked_thanks");
  return true;
}

}  // namespace

bool escalate(Turn& t) {
  if (t.resolved.outcome == Outcome::kConfirmed) return lower(t), true;
  if (t.resolved.outcome == Outcome::kNotConfirmed) {
    t.plan.steps.push_back(FullCard{});
    t.say("latch_kept");
    return true;
  }
  if (!t.urgent()) return false;
  if (t.disposition.raised) {
    t.plan.steps.push_back(FullCard{});
    t.plan.next.screened = true;
    t.plan.next.screened_at = t.now;
    return true;
  }
  if (refused(t) || help_under_way(t) || checked(t)) return true;
  if (const std::string finding = taken_back(t); !finding.empty()) {
    t.plan.steps.push_back(ReminderCard{});
    t.plan.asking = ConfirmQuestion{finding, title_of(t, finding)};
    return true;
  }
  if (!t.all_checked()) t.plan.steps.push_back(ReminderCard{});
  return false;
}

bool take_pending(Turn& t) {
  switch (t.resolved.outcome) {
    case Outcome::kScreenClear:
      t.say("screen_none_ack");
      if (t.u.queries.empty()) t.plan.quick = {"quick_exercises", "quick_when"};
      return t.u.queries.empty();
    case Outcome::kScreenUnsure:
    case Outcome::kScreenYes:
      if (t.u.has_act("stop")) return t.say("stop_done"), true;  // skipped, which is no "no"
      // Once more, item by item; a second "not sure" is a reason to be seen today.
      if (t.has_said("screen_again")) {
        t.say("screen_unsure_again");
        return true;
      }
      t.plan.next.said.push_back("screen_again");
      t.say(t.resolved.outcome == Outcome::kScreenYes ? "yes_what" : "not_sure_ok");
      t.plan.asking = ScreenQuestion{true};
      return true;
    case Outcome::kAskNo:
      t.say(t.resolved.subject == kDistressFlag && !t.before.screen_due ? "distress_no"
            : t.before.screen_due                                       ? "ask_no_thanks"
                                                                        : "no_ok");
      return t.u.queries.empty();
    case Outcome::kTopicChosen:
      return add_answer(t, t.resolved.subject, t.resolved.facet);
    default:
      return false;
  }
}

}  // namespace bot
