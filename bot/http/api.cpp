// Entry points: Api::respond and Api::refuse. The table of routes stands first.
#include "bot/http/api.h"

#include <algorithm>
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
      {"/widget.js", false, "/widget.js", &Api::web_file, nullptr, nullptr},
      {"/demo", false, "/demo", &Api::web_file, nullptr, nullptr},
      {"/states", false, "/states", &Api::web_file, nullptr, nullptr},
      {"/embed", false, "/embed", &Api::page, &Api::page_form, nullptr},
      {"/", false, "/", &Api::page, &Api::page_form, nullptr},
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

// Our pages run our own script and style, talk to us alone, and send their form nowhere else.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors ";
constexpr const char* kBarePolicy = "default-src 'none'; frame-ancestors 'none'";
constexpr const char* kPicturePolicy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

bool is_page(const std::string& route) {
  return route == "/" || route == "/embed" || route == "/demo" || route == "/states";
}

bool is_picture(const Response& response) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [](const auto& header) { return header.second == "image/svg+xml"; });
}

// Who may show this in a frame.
std::string policy_for(const Response& response, const Settings& settings) {
  if (is_picture(response)) return kPicturePolicy;
  if (!is_page(response.route)) return kBarePolicy;
  if (response.route != "/embed") return kPagePolicy + std::string("'none'");
  std::string policy = kPagePolicy + std::string("'self'");
  for (const auto& site : settings.allowed_origins) policy += " " + site;
  return policy;
}

void add_common_headers(const std::string& request_id, const Settings& settings,
                        Response& response) {
  const bool widget = response.route == "/widget.js";
  response.set("X-Request-Id", request_id);
  response.set("X-Content-Type-Options", "nosniff");
  if (response.route != "/embed") response.set("X-Frame-Options", "DENY");
  // A page's own form must show where it comes from; under "no-referrer" a browser says "null".
  response.set("Referrer-Policy", is_page(response.route) ? "same-origin" : "no-referrer");
  response.set("Cross-Origin-Resource-Policy", widget ? "cross-origin" : "same-origin");
  if (widget) response.set("Access-Control-Allow-Origin", "*");
  response.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  response.set("Content-Security-Policy", policy_for(response, settings));
  if (!has_header(response, "Cache-Control")) response.set("Cache-Control", "no-store");
  if (response.status == 503) response.set("Retry-After", "5");
}

}  // namespace

Api::Api(Backend backend, const Settings& settings, WebFiles web_files)
    : backend_(std::move(backend)), settings_(settings), web_files_(std::move(web_files)) {
  topic_list_ = topic_list_document(*backend_.topics, backend_.content_version);
  meta_ = meta_document(backend_, settings_);
  if (const Document* html = web_files_.find(kPageTemplate)) {
    page_ = Page(html->body, settings_, is_reviewed(*backend_.topics));
    greeting_ = document(html->type, page_.greeting());
  }
  for (const auto& [id, topic] : *backend_.topics) {
    topics_[id] = document("application/json", dump(to_json(topic)));
  }
}

Response Api::refuse(const Fault& fault, const std::string& request_id) const {
  Response response = problem(fault, request_id, backend_.safety_text);
  add_common_headers(request_id, settings_, response);
  return response;
}

Response Api::respond(const Request& request, const std::string& request_id) const {
  const Route* route = find_route(request.path);
  const Origin origin = judge_origin(request, settings_.allowed_origins);
  Result result = Fault{Code::kNotFound, ""};
  try {
    if (route != nullptr) {
      const bool guarded = route->is_api() || request.method == "POST";
      const bool stranger = guarded && origin.caller == Caller::kStranger;
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
  add_common_headers(request_id, settings_, response);
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

Result Api::page(const Request& request, const std::string&) const {
  return send_document(greeting_, request);
}

Result Api::page_form(const Request& request, const std::string&) const {
  const std::string* type = request.find_header("content-type");
  if (type == nullptr || !is_form(*type)) return Fault{Code::kUnsupportedMediaType, ""};
  Response response;
  response.set("Content-Type", greeting_.type);
  response.body = answer_form(read_page_form(request.body, settings_.max_message_chars));
  return response;
}

// A person reads this: whatever is wrong, they get a page that says what to do.
std::string Api::answer_form(PageForm form) const {
  if (form.empty()) return page_.refusal(form, "Please choose an answer or write a message.");
  if (form.too_long) {
    return page_.refusal(form, "That is too long. Please use at most " +
                                   std::to_string(settings_.max_message_chars) + " characters.");
  }
  try {
    auto answer = backend_.answer(form.request, backend_.now());
    const auto* refused = std::get_if<Refused>(&answer);
    if (refused != nullptr && refused->why == Refusal::kConversationNotFound) {
      form.request.conversation_id.clear();
      form.request.message_id.clear();
      if (!form.request.answer) answer = backend_.answer(form.request, backend_.now());
    }
    if (const Reply* reply = std::get_if<Reply>(&answer)) return page_.exchange(form, *reply);
    if (form.request.conversation_id.empty()) {
      return page_.refusal(form, "Our chat had ended. Please tell me again in your own words.");
    }
  } catch (...) {  // what() may hold the patient's words: say nothing of it
  }
  return page_.refusal(form, "Something went wrong. Please try again in your own words.");
}

}  // namespace bot::http
