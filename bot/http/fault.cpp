#include "bot/http/fault.h"

#include <nlohmann/json.hpp>

#include "bot/wire.h"

namespace bot::http {

namespace {

struct Row {
  Code code;
  int status;
  const char* name;
  const char* title;
};

constexpr Row kRows[] = {
    {Code::kInvalidRequest, 400, "invalid_request", "The request is not valid"},
    {Code::kForbiddenOrigin, 403, "forbidden_origin", "This website may not use Backtalk"},
    {Code::kNotFound, 404, "not_found", "There is nothing here"},
    {Code::kConversationNotFound, 404, "conversation_not_found",
     "This conversation is unknown or has ended"},
    {Code::kMethodNotAllowed, 405, "method_not_allowed", "This method is not allowed here"},
    {Code::kRequestTimeout, 408, "request_timeout", "The request took too long to arrive"},
    {Code::kConflict, 409, "conflict", "Two messages came at the same time"},
    {Code::kLengthRequired, 411, "length_required", "A Content-Length is needed"},
    {Code::kPayloadTooLarge, 413, "payload_too_large", "The message is too long"},
    {Code::kUriTooLong, 414, "uri_too_long", "The address is too long"},
    {Code::kUnsupportedMediaType, 415, "unsupported_media_type",
     "Only application/json is understood"},
    {Code::kHeadersTooLarge, 431, "headers_too_large", "The request headers are too large"},
    {Code::kInternalError, 500, "internal_error", "Something went wrong"},
    {Code::kOverloaded, 503, "overloaded", "The service cannot answer at the moment"},
    {Code::kVersionNotSupported, 505, "version_not_supported",
     "Only HTTP/1.1 and HTTP/1.0 are understood"},
};

const Row& row_of(Code code) {
  for (const Row& row : kRows) {
    if (row.code == code) return row;
  }
  return kRows[0];
}

}  // namespace

int status_of(Code code) { return row_of(code).status; }
const char* name(Code code) { return row_of(code).name; }

Response problem(const Fault& fault, const std::string& request_id,
                 const std::string& safety_text) {
  const Row& row = row_of(fault.code);
  Response response;
  response.status = row.status;
  response.set("Content-Type", "application/problem+json");
  response.body = dump({{"type", "urn:backtalk:problem:" + std::string(row.name)},
                        {"title", row.title},
                        {"status", row.status},
                        {"detail", fault.detail.empty() ? row.title : fault.detail},
                        {"code", row.name},
                        {"request_id", request_id},
                        {"safety_text", safety_text}});
  return response;
}

}  // namespace bot::http
