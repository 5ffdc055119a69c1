// Entry point: understanding_to_json.
#include "bot/cli/understanding_json.h"

#include <nlohmann/json.hpp>

namespace bot::cli {

using Json = nlohmann::ordered_json;
using intents::Span;
using intents::Understanding;
using intents::Utterance;

namespace {

// The phrases of a list that hit where `span` is: each is tried alone, as the author wrote it.
Json matched_phrases(const intents::Intents& intents, const intents::PhraseList& list,
                     const Utterance& utterance, Span span) {
  intents::PhraseSet alone(intents.groups());
  std::vector<std::string> texts;
  for (const auto* phrases : {&list.phrases, &list.misspellings}) {
    for (const auto& phrase : *phrases) {
      alone.add({{phrase}, {}, {}});
      texts.push_back(phrase.text);
    }
  }
  for (const auto& composition : list.compositions) {
    alone.add({{}, {}, {composition}});
    texts.push_back(composition.text);
  }
  Json matched = Json::array();
  base::Problems none;  // they were compiled together before, so they compile
  if (!alone.compile(none)) return matched;
  const auto hits = alone.find(utterance);
  for (size_t i = 0; i < texts.size(); ++i) {
    for (const auto& hit : hits[i]) {
      if (!hit.span.overlaps(span)) continue;
      matched.push_back(texts[i]);
      break;
    }
  }
  return matched;
}

Json clean_json(const Utterance& u) {
  Json clauses = Json::array();
  for (const auto& clause : u.clauses) {
    clauses.push_back({{"sentence", clause.sentence + 1}, {"words", u.words_text(clause.words)}});
  }
  return {{"text", u.words_text({0, static_cast<int>(u.words.size())})}, {"clauses", clauses}};
}

Json findings_json(const intents::Intents& intents, const Understanding& u) {
  Json list = Json::array();
  for (const auto& m : u.findings) {
    const intents::Finding* finding = m.derived ? nullptr : intents.findings().find(m.finding);
    list.push_back({{"id", m.finding},
                    {"title", m.title},
                    {"class", name(m.cls)},
                    {"polarity", intents::name(m.status.polarity)},
                    {"time", intents::name(m.status.time)},
                    {"who", intents::name(m.status.who)},
                    {"mode", intents::name(m.status.mode)},
                    {"sure", m.status.sure},
                    {"active", m.active()},
                    {"derived", m.derived},
                    {"quote", m.quote},
                    {"why", m.status.why},
                    {"matched", finding == nullptr ? Json::array()
                                                   : matched_phrases(intents, finding->phrases,
                                                                     u.utterance, m.span)}});
  }
  return list;
}

Json topics_json(const intents::Intents& intents, const Understanding& u) {
  Json list = Json::array();
  for (const auto& place : u.topics) {
    Json matched = Json::array();
    for (const auto& topic : intents.topics().all()) {
      if (topic.id == place.id) {
        matched = matched_phrases(intents, topic.phrases, u.utterance, place.span);
      }
    }
    list.push_back({{"id", place.id},
                    {"quote", u.utterance.quote(place.span)},
                    {"rivals", place.rivals},
                    {"matched", matched}});
  }
  return list;
}

Json queries_json(const Understanding& u) {
  Json list = Json::array();
  for (const auto& q : u.queries) {
    list.push_back({{"topic", q.topic},
                    {"facet", q.facet},
                    {"other_topic", q.other_topic},
                    {"rivals", q.rivals},
                    {"asked", q.asked}});
  }
  return list;
}

Json values_json(const intents::Values& v) {
  Json json = Json::object();
  for (const auto& d : v.durations) json["durations_days"].push_back({d.low_days, d.high_days});
  const auto add = [&](const char* key, const std::optional<intents::Number>& number) {
    if (number) json[key] = number->value;
  };
  add("age", v.age);
  add("severity", v.severity);
  add("celsius", v.celsius);
  add("weeks_pregnant", v.weeks_pregnant);
  add("choice", v.choice);
  if (!v.regions.empty()) json["regions"] = v.regions;
  if (!v.side.empty()) json["side"] = v.side;
  return json;
}

}  // namespace

Json understanding_to_json(const intents::Intents& intents, const Understanding& u) {
  Json corrected = Json::array(), facets = Json::array(), acts = Json::array();
  for (const auto& c : u.corrected) corrected.push_back({{"from", c.from}, {"to", c.to}});
  for (const auto& f : u.facets) {
    facets.push_back({{"id", f.id}, {"quote", u.utterance.quote(f.span)}});
  }
  for (const auto& a : u.acts) {
    acts.push_back({{"id", a.id}, {"quote", u.utterance.quote(a.span)}, {"whole", a.whole}});
  }
  return {{"message", u.utterance.raw},
          {"clean", clean_json(u.utterance)},
          {"corrected", corrected},
          {"findings", findings_json(intents, u)},
          {"topics", topics_json(intents, u)},
          {"facets", facets},
          {"queries", queries_json(u)},
          {"acts", acts},
          {"values", values_json(u.values)},
          {"matcher_failed", u.matcher_failed}};
}

const char* name(intents::FindingClass cls) {
  switch (cls) {
    case intents::FindingClass::kSymptom:
      return "symptom";
    case intents::FindingClass::kFunction:
      return "function";
    case intents::FindingClass::kEvent:
      return "event";
    case intents::FindingClass::kDisease:
      return "disease";
  }
  return "symptom";
}

}  // namespace bot::cli
