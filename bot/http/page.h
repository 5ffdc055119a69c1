// The full page, written by the server: the chat for browsers without JavaScript.
//
// Promise: everything that a person or our data says stands in it as text, never as HTML. One
// exchange is shown at a time; the form carries the conversation on, in no address and no cookie.
#pragma once

#include <string>

#include "bot/http/backend.h"
#include "bot/http/form_body.h"

namespace bot::http {

class Page {
 public:
  Page() = default;

  // `html` is web/index.html with its marks: {{CLINIC}}, {{EMERGENCY}}, {{FORM}}, and
  // <!--greeting--> ... <!--/greeting-->.
  Page(std::string html, const Settings&, bool reviewed);

  // Before anything was said.
  std::string greeting() const;

  // After `form` was sent: what was asked and what was answered.
  std::string exchange(const PageForm& form, const Reply&) const;

  // `error` is one plain sentence; what was typed stays in the box.
  std::string refusal(const PageForm& form, const std::string& error) const;

 private:
  std::string with(const std::string& conversation, const std::string& form) const;

  std::string before_, greeting_, after_;  // `after_` holds {{FORM}}
  std::string emergency_;                  // a card, as HTML
};

std::string escape_html(std::string_view);

}  // namespace bot::http
