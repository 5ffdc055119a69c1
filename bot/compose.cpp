// Entry point: compose.
#include "bot/compose.h"

#include <algorithm>

#include "bot/remember.h"
#include "bot/wording.h"

namespace bot {

namespace {

// Whether the reply speaks to somebody about another person. Of several signs, one of the writer's
// own is enough for "you".
bool speaks_to_carer(const Plan& plan, const Disposition& d) {
  bool any = false, all = true;
  for (const FiredRule& fired : d.fired) {
    if (fired.rule->level < d.level || d.level < knowledge::Level::kUrgent) continue;
    any = true;
    all = all && fired.carer;
  }
  return any ? all : about_other(plan.next);
}

class Composer {
 public:
  Composer(const Plan& plan, const Disposition& d, const intents::Understanding& u,
           const knowledge::Library& library, const Settings& settings)
      : plan_(plan),
        d_(d),
        u_(u),
        library_(library),
        w_(library, settings, plan.next.turn, speaks_to_carer(plan, d)) {}

  Reply run() {
    reply_.turn = plan_.next.turn;
    reply_.state = plan_.state;
    reply_.content_version = library_.content_version();
    for (const Step& step : plan_.steps) std::visit([&](const auto& s) { add(s); }, step);
    if (plan_.asking) add_question();
    add_quick_replies();
    add_triage();
    add_understood();
    reply_.topics = plan_.answered;
    if (!reply_.sources.empty()) add_sources_block();
    write_text();
    return std::move(reply_);
  }

 private:
  void add_text(std::string text) {
    if (!text.empty()) reply_.blocks.push_back(TextBlock{std::move(text)});
  }

  void add(const Say& say) { add_text(w_.text(say.reply, say.slots)); }
  void add(const SayAs& say) { add_text(say.text); }
  void add(const Items& items) { reply_.blocks.push_back(ListBlock{items.title, items.items}); }

  void add(const FullCard&) {
    reply_.blocks.push_back(full_card(d_, w_));
    for (const FiredRule& fired : d_.fired) cite(fired.flag->sources);
  }
  void add(const ReminderCard&) { reply_.blocks.push_back(reminder_card(d_, w_)); }
  // Without an action it is private: words like all others, no card that a bystander would see.
  void add(const SoonNote& note) {
    const FiredRule& sign = *note.fired;
    if (sign.rule->action == knowledge::Action::kNone) {
      add_text(w_.filled(sign.carer ? sign.flag->say_carer : sign.rule->say));
    } else {
      reply_.blocks.push_back(soon_card(sign, w_));
    }
    cite(sign.flag->sources);
  }

  void add(const AnswerFacet& answer) {
    const knowledge::Topic& topic = *library_.find_topic(answer.topic);
    const knowledge::Facet& facet = topic.facets.find(answer.facet)->second;
    add_text(w_.filled(facet.text));
    if (!facet.points.empty()) reply_.blocks.push_back(ListBlock{"", facet.points});
    if (!topic.figure.empty() && !topic.exercise && can_be_drawn(answer.facet)) {
      reply_.blocks.push_back(FigureBlock{topic.figure, topic.figure_alt});
    }
    if (is_claim_of_effect(answer.facet)) {
      const std::string label = knowledge::name(facet.evidence);
      reply_.blocks.push_back(EvidenceBlock{label, w_.text("evidence_" + label)});
    }
    cite(facet.sources);
  }

  // A picture shows what a thing is, where it is felt, or how it is done.
  static bool can_be_drawn(std::string_view facet) {
    return facet == "definition" || facet == "symptoms" || facet == "procedure" ||
           facet == "prevention";
  }

  // "How sure is this?" belongs to what helps and how it goes, not to what a thing is, how it is
  // done, or when to call for help.
  static bool is_claim_of_effect(std::string_view facet) {
    static constexpr std::string_view kPlain[] = {"definition",        "symptoms",  "procedure",
                                                  "when_to_seek_help", "who_helps", "risks",
                                                  "who_should_not"};
    return std::find(std::begin(kPlain), std::end(kPlain), facet) == std::end(kPlain);
  }

  void add(const ExerciseSteps& steps) {
    const knowledge::Topic& topic = *library_.find_topic(steps.topic);
    const knowledge::Exercise& e = *topic.exercise;
    reply_.blocks.push_back(
        ExerciseBlock{topic.id, topic.title, topic.figure, e.alt, e.steps, e.dose, e.stop_if});
    if (!e.not_for.empty()) {
      reply_.blocks.push_back(ListBlock{w_.text("exercise_not_for_intro"), e.not_for});
    }
  }

  // One row for each facet both have, the verdict first; what only one has would compare nothing.
  void add(const Compare& compare) {
    const knowledge::Topic& a = *library_.find_topic(compare.a);
    const knowledge::Topic& b = *library_.find_topic(compare.b);
    TableBlock table{{"", a.title, b.title}, {}};
    auto names = knowledge::kFacetNames;
    std::stable_partition(names.begin(), names.end(),
                          [](std::string_view name) { return name == "comparison"; });
    for (const auto name : names) {
      const auto left = a.facets.find(name), right = b.facets.find(name);
      if (left == a.facets.end() || right == b.facets.end() || table.rows.size() == 6) continue;
      table.rows.push_back(
          {w_.text("facet_label_" + std::string(name)), left->second.text, right->second.text});
      cite(left->second.sources);
      cite(right->second.sources);
    }
    if (table.rows.empty()) {
      table.rows.push_back({w_.text("facet_label_definition"), a.summary, b.summary});
    }
    reply_.blocks.push_back(std::move(table));
  }

  void cite(const std::vector<std::string>& ids) {
    for (const auto& id : ids) {
      const auto known = [&](const SourceNotice& s) { return s.id == id; };
      const knowledge::Source* source = library_.find_source(id);
      if (source == nullptr || std::any_of(reply_.sources.begin(), reply_.sources.end(), known)) {
        continue;
      }
      reply_.sources.push_back(
          {source->id, source->title, source->publisher, source->year, source->url});
    }
  }

  void add_question() {
    if (const auto* screen = std::get_if<ScreenQuestion>(&*plan_.asking)) {
      add_text(w_.text(screen->again ? "screen_intro_again" : "screen_intro"));
    }
    reply_.question = ask(*plan_.asking, w_, library_);
  }

  void add_quick_replies() {
    for (const TopicFacet& offer : plan_.offers) {
      const knowledge::Topic& topic = *library_.find_topic(offer.id);
      reply_.quick_replies.push_back(
          {w_.text("facet_label_" + offer.facet),
           w_.text("facet_ask_" + offer.facet, {{"topic", in_sentence(topic.title)}})});
    }
    for (const auto& id : plan_.quick) reply_.quick_replies.push_back({w_.text(id), w_.text(id)});
  }

  void add_triage() {
    reply_.triage.level = plan_.next.level;
    reply_.triage.action = plan_.next.action;
    reply_.triage.red_flags = plan_.next.red_flags;
    if (reply_.blocks.empty()) return;
    // A reply that shows a care card is of the card's level, also when it is the last one.
    const auto* card = std::get_if<CareCardBlock>(&reply_.blocks.front());
    if (card == nullptr || card->level <= reply_.triage.level) return;
    reply_.triage.level = card->level;
    reply_.triage.action = d_.action;
  }

  void add_understood() {
    for (const auto& m : u_.findings) {
      reply_.understood.findings.push_back({m.finding, m.status, m.quote, m.title});
    }
    for (const auto& query : u_.queries) {
      if (!query.topic.empty()) reply_.understood.topics.push_back({query.topic, query.facet});
    }
    for (const auto& act : u_.acts) reply_.understood.acts.push_back(act.id);
    for (const auto& c : u_.corrected) reply_.understood.corrected.emplace_back(c.from, c.to);
  }

  void add_sources_block() {
    SourcesBlock block;
    for (const auto& source : reply_.sources) block.ids.push_back(source.id);
    reply_.blocks.push_back(std::move(block));
  }

  void write_text() {
    for (const Block& block : reply_.blocks) {
      const std::string text = as_text(block, w_);
      if (!text.empty()) reply_.text += (reply_.text.empty() ? "" : "\n\n") + text;
    }
    if (reply_.question) reply_.text += "\n\n" + as_text(*reply_.question);
    if (reply_.text.empty()) reply_.text = w_.text("help");
  }

  const Plan& plan_;
  const Disposition& d_;
  const intents::Understanding& u_;
  const knowledge::Library& library_;
  Wording w_;
  Reply reply_;
};

}  // namespace

Reply compose(const Plan& plan, const Disposition& d, const intents::Understanding& u,
              const knowledge::Library& library, const Settings& settings) {
  return Composer(plan, d, u, library, settings).run();
}

}  // namespace bot
