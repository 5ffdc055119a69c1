// Entry points: print_understanding, print_decision.
#include "bot/cli/explain_text.h"

#include <nlohmann/json.hpp>
#include <string>

namespace bot::cli {

using Json = nlohmann::ordered_json;

namespace {

std::string text(const Json& json) { return json.get<std::string>(); }

void head(std::ostream& out, const char* title, const Json& list) {
  out << title << (list.empty() ? ": none" : "") << '\n';
}

void print_clean(std::ostream& out, const Json& stages) {
  out << "clean text\n";
  for (const auto& clause : stages["clean"]["clauses"]) {
    out << "  sentence " << clause["sentence"] << ": " << text(clause["words"]) << '\n';
  }
  for (const auto& c : stages["corrected"]) {
    out << "  corrected: " << text(c["from"]) << " -> " << text(c["to"]) << '\n';
  }
}

void print_list(std::ostream& out, const char* title, const Json& texts) {
  for (const auto& one : texts) out << "      " << title << ": " << text(one) << '\n';
}

void print_finding(std::ostream& out, const Json& f) {
  out << "  " << text(f["id"]) << (f["active"] ? "  ACTIVE" : "  not active") << "  ("
      << text(f["class"]) << "; " << text(f["polarity"]) << ", " << text(f["time"]) << ", "
      << text(f["who"]) << ", " << text(f["mode"]) << (f["sure"] ? "" : ", not sure") << ")  \""
      << text(f["quote"]) << "\"" << (f["derived"] ? "  computed" : "") << '\n';
  print_list(out, "why", f["why"]);
  print_list(out, "matched", f["matched"]);
}

void print_topic(std::ostream& out, const Json& t) {
  out << "  " << text(t["id"]) << "  \"" << text(t["quote"]) << "\"";
  for (const auto& rival : t["rivals"]) out << "  or " << text(rival);
  out << '\n';
  print_list(out, "matched", t["matched"]);
}

void print_query(std::ostream& out, const Json& q) {
  const auto or_none = [](const Json& json) { return json == "" ? "-" : text(json); };
  out << "  " << or_none(q["topic"]) << " x " << or_none(q["facet"]);
  if (q["other_topic"] != "") out << "  compared with " << text(q["other_topic"]);
  out << (q["asked"] ? "  (asked)" : "  (told)") << '\n';
}

}  // namespace

void print_understanding(std::ostream& out, const Json& stages) {
  print_clean(out, stages);
  head(out, "findings", stages["findings"]);
  for (const auto& f : stages["findings"]) print_finding(out, f);
  head(out, "topics", stages["topics"]);
  for (const auto& t : stages["topics"]) print_topic(out, t);
  head(out, "facets", stages["facets"]);
  for (const auto& f : stages["facets"]) {
    out << "  " << text(f["id"]) << "  \"" << text(f["quote"]) << "\"\n";
  }
  head(out, "queries", stages["queries"]);
  for (const auto& q : stages["queries"]) print_query(out, q);
  head(out, "acts", stages["acts"]);
  for (const auto& a : stages["acts"]) {
    out << "  " << text(a["id"]) << "  \"" << text(a["quote"]) << "\""
        << (a["whole"] ? "  the whole message" : "") << '\n';
  }
  head(out, "values", stages["values"]);
  for (const auto& [key, value] : stages["values"].items()) {
    out << "  " << key << ": " << value.dump() << '\n';
  }
  if (stages["matcher_failed"]) out << "THE MATCHER FAILED: the message counts as danger\n";
}

void print_decision(std::ostream& out, const Json& stages) {
  const Json& triage = stages["triage"];
  out << "triage: " << text(triage["level"]) << ", " << text(triage["action"]) << '\n';
  for (const auto& f : triage["fired"]) {
    out << "  " << text(f["id"]) << " (" << text(f["code"]) << ")  " << text(f["level"]) << ", "
        << text(f["action"]) << (f["carer"] ? ", of somebody else" : "") << '\n'
        << "      why: " << text(f["why"]) << '\n';
    for (const auto& finding : f["findings"]) out << "      because of: " << text(finding) << '\n';
  }
  for (const auto& ask : triage["asks"]) {
    out << "  " << text(ask["id"]) << " asks: " << text(ask["question"]) << '\n';
  }
  out << "plan\n";
  for (const auto& step : stages["plan"]["steps"]) out << "  " << text(step) << '\n';
  if (!stages["plan"]["asking"].is_null()) {
    out << "  ask: " << text(stages["plan"]["asking"]) << '\n';
  }
  out << "reply\n" << text(stages["reply"]["text"]) << '\n';
}

}  // namespace bot::cli
