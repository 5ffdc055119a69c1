#include "bot/http/page_blocks.h"

#include <algorithm>

#include "bot/http/page.h"
#include "bot/wire.h"

namespace bot::http {

namespace {

std::string tag(const std::string& name, const std::string& text) {
  return "<" + name + ">" + escape_html(text) + "</" + name + ">\n";
}

std::string paragraphs(const std::string& text) {
  std::string html;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) {
      html += "<p class=\"lines\">" + escape_html(text.substr(at, end - at)) + "</p>\n";
    }
    at = end + 2;
  }
  return html;
}

std::string list(const std::string& name, const std::vector<std::string>& items) {
  if (items.empty()) return "";
  std::string html = "<" + name + ">\n";
  for (const auto& item : items) html += tag("li", item);
  return html + "</" + name + ">\n";
}

// Colour alone never says how urgent a card is.
std::string urgency_words(knowledge::Level level) {
  if (level == knowledge::Level::kEmergency) return "Immediate action required: ";
  return level == knowledge::Level::kUrgent ? "Urgent advice: " : "Non-urgent advice: ";
}

bool starts_with(const std::string& text, std::string_view start) {
  return text.compare(0, start.size(), start) == 0;
}

// Only what we link to: telephone numbers and web pages.
std::string link(const std::string& css, const std::string& href, const std::string& label) {
  if (!starts_with(href, "tel:") && !starts_with(href, "https://") &&
      !starts_with(href, "http://")) {
    return escape_html(label);
  }
  return "<a class=\"" + css + "\" rel=\"noopener noreferrer\" href=\"" + escape_html(href) +
         "\">" + escape_html(label) + "</a>";
}

std::string care_card(const CareCardBlock& card) {
  const std::string level = name(card.level);
  std::string html = "<section class=\"card card-" + level + "\"><h3><span class=\"hidden\">" +
                     urgency_words(card.level) + "</span>" + escape_html(card.heading) +
                     "</h3>\n<div class=\"card-body\">" + list("ul", card.items);
  for (const auto& action : card.actions) {
    html += "<p>" + link("call", action.value, action.label) + "</p>\n";
  }
  return html + "</div></section>\n";
}

std::string picture(const std::string& id, const std::string& alt) {
  const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (id.empty() || !plain) return alt.empty() ? "" : tag("p", alt);
  return "<p class=\"figure\"><img src=\"assets/pictures/" + id + ".svg\" alt=\"" +
         escape_html(alt) + "\"></p>\n";
}

struct BlockToHtml {
  const Reply& reply;

  std::string operator()(const TextBlock& b) const { return paragraphs(b.text); }
  std::string operator()(const CareCardBlock& b) const { return care_card(b); }
  std::string operator()(const ListBlock& b) const {
    return (b.title.empty() ? "" : tag("h3", b.title)) + list("ul", b.items);
  }
  std::string operator()(const TableBlock& b) const {
    std::string html = "<div class=\"scroll\"><table><thead><tr>";
    for (const auto& column : b.columns) {
      html += column.empty() ? "<td></td>" : "<th scope=\"col\">" + escape_html(column) + "</th>";
    }
    html += "</tr></thead><tbody>\n";
    for (const auto& row : b.rows) {
      html += "<tr>";
      for (size_t i = 0; i < row.size(); ++i) {
        html += i == 0 ? "<th scope=\"row\">" + escape_html(row[i]) + "</th>"
                       : "<td>" + escape_html(row[i]) + "</td>";
      }
      html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
  }
  std::string operator()(const ExerciseBlock& b) const {
    std::string html = "<section class=\"exercise\">" + tag("h3", b.title) +
                       picture(b.figure, b.alt) + list("ol", b.steps);
    if (!b.dose.empty()) html += "<p><strong>How much:</strong> " + escape_html(b.dose) + "</p>\n";
    if (!b.stop_if.empty()) html += "<p><strong>Stop if:</strong></p>\n" + list("ul", b.stop_if);
    return html + "</section>\n";
  }
  std::string operator()(const FigureBlock& b) const { return picture(b.id, b.alt); }
  std::string operator()(const EvidenceBlock& b) const { return tag("p", b.text); }
  std::string operator()(const SourcesBlock&) const {
    std::string html = "<details><summary>Where this comes from</summary><ul>\n";
    for (const auto& source : reply.sources) {
      std::string title = source.title;
      if (!source.publisher.empty()) title += ", " + source.publisher;
      if (source.year != 0) title += ", " + std::to_string(source.year);
      html += "<li>" + link("source", source.url, title) + "</li>\n";
    }
    return html + "</ul></details>\n";
  }
};

// The label goes with the form, so that the next page can say what was chosen.
std::string option(const std::string& type, const std::string& value, const std::string& label) {
  return "<input type=\"hidden\" name=\"label\" value=\"" + escape_html(value + "=" + label) +
         "\">\n" + "<label class=\"option\"><input type=\"" + type + "\" name=\"values\" value=\"" +
         escape_html(value) + "\"> <span>" + escape_html(label) + "</span></label>\n";
}

}  // namespace

std::string reply_html(const Reply& reply) {
  std::string cards, others;
  for (const Block& block : reply.blocks) {
    const bool card = std::holds_alternative<CareCardBlock>(block);
    (card ? cards : others) += std::visit(BlockToHtml{reply}, block);
  }
  return cards.empty() && others.empty() ? paragraphs(reply.text) : cards + others;
}

std::string question_html(const Question& q) {
  const bool several = q.kind == QuestionKind::kMulti || q.kind == QuestionKind::kBodyMap;
  std::string html = "<fieldset class=\"question\"><legend>" + escape_html(q.text) + "</legend>\n";
  html += "<input type=\"hidden\" name=\"question_id\" value=\"" + escape_html(q.id) + "\">\n";
  if (q.kind == QuestionKind::kScale) {
    for (int value = q.min; value <= q.max; ++value) {
      const std::string words = value == q.min ? q.min_label : value == q.max ? q.max_label : "";
      const std::string number = std::to_string(value);
      html += option("radio", number, words.empty() ? number : number + " " + words);
    }
  }
  for (const Option& o : q.options) html += option(several ? "checkbox" : "radio", o.id, o.label);
  html += "<p><button class=\"primary\">Continue</button></p>\n";
  if (!q.why.empty()) {
    html += "<details><summary>Why do you ask?</summary>" + tag("p", q.why) + "</details>\n";
  }
  return html + "</fieldset>\n";
}

std::string emergency_card_html(const Numbers& numbers) {
  CareCardBlock card;
  card.level = knowledge::Level::kEmergency;
  card.heading = "Call " + numbers.emergency + " now for any of these with back pain:";
  card.items = {"numb between the legs or around the bottom",
                "can't pee, or pee or poo leaks",
                "both legs weak or numb, or a leg getting weaker",
                "chest pain, or trouble breathing",
                "fever and very unwell",
                "thoughts of ending your life"};
  if (!numbers.emergency_tel.empty()) {
    card.actions = {{"call", "Call " + numbers.emergency, "tel:" + numbers.emergency_tel}};
  }
  return care_card(card);
}

}  // namespace bot::http
