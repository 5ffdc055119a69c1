// Entry points: Api::respond and Api::refuse. The table of routes stands first.
#include "bot/http/api.h"

#include <nlohmann/json.hpp>

#include "bot/http/documents.h"
#include "bot/http/json_body.h"
#include "bot/http/media_type.h"
#include "bot/wire.h"

namespace bot::http {

using Result = std::variant<Response, Fault>;

struct Api::Route {
  using Action = Result (Api::*)(const Request&, const std::string& id) const;
  std::string_view path;  // whole, or up to the id that follows it
  bool takes_id = false;
  const char* name = "";  // for logs
  Action get = nullptr, post = nullptr, del = nullptr;

  bool matches(std::string_view asked) const {
    return takes_id ? asked.size() > path.size() && asked.substr(0, path.size()) == path
                    : asked == path;
  }
  std::string methods() const {
    return std::string(get != nullptr ? "GET, HEAD, " : "") + (post != nullptr ? "POST, " : "") +
           (del != nullptr ? "DELETE, " : "") + "OPTIONS";
  }
  Action action(std::string_view method) const {
    return method == "GET" || method == "HEAD" ? get
           : method == "POST"                  ? post
           : method == "DELETE"                ? del
                                               : nullptr;
  }
  bool is_api() const { return path.substr(0, 4) == "/v1/"; }
};

const Api::Route* Api::find_route(const std::string& path) {
  static const Route kRoutes[] = {
      {"/v1/chat", false, "/v1/chat", nullptr, &Api::chat, nullptr},
      {"/v1/conversations/", true, "/v1/conversations/{id}", &Api::get_conversation, nullptr,
       &Api::delete_conversation},
      {"/v1/topics", false, "/v1/topics", &Api::topics, nullptr, nullptr},
      {"/v1/topics/", true, "/v1/topics/{id}", &Api::topic, nullptr, nullptr},
      {"/v1/meta", false, "/v1/meta", &Api::meta, nullptr, nullptr},
      {"/healthz", false, "/healthz", &Api::health, nullptr, nullptr},
      {"/readyz", false, "/readyz", &Api::ready, nullptr, nullptr},
      {"/openapi.json", false, "/openapi.json", &Api::web_file, nullptr, nullptr},
      {"/assets/", true, "/assets/{file}", &Api::web_file, nullptr, nullptr},
      {"/", false, "/", &Api::web_file, nullptr, nullptr},
  };
  for (const Route& route : kRoutes) {
    if (route.matches(path)) return &route;
  }
  return nullptr;
}

namespace {

Response json_response(std::string body) {
  Response response;
  response.set("Content-Type", "application/json");
  response.body = std::move(body);
  return response;
}

// Documents may be kept by the client, but it asks each time whether they are still right.
Response send_document(const Document& document, const Request& request) {
  Response response;
  response.set("ETag", document.etag);
  response.set("Cache-Control", "no-cache");
  const std::string* known = request.find_header("if-none-match");
  if (known != nullptr && known->find(document.etag) != std::string::npos) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", document.type);
  response.body = document.body;
  return response;
}

bool is_json(const Request& request) {
  const std::string* type = request.find_header("content-type");
  return type != nullptr && is_utf8_json(*type);
}

Response options_response(const std::string& methods, const Origin& origin) {
  Response response;
  response.status = 204;
  response.set("Allow", methods);
  if (origin.caller == Caller::kAllowedSite) {
    response.set("Access-Control-Allow-Methods", methods);
    response.set("Access-Control-Allow-Headers", "Content-Type");
    response.set("Access-Control-Max-Age", "600");
  }
  return response;
}

bool has_header(const Response& response, std::string_view name) {
  for (const auto& header : response.headers) {
    if (header.first == name) return true;
  }
  return false;
}

// The page runs our own script and style, talks to us alone, and sends no form anywhere.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";
constexpr const char* kBarePolicy = "default-src 'none'; frame-ancestors 'none'";

void add_common_headers(const std::string& request_id, Response& response) {
  response.set("X-Request-Id", request_id);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  response.set("Content-Security-Policy", response.route == "/" ? kPagePolicy : kBarePolicy);
  if (!has_header(response, "Cache-Control")) response.set("Cache-Control", "no-store");
  if (response.status == 503) response.set("Retry-After", "5");
}

}  // namespace

Api::Api(Backend backend, const Settings& settings, WebFiles web_files)
    : backend_(std::move(backend)), settings_(settings), web_files_(std::move(web_files)) {
  topic_list_ = topic_list_document(*backend_.topics, backend_.content_version);
  meta_ = meta_document(backend_, settings_);
  for (const auto& [id, topic] : *backend_.topics) {
    topics_[id] = document("application/json", dump(to_json(topic)));
  }
}

Response Api::refuse(const Fault& fault, const std::string& request_id) const {
  Response response = problem(fault, request_id, backend_.safety_text);
  add_common_headers(request_id, response);
  return response;
}

Response Api::respond(const Request& request, const std::string& request_id) const {
  const Route* route = find_route(request.path);
  const Origin origin = judge_origin(request, settings_.allowed_origins);
  Result result = Fault{Code::kNotFound, ""};
  try {
    if (route != nullptr) {
      const bool stranger = route->is_api() && origin.caller == Caller::kStranger;
      result = stranger                      ? Result(Fault{Code::kForbiddenOrigin, ""})
               : request.method == "OPTIONS" ? Result(options_response(route->methods(), origin))
                                             : dispatch(request, *route);
    }
  } catch (...) {  // what() may hold the patient's words: say nothing of it
    result = Fault{Code::kInternalError, ""};
  }
  const Fault* fault = std::get_if<Fault>(&result);
  Response response = fault != nullptr ? problem(*fault, request_id, backend_.safety_text)
                                       : std::get<Response>(std::move(result));
  if (route != nullptr) {
    response.route = route->name;
    if (response.status == 405) response.set("Allow", route->methods());
    if (route->is_api()) allow_origin(origin, response);
  }
  add_common_headers(request_id, response);
  return response;
}

Result Api::dispatch(const Request& request, const Route& route) const {
  const Route::Action action = route.action(request.method);
  if (action == nullptr) return Fault{Code::kMethodNotAllowed, ""};
  return (this->*action)(request, route.takes_id ? request.path.substr(route.path.size()) : "");
}

Result Api::chat(const Request& request, const std::string&) const {
  if (!is_json(request)) return Fault{Code::kUnsupportedMediaType, ""};
  const auto read = read_chat_request(request.body, settings_.max_message_chars);
  if (const Fault* fault = std::get_if<Fault>(&read)) return *fault;
  const auto answer = backend_.answer(std::get<ChatRequest>(read), backend_.now());
  if (const Reply* reply = std::get_if<Reply>(&answer)) return json_response(dump(to_json(*reply)));
  const Refused& refused = std::get<Refused>(answer);
  switch (refused.why) {
    case Refusal::kConversationNotFound:
      return Fault{Code::kConversationNotFound, ""};
    case Refusal::kConflict:
      return Fault{Code::kConflict, refused.detail};
    case Refusal::kInvalidRequest:
      break;
  }
  return Fault{Code::kInvalidRequest, refused.detail};
}

Result Api::get_conversation(const Request&, const std::string& id) const {
  const auto known = is_id(id) ? backend_.conversation(id, backend_.now()) : std::nullopt;
  if (!known) return Fault{Code::kConversationNotFound, ""};
  return json_response(dump(to_json(*known, id)));
}

Result Api::delete_conversation(const Request&, const std::string& id) const {
  if (!is_id(id) || !backend_.forget(id)) return Fault{Code::kConversationNotFound, ""};
  Response response;
  response.status = 204;
  return response;
}

Result Api::topics(const Request& request, const std::string&) const {
  return send_document(topic_list_, request);
}

Result Api::topic(const Request& request, const std::string& id) const {
  const auto it = topics_.find(id);
  if (it == topics_.end()) return Fault{Code::kNotFound, "There is no topic of this id."};
  return send_document(it->second, request);
}

Result Api::meta(const Request& request, const std::string&) const {
  return send_document(meta_, request);
}

Result Api::health(const Request&, const std::string&) const {
  return json_response(R"({"status":"ok"})");
}

Result Api::ready(const Request&, const std::string&) const {
  if (draining_) return Fault{Code::kOverloaded, "The server is stopping."};
  return json_response(R"({"status":"ready"})");
}

Result Api::web_file(const Request& request, const std::string&) const {
  const Document* file = web_files_.find(request.path);
  if (file == nullptr) return Fault{Code::kNotFound, ""};
  return send_document(*file, request);
}

}  // namespace bot::http
