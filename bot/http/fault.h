// What can be wrong with a request, and how clients hear of it (RFC 9457 problem details).
//
// Promise: each problem says what to do in an emergency, and holds nothing that the client sent
// apart from a field's name that is a plain identifier.
#pragma once

#include <string>

#include "bot/http/message.h"

namespace bot::http {

enum class Code {
  kInvalidRequest,
  kForbiddenOrigin,
  kNotFound,
  kConversationNotFound,
  kMethodNotAllowed,
  kRequestTimeout,
  kConflict,
  kLengthRequired,
  kPayloadTooLarge,
  kUriTooLong,
  kUnsupportedMediaType,
  kHeadersTooLarge,
  kInternalError,
  kOverloaded,
  kVersionNotSupported,
};

struct Fault {
  Code code = Code::kInvalidRequest;
  std::string detail;  // one plain sentence
};

int status_of(Code);
const char* name(Code);  // "invalid_request"

Response problem(const Fault&, const std::string& request_id, const std::string& safety_text);

}  // namespace bot::http
