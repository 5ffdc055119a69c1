// What the Content-Type of a request says.
#pragma once

#include <string_view>

namespace bot::http {

// Promise: true for application/json with no charset or UTF-8, in any case and spacing. JSON is
// UTF-8 by definition, so another charset is a client's mistake that would garble words.
bool is_utf8_json(std::string_view content_type);

// What a browser sends a form as.
bool is_form(std::string_view content_type);

}  // namespace bot::http
