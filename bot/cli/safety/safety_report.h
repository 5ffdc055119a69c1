// The safety study as a document for people who must sign for it: Markdown and HTML, same content.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bot/cli/safety/safety_study.h"

namespace bot::cli {

struct ReportTable {
  std::string title, note;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Report {
  std::string title, note;
  std::vector<ReportTable> tables;
};

// `labelled`: scored messages that stand beside the study; null for none.
Report safety_report(const SafetyStudy&, const Score* labelled, const std::string& content_version);

std::string to_markdown(const Report&);
std::string to_html(const Report&);  // one page without scripts or outside files

// The same figures for programs; `show_text`: with the messages that went wrong.
nlohmann::ordered_json safety_to_json(const SafetyStudy&, const Score* labelled, bool show_text);

}  // namespace bot::cli
