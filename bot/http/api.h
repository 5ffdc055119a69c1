// Which address and method does what: a request in, a response out.
//
// Promise: never throws, and every response has its security headers and a request id. Nothing a
// client wrote comes back in a header, a problem or a log; messages go to the Backend only.
// Threads: respond() and refuse() may be called from any thread.
#pragma once

#include <atomic>

#include "bot/http/backend.h"
#include "bot/http/fault.h"
#include "bot/http/origins.h"
#include "bot/http/page.h"
#include "bot/http/web_files.h"

namespace bot::http {

class Api {
 public:
  Api(Backend, const Settings&, WebFiles);

  Response respond(const Request&, const std::string& request_id) const;

  // For what was no readable request.
  Response refuse(const Fault&, const std::string& request_id) const;

  // From now on /readyz says 503, so that a load balancer sends nobody here any more.
  void drain() { draining_ = true; }

 private:
  struct Route;
  static const Route* find_route(const std::string& path);

  std::variant<Response, Fault> dispatch(const Request&, const Route&) const;
  std::variant<Response, Fault> chat(const Request&, const std::string& id) const;
  std::variant<Response, Fault> get_conversation(const Request&, const std::string& id) const;
  std::variant<Response, Fault> delete_conversation(const Request&, const std::string& id) const;
  std::variant<Response, Fault> topics(const Request&, const std::string& id) const;
  std::variant<Response, Fault> topic(const Request&, const std::string& id) const;
  std::variant<Response, Fault> meta(const Request&, const std::string& id) const;
  std::variant<Response, Fault> health(const Request&, const std::string& id) const;
  std::variant<Response, Fault> ready(const Request&, const std::string& id) const;
  std::variant<Response, Fault> web_file(const Request&, const std::string& id) const;
  std::variant<Response, Fault> page(const Request&, const std::string& id) const;
  std::variant<Response, Fault> page_form(const Request&, const std::string& id) const;
  std::string answer_form(PageForm) const;

  Backend backend_;
  const Settings settings_;
  const WebFiles web_files_;
  Page page_;
  Document topic_list_, meta_, greeting_;
  std::map<std::string, Document, std::less<>> topics_;
  std::atomic<bool> draining_{false};
};

}  // namespace bot::http
