// The body of POST /v1/chat: strict JSON into a ChatRequest.
//
// Promise: any bytes give a ChatRequest or a Fault; a Fault never holds the client's text. Refused:
// bad UTF-8, nesting over 16, a key twice, a wrong type, an unknown field, too long a message.
#pragma once

#include <string>
#include <variant>

#include "bot/chat.h"
#include "bot/http/fault.h"

namespace bot::http {

std::variant<ChatRequest, Fault> read_chat_request(const std::string& body,
                                                   size_t max_message_chars);

// How long a text is, as the limit on messages counts it.
size_t code_points(std::string_view utf8);

// Could this be a conversation's id? (Its form only.)
bool is_id(std::string_view text);

}  // namespace bot::http
