#include "bot/pending.h"

#include <algorithm>

#include "bot/question_id.h"
#include "bot/remember.h"
#include "bot/safety_screen.h"

namespace bot {

namespace {

enum class Said { kNothing, kYes, kNo, kUnsure };

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// A yes or no counts as the whole message or at its start; an own sign told with it counts as told
// ("no, I can't feel when I wipe"), which remember() sees to.
Said typed(const intents::Understanding& u) {
  for (const auto& act : u.acts) {
    if (act.id == "none_of_these" && act.whole) return Said::kNo;
    if (act.id == "not_sure" && act.whole) return Said::kUnsure;
  }
  for (const auto& act : u.acts) {
    if (act.id == "yes") return Said::kYes;
    if (act.id == "no") return Said::kNo;
  }
  return Said::kNothing;
}

bool tells_a_sign(const intents::Understanding& u) {
  return std::any_of(u.findings.begin(), u.findings.end(),
                     [](const intents::Mention& m) { return m.active() && !m.derived; });
}

Resolved screen_tapped(Conversation& c, const std::vector<std::string>& values,
                       const knowledge::Library& library) {
  Resolved result{Outcome::kScreenClear, "", ""};
  for (const auto& option : screen_options()) {
    if (!contains(values, option.id)) continue;
    result.outcome = Outcome::kScreenHit;
    const auto& label = library.reply("screen_opt_" + std::string(option.id));
    for (const auto finding : option.findings) {
      remember_tapped(c, std::string(finding), label, label);
    }
  }
  if (result.outcome == Outcome::kScreenClear && contains(values, kUnsure)) {
    result.outcome = Outcome::kScreenUnsure;
  }
  return result;
}

Resolved screen_typed(Conversation& c, const intents::Understanding& u,
                      const knowledge::Library& library) {
  const auto named = options_named(u, library);
  if (!named.empty()) return screen_tapped(c, named, library);
  if (tells_a_sign(u)) return {};  // triage sees the sign itself
  switch (typed(u)) {
    case Said::kNo:
      return {Outcome::kScreenClear, "", ""};
    case Said::kYes:
      return {Outcome::kScreenYes, "", ""};
    case Said::kUnsure:
      return {Outcome::kScreenUnsure, "", ""};
    case Said::kNothing:
      break;
  }
  return {};
}

Said yes_or_no(const intents::Understanding& u, const std::optional<Answer>& tapped) {
  if (!tapped) return tells_a_sign(u) ? Said::kNothing : typed(u);
  if (contains(tapped->values, "yes")) return Said::kYes;
  return contains(tapped->values, "no") ? Said::kNo : Said::kUnsure;
}

Resolved flag_answer(Conversation& c, const FlagQuestion& question, Said said,
                     const knowledge::Library& library) {
  const auto* flag = library.find_red_flag(question.flag);
  if (flag == nullptr || question.index >= flag->asks.size()) return {};
  if (said == Said::kNo) return {Outcome::kAskNo, flag->id, ""};
  const auto& ask = flag->asks[question.index];
  // Not sure counts as yes here: these are the questions about what must not be missed.
  for (const auto& finding : ask.if_yes) remember_tapped(c, finding, flag->title, "");
  return {said == Said::kYes ? Outcome::kAskYes : Outcome::kAskUnsure, flag->id, ""};
}

Resolved topic_choice(const PendingQuestion& pending, const intents::Understanding& u,
                      const std::optional<Answer>& tapped) {
  if (tapped) {
    if (tapped->values.empty() || !contains(pending.options, tapped->values[0])) return {};
    return {Outcome::kTopicChosen, tapped->values[0], ""};
  }
  const auto index = u.values.chosen_of(pending.options.size());
  return index ? Resolved{Outcome::kTopicChosen, pending.options[*index], ""} : Resolved{};
}

bool fits(const PendingQuestion& pending, const Answer& tapped) {
  return pending.id == tapped.question_id && !tapped.values.empty() &&
         std::all_of(tapped.values.begin(), tapped.values.end(),
                     [&](const std::string& value) { return contains(pending.options, value); });
}

}  // namespace

Resolved resolve_pending(Conversation& c, const intents::Understanding& u,
                         const std::optional<Answer>& tapped, const knowledge::Library& library) {
  if (tapped && (!c.pending || !fits(*c.pending, *tapped))) return {Outcome::kInvalid, "", ""};
  if (!c.pending) return {};
  const PendingQuestion pending = *c.pending;
  Resolved result;
  if (pending.id == kScreenId) {
    result = tapped ? screen_tapped(c, tapped->values, library) : screen_typed(c, u, library);
  } else if (const auto question = flag_question(pending.id)) {
    const Said said = yes_or_no(u, tapped);
    if (said != Said::kNothing) result = flag_answer(c, *question, said, library);
  } else if (const auto finding = finding_to_confirm(pending.id)) {
    const Said said = yes_or_no(u, tapped);
    const Outcome outcome = said == Said::kYes ? Outcome::kConfirmed : Outcome::kNotConfirmed;
    if (said != Said::kNothing) result = {outcome, *finding, ""};
  } else if (const auto facet = facet_to_clarify(pending.id)) {
    result = topic_choice(pending, u, tapped);
    result.facet = *facet;
  }
  c.pending.reset();
  if (result.outcome == Outcome::kNone) result.open = pending;
  return result;
}

}  // namespace bot
