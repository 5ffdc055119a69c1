#include "bot/triage.h"

#include <algorithm>

#include "bot/question_id.h"

namespace bot {

namespace {

using intents::Mode;
using intents::Polarity;
using intents::Time;
using intents::Who;
using knowledge::Action;
using knowledge::Level;

constexpr std::string_view kEver = "ever:";

std::string_view finding_of(std::string_view term) {
  return term.starts_with(kEver) ? term.substr(kEver.size()) : term;
}

const KnownFinding* find(const Conversation& c, std::string_view term) {
  const auto it = c.findings.find(std::string(finding_of(term)));
  return it == c.findings.end() ? nullptr : &it->second;
}

// A possible finding counts as present for what may be dangerous today.
bool term_holds(const Conversation& c, std::string_view term, Level level) {
  const KnownFinding* known = find(c, term);
  if (known == nullptr) return false;
  const bool possible_counts = level >= Level::kUrgent;
  const bool said = known->status.polarity == Polarity::kPresent ||
                    (known->status.polarity == Polarity::kPossible && possible_counts);
  if (!said) return false;
  if (known->active()) return true;
  return term.starts_with(kEver) && known->status.mode == Mode::kReport &&
         known->status.who != Who::kNobody && known->status.time != Time::kFuture;
}

int count_holding(const Conversation& c, const std::vector<std::string>& terms, Level level) {
  return static_cast<int>(std::count_if(
      terms.begin(), terms.end(), [&](const auto& term) { return term_holds(c, term, level); }));
}

// An ambulance outranks the crisis line, which runs beside it.
int rank(Action action) {
  switch (action) {
    case Action::kAmbulance:
      return 5;
    case Action::kCrisisLine:
      return 4;
    case Action::kEmergencyDepartment:
      return 3;
    case Action::kSameDay:
      return 2;
    case Action::kAppointment:
      return 1;
    case Action::kNone:
      break;
  }
  return 0;
}

Action stronger(Action a, Action b) { return rank(a) >= rank(b) ? a : b; }

bool more_urgent(const knowledge::Rule& a, const knowledge::Rule& b) {
  return a.level != b.level ? a.level > b.level : rank(a.action) > rank(b.action);
}

FiredRule describe(const Conversation& c, const knowledge::RedFlag& flag,
                   const knowledge::Rule& rule) {
  FiredRule fired{&flag, &rule, {}, {}, false, false};
  const auto add = [&](const std::vector<std::string>& terms) {
    for (const auto& term : terms) {
      const KnownFinding* known = find(c, term);
      if (known == nullptr || !term_holds(c, term, rule.level)) continue;
      fired.findings.emplace_back(finding_of(term));
      if (known->status.who == Who::kOther) fired.carer = true;
      const bool said = std::find(fired.because.begin(), fired.because.end(), known->quote) !=
                        fired.because.end();
      if (!known->quote.empty() && !said) fired.because.push_back(known->quote);
    }
  };
  add(rule.when.all);
  add(rule.when.any);
  return fired;
}

bool known_flag(const Conversation& c, const std::string& id) {
  return std::find(c.raised.begin(), c.raised.end(), id) != c.raised.end();
}

bool mentioned_now(const Conversation& c, const knowledge::Condition& condition) {
  const auto now = [&](const std::string& term) {
    const KnownFinding* known = find(c, term);
    return known != nullptr && known->turn == c.turn;
  };
  return std::any_of(condition.all.begin(), condition.all.end(), now) ||
         std::any_of(condition.any.begin(), condition.any.end(), now);
}

void collect_asks(const Conversation& c, const knowledge::RedFlag& flag, Disposition& d) {
  for (size_t i = 0; i < flag.asks.size(); ++i) {
    const std::string id = question_id(FlagQuestion{flag.id, i});
    const bool asked = std::find(c.said.begin(), c.said.end(), id) != c.said.end();
    if (asked || !mentioned_now(c, flag.asks[i].when)) continue;
    if (holds(flag.asks[i].when, Level::kUrgent, c)) d.asks.push_back({&flag, i});
  }
}

}  // namespace

bool holds(const knowledge::Condition& when, Level level, const Conversation& c) {
  if (count_holding(c, when.all, level) != static_cast<int>(when.all.size())) return false;
  if (!when.any.empty() && count_holding(c, when.any, level) < when.at_least) return false;
  // Only a sure denial-free presence blocks: a merely possible one must not calm us.
  return count_holding(c, when.none, Level::kSoon) == 0;
}

Disposition triage(const Conversation& c, const intents::Understanding& u,
                   const knowledge::Library& library) {
  Disposition d;
  for (const auto& flag : library.red_flags()) {
    const knowledge::Rule* best = nullptr;
    for (const auto& rule : flag.rules) {
      if (holds(rule.when, rule.level, c) && (best == nullptr || more_urgent(rule, *best))) {
        best = &rule;
      }
    }
    if (best != nullptr) d.fired.push_back(describe(c, flag, *best));
    if (best == nullptr || best->level < Level::kUrgent) collect_asks(c, flag, d);
  }
  std::stable_sort(d.fired.begin(), d.fired.end(), [](const FiredRule& a, const FiredRule& b) {
    return more_urgent(*a.rule, *b.rule);
  });
  for (FiredRule& fired : d.fired) {
    if (fired.rule->level > d.level) {
      d.level = fired.rule->level;
      d.action = fired.rule->action;
    } else if (fired.rule->level == d.level) {
      d.action = stronger(d.action, fired.rule->action);
    }
    fired.fresh = !known_flag(c, fired.flag->id);
    if (fired.fresh) d.raised = true;
  }
  if (u.matcher_failed) d.level = Level::kEmergency, d.action = Action::kAmbulance;
  if (d.level > c.level) {
    d.raised = true;
  } else if (c.level > d.level) {  // the latch
    d.level = c.level;
    d.action = c.action;
  } else {
    // A sign known already may ask for more ("and I have the pills here").
    const Action now = stronger(d.action, c.action);
    if (now != c.action) d.raised = true;
    d.action = now;
  }
  return d;
}

}  // namespace bot
