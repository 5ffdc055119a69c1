// The one question a reply may end in.
#include "bot/safety_screen.h"
#include "bot/wording.h"

namespace bot {

namespace {

Question yes_no(std::string id, std::string text, std::string why, const Wording& w) {
  Question q;
  q.id = std::move(id);
  q.kind = QuestionKind::kYesNoUnsure;
  q.text = std::move(text);
  q.why = std::move(why);
  q.options = {{"yes", w.text("option_yes"), true},
               {"no", w.text("option_no"), true},
               {"unsure", w.text("option_unsure"), true}};
  return q;
}

Question screen(const Wording& w) {
  Question q;
  q.id = kScreenId;
  q.kind = QuestionKind::kMulti;
  q.text = w.text("screen_question");
  q.why = w.text("screen_why");
  for (const auto& option : screen_options()) {
    q.options.push_back(
        {std::string(option.id), w.text("screen_opt_" + std::string(option.id)), false});
  }
  q.options.push_back({std::string(kNone), w.text("screen_opt_none"), true});
  q.options.push_back({std::string(kUnsure), w.text("screen_opt_unsure"), true});
  return q;
}

}  // namespace

Question ask(const Asking& asking, const Wording& w, const knowledge::Library& library) {
  if (std::holds_alternative<ScreenQuestion>(asking)) return screen(w);
  if (const auto* flag = std::get_if<FlagQuestion>(&asking)) {
    const auto& due = library.find_red_flag(flag->flag)->asks[flag->index];
    const std::string question = w.filled(due.question);
    return yes_no("ask:" + flag->flag + ":" + std::to_string(flag->index),
                  w.carer() ? w.text("ask_for_them") + " " + question : question, w.filled(due.why),
                  w);
  }
  if (const auto* confirm = std::get_if<ConfirmQuestion>(&asking)) {
    return yes_no("confirm:" + confirm->finding,
                  w.text("latch_confirm", {{"finding", confirm->title}}), "", w);
  }
  const auto& choice = std::get<TopicChoice>(asking);
  Question q;
  q.id = choice.facet.empty() ? "clarify" : "clarify:" + choice.facet;
  q.kind = QuestionKind::kChoice;
  q.text = w.text("clarify_topic");
  for (const auto& id : choice.topics) {
    q.options.push_back({id, library.find_topic(id)->title, false});
  }
  return q;
}

}  // namespace bot
