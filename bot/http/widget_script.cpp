#include "bot/http/widget_script.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "bot/http/text_file.h"
#include "bot/wire.h"

namespace bot::http {

namespace {

// They share one scope, in this order.
constexpr const char* kParts[] = {"texts.js",   "dom.js",       "service.js", "storage.js",
                                  "blocks.js",  "questions.js", "view.js",    "chat.js",
                                  "drawing.js", "changes.js",   "tools.js",   "element.js"};
constexpr const char* kStyles[] = {"style.css", "blocks.css", "adapt.css"};

// No text of ours that spans lines begins a line with "//" or needs its indentation.
std::string without_comments(const std::string& script) {
  std::istringstream lines(script);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    const size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos || line.compare(first, 2, "//") == 0) continue;
    result += line.substr(first) + "\n";
  }
  return result;
}

std::string without_css_comments(std::string css) {
  for (size_t at = css.find("/*"); at != std::string::npos; at = css.find("/*", at)) {
    css.erase(at, css.find("*/", at) + 2 - at);
  }
  return without_comments(css);
}

// What the widget builds a picture from: neither the style that it has for files of its own, nor
// line ends.
std::string bare(std::string svg) {
  const size_t style = svg.find("<style>"), end = svg.find("</style>");
  if (style != std::string::npos && end != std::string::npos) svg.erase(style, end + 8 - style);
  std::string result;
  for (const char c : svg) {
    if (c != '\n') result += c;
  }
  return result;
}

}  // namespace

Pictures load_pictures(const std::filesystem::path& web, base::Problems& problems) {
  Pictures pictures;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(web / "pictures", error)) {
    if (entry.path().extension() != ".svg") continue;
    pictures[entry.path().stem().string()] =
        read_text(web, "pictures/" + entry.path().filename().string(), problems);
  }
  return pictures;
}

std::string widget_script(const std::filesystem::path& web, const Pictures& pictures,
                          base::Problems& problems) {
  nlohmann::ordered_json drawings = nlohmann::ordered_json::object();
  for (const auto& [name, svg] : pictures) drawings[name] = bare(svg);
  std::string style;
  for (const char* part : kStyles) {
    style += without_css_comments(read_text(web, std::string("widget/") + part, problems));
  }
  std::string script =
      "// Backtalk's chat widget. Made of web/widget/ by the server.\n(() => {\n'use strict';\n";
  script += "const styleText = " + dump(style) + ";\n";
  script += "const pictures = " + dump(drawings) + ";\n";
  for (const char* part : kParts) {
    script += without_comments(read_text(web, std::string("widget/") + part, problems));
  }
  return script + "})();\n";
}

}  // namespace bot::http
