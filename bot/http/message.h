// One HTTP request and one response, as plain values.
//
// Promise: a Request holds only what passed the checks of head.h. Its body and path are the
// client's: never log them, and never put them into a response.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bot::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string path;  // as sent, without the query; not percent-decoded
  Headers headers;   // names in lower case
  std::string body;
  bool keep_alive = true;

  // Null when it is not there.
  const std::string* find_header(std::string_view lower_case_name) const;
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::string route = "other";  // for logs: "/v1/topics/{id}", never the path itself

  void set(std::string name, std::string value);
};

// The bytes to send. `close`: tell the client that the connection ends here.
std::string serialise(const Response&, bool with_body, bool close);

}  // namespace bot::http
