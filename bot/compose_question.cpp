// The one question a reply may end in.
#include "bot/question_id.h"
#include "bot/safety_screen.h"
#include "bot/wording.h"

namespace bot {

namespace {

Question yes_no(std::string text, std::string why, const Wording& w) {
  Question q;
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

Question choose_topic(const TopicChoice& choice, const Wording& w,
                      const knowledge::Library& library) {
  Question q;
  q.kind = QuestionKind::kChoice;
  q.text = w.text("clarify_topic");
  for (const auto& id : choice.topics) {
    q.options.push_back({id, library.find_topic(id)->title, false});
  }
  return q;
}

Question without_id(const Asking& asking, const Wording& w, const knowledge::Library& library) {
  if (const auto* flag = std::get_if<FlagQuestion>(&asking)) {
    const auto& due = library.find_red_flag(flag->flag)->asks[flag->index];
    const std::string question = w.filled(due.question);
    return yes_no(w.carer() ? w.text("ask_for_them") + " " + question : question, w.filled(due.why),
                  w);
  }
  if (const auto* confirm = std::get_if<ConfirmQuestion>(&asking)) {
    return yes_no(w.text("latch_confirm", {{"finding", confirm->title}}), "", w);
  }
  if (const auto* choice = std::get_if<TopicChoice>(&asking)) {
    return choose_topic(*choice, w, library);
  }
  return screen(w);
}

}  // namespace

Question ask(const Asking& asking, const Wording& w, const knowledge::Library& library) {
  Question q = without_id(asking, w, library);
  q.id = question_id(asking);
  return q;
}

}  // namespace bot
