// Entry points: Page::greeting, exchange and refusal.
#include "bot/http/page.h"

#include <algorithm>

#include "bot/http/log.h"
#include "bot/http/page_blocks.h"

namespace bot::http {

namespace {

void replace_all(std::string& text, std::string_view mark, const std::string& value) {
  for (size_t at = text.find(mark); at != std::string::npos;
       at = text.find(mark, at + value.size())) {
    text.replace(at, mark.size(), value);
  }
}

std::string call_or_words(const Numbers& numbers) {
  const std::string words = escape_html(numbers.emergency);
  if (numbers.emergency_tel.empty()) return words;
  return "<a class=\"call\" href=\"tel:" + escape_html(numbers.emergency_tel) + "\">" + words +
         "</a>";
}

std::string hidden(const std::string& name, const std::string& value) {
  if (value.empty()) return "";
  return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape_html(value) + "\">\n";
}

std::string quick(const std::string& message, const std::string& label) {
  return "<button class=\"choice\" name=\"quick\" value=\"" + escape_html(message) + "\">" +
         escape_html(label) + "</button>\n";
}

// The first button of a form is the one that the Enter key presses: it must send what was chosen.
std::string form_html(const std::string& conversation_id, const Reply* reply,
                      const std::string& typed) {
  std::string html = "<form method=\"post\" class=\"ask\" autocomplete=\"off\">\n";
  html += hidden("conversation_id", conversation_id) + hidden("message_id", new_request_id());
  if (reply != nullptr && reply->question) html += question_html(*reply->question);
  html +=
      "<label for=\"message\">Your message</label>\n"
      "<textarea id=\"message\" name=\"message\" rows=\"3\" dir=\"auto\" maxlength=\"4000\" "
      "aria-describedby=\"hint\">" +
      escape_html(typed) +
      "</textarea>\n"
      "<p id=\"hint\" class=\"hint\">Please leave out names, addresses and birth dates.</p>\n"
      "<p><button class=\"primary\">Send</button></p>\n";
  std::string offers;
  if (reply != nullptr) {
    for (const QuickReply& offer : reply->quick_replies)
      offers += quick(offer.message, offer.label);
    if (!conversation_id.empty()) {
      offers += quick("start over", "Start again") + quick("forget me", "Delete my chat") +
                quick("talk to a person", "Talk to a person");
    }
  }
  if (!offers.empty()) {
    html += "<fieldset class=\"plain\"><legend>You could also say</legend>\n<div class=\"row\">" +
            offers + "</div></fieldset>\n";
  }
  return html + "</form>\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

Page::Page(std::string html, const Settings& settings, bool reviewed) {
  constexpr std::string_view kBegin = "<!--greeting-->", kEnd = "<!--/greeting-->";
  const Numbers numbers = numbers_for(settings);
  replace_all(html, "{{EMERGENCY}}", call_or_words(numbers));
  replace_all(html, "{{CLINIC}}", escape_html(settings.clinic_name));
  replace_all(html, "{{REVIEWED}}", reviewed ? "" : "No clinician has reviewed what I say yet.");
  const size_t begin = html.find(kBegin), end = html.find(kEnd);
  if (begin == std::string::npos || end == std::string::npos) {
    after_ = html;
  } else {
    before_ = html.substr(0, begin);
    greeting_ = html.substr(begin + kBegin.size(), end - begin - kBegin.size());
    after_ = html.substr(end + kEnd.size());
  }
  emergency_ = emergency_card_html(numbers);
}

std::string Page::with(const std::string& conversation, const std::string& form) const {
  std::string html = before_ + conversation + after_;
  const size_t at = html.rfind("{{FORM}}");  // the last: nothing after it was said by anybody
  return at == std::string::npos ? html : html.replace(at, 8, form);
}

std::string Page::greeting() const { return with(greeting_, form_html("", nullptr, "")); }

std::string Page::exchange(const PageForm& form, const Reply& reply) const {
  std::string html = "<div class=\"turn you\"><h2>You</h2><p class=\"lines\">" +
                     escape_html(form.shown) + "</p></div>\n";
  html += "<div class=\"turn bot\"><h2>Backtalk</h2>\n" + reply_html(reply) + "</div>\n";
  return with(html, form_html(reply.conversation_id, &reply, ""));
}

std::string Page::refusal(const PageForm& form, const std::string& error) const {
  const std::string html =
      "<p class=\"error\" role=\"alert\">" + escape_html(error) + "</p>\n" + emergency_;
  return with(html, form_html(form.request.conversation_id, nullptr, form.request.message));
}

}  // namespace bot::http
