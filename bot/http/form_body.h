// The body of the page's own form (application/x-www-form-urlencoded) into a ChatRequest: how the
// page works without JavaScript.
//
// Promise: any bytes give a PageForm. Fields that are unknown, malformed or too many are left out.
#pragma once

#include <string>
#include <string_view>

#include "bot/chat.h"

namespace bot::http {

struct PageForm {
  ChatRequest request;
  std::string shown;  // what was said, as the person saw it
  bool too_long = false;

  bool empty() const { return request.message.empty() && !request.answer; }
};

// A tapped quick reply or typed text goes before a tapped answer.
PageForm read_page_form(std::string_view body, size_t max_message_chars);

}  // namespace bot::http
