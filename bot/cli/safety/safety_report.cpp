#include "bot/cli/safety/safety_report.h"

#include <cstdio>

namespace bot::cli {

namespace {

using knowledge::Level;

std::string cell(const Tally& tally) {
  if (tally.all == 0) return "-";
  const Interval interval = wilson(tally);
  char text[80];
  std::snprintf(text, sizeof text, "%zu of %zu, %.1f %% (%.1f to %.1f)", tally.right, tally.all,
                100.0 * static_cast<double>(tally.right) / static_cast<double>(tally.all),
                100 * interval.low, 100 * interval.high);
  return text;
}

Tally& operator+=(Tally& sum, const Tally& more) {
  sum.right += more.right;
  sum.all += more.all;
  return sum;
}

ReportTable by_sign(const SafetyStudy& study) {
  ReportTable table{"By danger sign",
                    "Recall: the share of examples that raise this very sign. Look-alikes and "
                    "turned messages count as right when they stay below urgent.",
                    {"Code", "Danger sign", "Examples raised", "Mutants that keep the level",
                     "Look-alikes quiet", "Negated, imagined or past quiet"},
                    {}};
  SignStudy all{"", "", "All", {}, {}, {}, {}};
  for (const auto& sign : study.signs) {
    table.rows.push_back({sign.code, sign.title, cell(sign.examples), cell(sign.kept),
                          cell(sign.look_alikes), cell(sign.quiet)});
    all.examples += sign.examples;
    all.kept += sign.kept;
    all.look_alikes += sign.look_alikes;
    all.quiet += sign.quiet;
  }
  table.rows.push_back(
      {"", all.title, cell(all.examples), cell(all.kept), cell(all.look_alikes), cell(all.quiet)});
  return table;
}

ReportTable by_kind(const SafetyStudy& study) {
  ReportTable table{"By kind of mutant",
                    "Every example at urgent or above, changed by rule. The first kinds keep the "
                    "meaning and must keep the level; the last ones take it away and must not "
                    "alarm. " +
                        std::to_string(study.certain) +
                        " examples rest on signs that are never silenced by \"if\" or \"not\", "
                        "such as thoughts of suicide: they are in the first kinds only.",
                    {"Mutant", "Emergency kept", "Urgent kept", "Quiet"},
                    {}};
  for (const auto& kind : mutant_kinds()) {
    const auto it = study.kinds.find(kind.id);
    if (it == study.kinds.end()) continue;
    table.rows.push_back(
        {kind.title, cell(it->second.emergency), cell(it->second.urgent), cell(it->second.quiet)});
  }
  return table;
}

ReportTable labelled_messages(const Score& score) {
  ReportTable table{"Labelled messages",
                    "Messages that were written without sight of the phrases. Sensitivity: at the "
                    "level or above it; specificity: below it.",
                    {"Level", "Sensitivity", "Specificity"},
                    {}};
  for (const Level level : {Level::kEmergency, Level::kUrgent, Level::kSoon}) {
    const Threshold& t = score.at_least[static_cast<size_t>(level)];
    const std::string title = name(level) + (level == Level::kEmergency ? "" : " or above");
    table.rows.push_back({title, cell(t.sensitivity), cell(t.specificity)});
  }
  return table;
}

ReportTable missed(const SafetyStudy& study) {
  ReportTable table{
      "What went wrong", "", {"Danger sign", "Kind", "Expected", "Given", "Message"}, {}};
  for (const auto& miss : study.misses) {
    std::string text;
    for (const auto& turn : miss.turns) text += (text.empty() ? "" : " / ") + turn;
    table.rows.push_back({miss.sign, miss.kind, miss.expected, miss.got, text});
  }
  return table;
}

// Text that means something to Markdown or HTML is made plain.
std::string escaped(const std::string& text, bool html) {
  std::string out;
  for (const char c : text) {
    if (html && c == '<') {
      out += "&lt;";
    } else if (html && c == '>') {
      out += "&gt;";
    } else if (html && c == '&') {
      out += "&amp;";
    } else if (!html && (c == '|' || c == '<' || c == '*' || c == '_' || c == '`')) {
      out += '\\';
      out += c;
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out;
}

std::string html_row(const std::vector<std::string>& cells, const std::string& tag) {
  std::string out = "<tr>";
  for (const auto& text : cells) out += "<" + tag + ">" + escaped(text, true) + "</" + tag + ">";
  return out + "</tr>\n";
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const auto& text : cells) out += " " + escaped(text, false) + " |";
  return out + "\n";
}

}  // namespace

Report safety_report(const SafetyStudy& study, const Score* labelled,
                     const std::string& content_version) {
  Report report{
      "Backtalk: safety report",
      "Content version " + content_version + ". Figures in brackets: 95 % score interval (Wilson).",
      {by_kind(study), by_sign(study)}};
  if (labelled != nullptr) report.tables.push_back(labelled_messages(*labelled));
  report.tables.push_back(missed(study));
  return report;
}

std::string to_markdown(const Report& report) {
  std::string out = "# " + report.title + "\n\n" + report.note + "\n";
  for (const auto& table : report.tables) {
    out += "\n## " + table.title + "\n\n";
    if (!table.note.empty()) out += table.note + "\n\n";
    if (table.rows.empty()) {
      out += "Nothing.\n";
      continue;
    }
    out += markdown_row(table.columns) + "|";
    for (size_t i = 0; i < table.columns.size(); ++i) out += "---|";
    out += "\n";
    for (const auto& row : table.rows) out += markdown_row(row);
  }
  return out;
}

std::string to_html(const Report& report) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
      escaped(report.title, true) +
      "</title>\n<style>body{font:16px/1.5 sans-serif;max-width:75rem;margin:2rem auto;padding:0 "
      "1rem}"
      "table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem "
      ".5rem;"
      "text-align:left;vertical-align:top}tr{break-inside:avoid}</style>\n</head>\n<body>\n<h1>" +
      escaped(report.title, true) + "</h1>\n<p>" + escaped(report.note, true) + "</p>\n";
  for (const auto& table : report.tables) {
    out += "<h2>" + escaped(table.title, true) + "</h2>\n";
    if (!table.note.empty()) out += "<p>" + escaped(table.note, true) + "</p>\n";
    if (table.rows.empty()) {
      out += "<p>Nothing.</p>\n";
      continue;
    }
    out += "<table>\n<thead>" + html_row(table.columns, "th") + "</thead>\n<tbody>\n";
    for (const auto& row : table.rows) out += html_row(row, "td");
    out += "</tbody>\n</table>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace bot::cli
