#include "bot/decide.h"

#include "bot/question_id.h"
#include "bot/safety_screen.h"
#include "bot/turn.h"

namespace bot {

namespace {

using knowledge::Level;

constexpr size_t kMostFlags = 8;
constexpr auto kScreenLasts = std::chrono::hours(24);
constexpr int kTurnsBetweenScreens = 2;

// The latch: what stands after this turn.
void keep_level(Turn& t) {
  Conversation& next = t.plan.next;
  next.level = t.disposition.level;
  next.action = t.disposition.action;
  std::vector<RedFlagNotice> flags;
  for (const FiredRule& fired : t.disposition.fired) {
    flags.push_back({fired.flag->id, fired.flag->title, fired.because});
    const auto& raised = next.raised;
    if (std::find(raised.begin(), raised.end(), fired.flag->id) == raised.end()) {
      next.raised.push_back(fired.flag->id);
    }
  }
  for (const RedFlagNotice& earlier : next.red_flags) {
    const bool fires = std::any_of(flags.begin(), flags.end(),
                                   [&](const auto& flag) { return flag.id == earlier.id; });
    if (!fires) flags.push_back(earlier);
  }
  if (flags.size() > kMostFlags) flags.resize(kMostFlags);
  next.red_flags = std::move(flags);
}

bool new_flag(const Turn& t, const FiredRule& fired) {
  const auto& raised = t.before.raised;
  return std::find(raised.begin(), raised.end(), fired.flag->id) == raised.end();
}

bool new_soon_sign(const Turn& t, const FiredRule& fired) {
  return fired.rule->level == Level::kSoon && new_flag(t, fired);
}

bool tells_soon_sign(const Turn& t) {
  const auto& fired = t.disposition.fired;
  return !t.urgent() && std::any_of(fired.begin(), fired.end(),
                                    [&](const auto& sign) { return new_soon_sign(t, sign); });
}

// Who tells of despair or of being hurt is heard first; advice for the back can wait.
bool confides(const Turn& t) {
  if (t.urgent()) return false;
  const auto& words = t.u.utterance.words;
  if (std::any_of(words.begin(), words.end(), [](const auto& w) { return w.question; })) {
    return false;
  }
  const auto said_now = [&](const std::string& finding) {
    const auto known = t.before.findings.find(finding);
    return known != t.before.findings.end() && known->second.turn == t.before.turn;
  };
  const auto& fired = t.disposition.fired;
  return std::any_of(fired.begin(), fired.end(), [&](const FiredRule& sign) {
    const bool personal = sign.flag->id == kDistressFlag || sign.flag->id == kPrivateFlag;
    return personal && std::any_of(sign.findings.begin(), sign.findings.end(), said_now);
  });
}

// Signs to be seen to within days are told after the answer, once; a private one before it.
void add_soon_notes(Turn& t) {
  if (t.urgent()) return;
  bool told = false;
  for (const FiredRule& fired : t.disposition.fired) {
    if (!new_soon_sign(t, fired)) continue;
    if (fired.rule->action == knowledge::Action::kNone) {
      t.plan.steps.insert(t.plan.steps.begin(), SoonNote{&fired});
    } else if (!told) {
      t.plan.steps.push_back(SoonNote{&fired});
      told = true;
    }
  }
}

// A question that a weak sign makes necessary goes before everything that could be asked.
void ask_about_signs(Turn& t) {
  if (t.plan.asking || t.urgent() || t.disposition.asks.empty()) return;
  const DueAsk& due = t.disposition.asks.front();
  t.plan.asking = FlagQuestion{due.flag->id, due.index};
  t.plan.next.said.push_back(question_id(*t.plan.asking));
}

// Signs in the body that may begin something urgent; how bad or long the pain is, is none.
bool raises_concern(const std::string& finding) {
  static constexpr std::string_view kSigns[] = {
      "numb_one_limb", "leg_pain",     "one_leg_pain",    "pain_both_legs",  "leg_weakness",
      "arm_weakness",  "unwell",       "shivers",         "night_sweats",    "weight_loss",
      "belly_pain",    "dizzy",        "urine_odd",       "bladder_trouble", "bowel_trouble",
      "burning_pee",   "clumsy_hands", "unsteady_walking"};
  return std::find(std::begin(kSigns), std::end(kSigns), finding) != std::end(kSigns);
}

// A new sign of a kind that could become urgent makes the list worth a second look.
bool tells_new_symptom(const Turn& t) {
  return std::any_of(t.u.findings.begin(), t.u.findings.end(), [&](const intents::Mention& m) {
    const auto known = t.before.findings.find(m.finding);
    const bool new_now =
        known != t.before.findings.end() && known->second.first_turn == t.before.turn;
    return m.active() && !m.derived && m.cls == intents::FindingClass::kSymptom && new_now &&
           raises_concern(m.finding);
  });
}

void ask_the_screen(Turn& t) {
  if (t.urgent()) return;
  const bool reported = reports_pain(t) || t.plan.next.screen_due;
  const bool fresh = t.before.screened && t.now - t.before.screened_at < kScreenLasts;
  const bool again = fresh && t.before.screened_turn + kTurnsBetweenScreens <= t.before.turn &&
                     tells_new_symptom(t);
  if (!again && (!reported || fresh)) return;
  t.plan.next.screen_due = t.plan.asking.has_value() || confides(t);
  if (t.plan.next.screen_due) return;
  t.plan.asking = ScreenQuestion{};
  t.plan.next.screened = true;
  t.plan.next.screened_at = t.now;
  t.plan.next.screened_turn = t.before.turn;
}

// A safety question that was passed over is asked once more, after what was asked instead.
void ask_again(Turn& t) {
  const auto& open = t.resolved.open;
  const bool asked_why = t.u.has_act("why");
  if (!open || t.plan.asking || (open->asked > 0 && !asked_why)) return;
  for (const auto* act : {"stop", "forget_me", "start_over", "goodbye", "abuse"}) {
    if (t.u.has_act(act)) return;
  }
  if (const auto finding = finding_to_confirm(open->id)) {
    const auto known = t.before.findings.find(*finding);
    if (known == t.before.findings.end() || t.disposition.raised) return;
    t.plan.asking = ConfirmQuestion{*finding, known->second.title};
  } else if (t.urgent()) {
    return;
  } else if (open->id == kScreenId) {
    t.plan.asking = ScreenQuestion{true};
  } else if (const auto question = flag_question(open->id)) {
    t.plan.asking = *question;
  }
  t.asked_before = t.plan.asking ? open->asked + 1 : 0;
}

void set_pending(Turn& t) {
  if (!t.plan.asking) return;
  PendingQuestion pending{question_id(*t.plan.asking), {"yes", "no", "unsure"}, t.asked_before};
  if (std::holds_alternative<ScreenQuestion>(*t.plan.asking)) {
    pending.options.clear();
    for (const auto& option : screen_options()) pending.options.emplace_back(option.id);
    pending.options.emplace_back(kNone);
    pending.options.emplace_back(kUnsure);
  } else if (const auto* choice = std::get_if<TopicChoice>(&*t.plan.asking)) {
    pending.options = choice->topics;
    t.plan.next.offered = choice->topics;
  }
  t.plan.next.pending = std::move(pending);
}

void keep_answered(Turn& t) {
  Conversation& next = t.plan.next;
  auto& last = next.last_topics;
  for (auto it = t.plan.answered.rbegin(); it != t.plan.answered.rend(); ++it) {
    std::erase(last, *it);
    last.insert(last.begin(), *it);
    next.said.push_back(it->id + "/" + it->facet);
  }
  if (last.size() > 5) last.resize(5);
  if (next.said.size() > 60) next.said.erase(next.said.begin(), next.said.end() - 60);
}

}  // namespace

Plan decide(const Conversation& conversation, const intents::Understanding& u,
            const Resolved& resolved, const Disposition& disposition,
            const knowledge::Library& library, Instant now) {
  Turn t{conversation, u, resolved, disposition, library, now, {}};
  t.plan.next = conversation;
  keep_level(t);
  const bool sign = tells_soon_sign(t);  // to a mere statement that is answer enough
  const bool heard = confides(t);
  const bool enough = heard || (sign && !reports_pain(t));
  const bool done = escalate(t) || take_pending(t) || answer_choice(t) || do_commands(t) ||
                    (!heard && answer_queries(t)) || (!enough && respond_to_statement(t));
  if (!done && !sign) fall_back(t);
  if (done || sign) t.plan.next.misses = 0;
  add_soon_notes(t);
  ask_about_signs(t);
  ask_again(t);
  if (done || sign || t.plan.next.screen_due) ask_the_screen(t);
  keep_offered(t);
  set_pending(t);
  keep_answered(t);
  return std::move(t.plan);
}

}  // namespace bot
