// Entry points: to_json and dump. Key order is that of the API's documentation.
#include "bot/wire.h"

#include <nlohmann/json.hpp>

namespace bot {

using Json = nlohmann::ordered_json;

namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

struct BlockToJson {
  Json operator()(const TextBlock& b) const { return {{"type", "text"}, {"text", b.text}}; }
  Json operator()(const CareCardBlock& b) const {
    Json actions = Json::array();
    for (const auto& a : b.actions) {
      actions.push_back({{"type", a.type}, {"label", a.label}, {"value", a.value}});
    }
    return {{"type", "care_card"}, {"level", name(b.level)}, {"heading", b.heading},
            {"items", b.items},    {"actions", actions},     {"pinned", b.pinned}};
  }
  Json operator()(const ListBlock& b) const {
    return {{"type", "list"}, {"title", b.title}, {"items", b.items}};
  }
  Json operator()(const TableBlock& b) const {
    return {{"type", "table"}, {"columns", b.columns}, {"rows", b.rows}};
  }
  Json operator()(const ExerciseBlock& b) const {
    return {{"type", "exercise"}, {"id", b.id},
            {"title", b.title},   {"figure", text_or_null(b.figure)},
            {"alt", b.alt},       {"steps", b.steps},
            {"dose", b.dose},     {"stop_if", b.stop_if}};
  }
  Json operator()(const FigureBlock& b) const {
    return {{"type", "figure"}, {"id", b.id}, {"alt", b.alt}};
  }
  Json operator()(const EvidenceBlock& b) const {
    return {{"type", "evidence"}, {"label", b.label}, {"text", b.text}};
  }
  Json operator()(const SourcesBlock& b) const { return {{"type", "sources"}, {"ids", b.ids}}; }
};

const char* kind_name(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kChoice:
      return "choice";
    case QuestionKind::kMulti:
      return "multi";
    case QuestionKind::kScale:
      return "scale";
    case QuestionKind::kBodyMap:
      return "body_map";
    case QuestionKind::kText:
      return "text";
    case QuestionKind::kYesNoUnsure:
      return "yes_no_unsure";
  }
  return "choice";
}

Json question_to_json(const Question& q) {
  Json options = Json::array();
  for (const auto& o : q.options) {
    options.push_back({{"id", o.id}, {"label", o.label}, {"exclusive", o.exclusive}});
  }
  const bool bounds = q.min != 0 || q.max != 0;
  return {{"id", q.id},
          {"kind", kind_name(q.kind)},
          {"text", q.text},
          {"why", text_or_null(q.why)},
          {"options", options},
          {"min", bounds ? Json(q.min) : Json(nullptr)},
          {"max", bounds ? Json(q.max) : Json(nullptr)},
          {"min_label", text_or_null(q.min_label)},
          {"max_label", text_or_null(q.max_label)},
          {"progress", q.of == 0 ? Json(nullptr) : Json({{"step", q.step}, {"of", q.of}})}};
}

Json finding_to_json(const std::string& id, const intents::Status& s, const std::string& quote,
                     const std::string& title) {
  return {{"id", id},
          {"polarity", intents::name(s.polarity)},
          {"time", intents::name(s.time)},
          {"who", intents::name(s.who)},
          {"mode", intents::name(s.mode)},
          {"quote", quote},
          {"title", title}};
}

Json topics_to_json(const std::vector<TopicFacet>& topics) {
  Json list = Json::array();
  for (const auto& t : topics) list.push_back({{"id", t.id}, {"facet", t.facet}});
  return list;
}

Json triage_to_json(knowledge::Level level, knowledge::Action action,
                    const std::vector<RedFlagNotice>& red_flags) {
  Json flags = Json::array();
  for (const auto& f : red_flags) {
    flags.push_back({{"id", f.id}, {"title", f.title}, {"because", f.because}});
  }
  return {{"level", name(level)}, {"action", name(action)}, {"red_flags", flags}};
}

Json understood_to_json(const Understood& u) {
  Json findings = Json::array();
  for (const auto& f : u.findings)
    findings.push_back(finding_to_json(f.id, f.status, f.quote, f.title));
  Json corrected = Json::array();
  for (const auto& [from, to] : u.corrected) corrected.push_back({{"from", from}, {"to", to}});
  return {{"findings", findings},
          {"topics", topics_to_json(u.topics)},
          {"acts", u.acts},
          {"corrected", corrected}};
}

Json facets_to_json(const knowledge::Topic& topic) {
  Json facets = Json::object();
  for (const auto facet : knowledge::kFacetNames) {  // in our order, not the map's
    const auto it = topic.facets.find(facet);
    if (it == topic.facets.end()) continue;
    facets[std::string(facet)] = {{"text", it->second.text},
                                  {"points", it->second.points},
                                  {"evidence", name(it->second.evidence)},
                                  {"sources", it->second.sources}};
  }
  return facets;
}

Json exercise_to_json(const std::optional<knowledge::Exercise>& e) {
  if (!e) return nullptr;
  return {{"steps", e->steps},
          {"dose", e->dose},
          {"stop_if", e->stop_if},
          {"not_for", e->not_for},
          {"alt", e->alt}};
}

}  // namespace

Json to_json(const Reply& r) {
  Json blocks = Json::array();
  for (const auto& block : r.blocks) blocks.push_back(std::visit(BlockToJson{}, block));
  Json quick_replies = Json::array();
  for (const auto& q : r.quick_replies) {
    quick_replies.push_back({{"label", q.label}, {"message", q.message}});
  }
  Json sources = Json::array();
  for (const auto& s : r.sources) {
    sources.push_back({{"id", s.id},
                       {"title", s.title},
                       {"publisher", s.publisher},
                       {"year", s.year == 0 ? Json(nullptr) : Json(s.year)},
                       {"url", text_or_null(s.url)}});
  }
  return {{"conversation_id", r.conversation_id},
          {"turn", r.turn},
          {"state", r.state},
          {"text", r.text},
          {"blocks", blocks},
          {"question", r.question ? question_to_json(*r.question) : Json(nullptr)},
          {"quick_replies", quick_replies},
          {"triage", triage_to_json(r.triage.level, r.triage.action, r.triage.red_flags)},
          {"understood", understood_to_json(r.understood)},
          {"topics", topics_to_json(r.topics)},
          {"sources", sources},
          {"content_version", r.content_version}};
}

Json to_json(const Conversation& c, const std::string& conversation_id) {
  Json findings = Json::array();
  for (const auto& [id, known] : c.findings) {
    findings.push_back(finding_to_json(id, known.status, known.quote, known.title));
  }
  Json pending = nullptr;
  if (c.pending) pending = {{"id", c.pending->id}, {"options", c.pending->options}};
  return {{"conversation_id", conversation_id},
          {"turn", c.turn},
          {"findings", findings},
          {"answers", c.facts},
          {"triage", triage_to_json(c.level, c.action, c.red_flags)},
          {"topics", topics_to_json(c.last_topics)},
          {"pending_question", pending}};
}

Json to_json(const knowledge::Topic& t) {
  return {{"id", t.id},
          {"title", t.title},
          {"kind", std::string(knowledge::kTopicKindNames[static_cast<size_t>(t.kind)])},
          {"also_called", t.also_called},
          {"summary", t.summary},
          {"facets", facets_to_json(t)},
          {"exercise", exercise_to_json(t.exercise)},
          {"related", t.related},
          {"regions", t.regions},
          {"figure", text_or_null(t.figure)},
          {"reviewed", t.review.reviewed},
          {"reviewed_by", text_or_null(t.review.reviewed_by)},
          {"review_due", t.review.review_due}};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace bot
