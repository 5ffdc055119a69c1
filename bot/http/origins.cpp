#include "bot/http/origins.h"

#include <algorithm>

namespace bot::http {

Origin judge_origin(const Request& request, const std::vector<std::string>& allowed_origins) {
  const std::string* origin = request.find_header("origin");
  if (origin == nullptr) return {};
  const auto it = std::find(allowed_origins.begin(), allowed_origins.end(), *origin);
  if (it != allowed_origins.end()) return {Caller::kAllowedSite, *it};
  // Behind a proxy our Host is not the one that the browser sees; this header, which no script can
  // set, then tells that the page is our own.
  const std::string* site = request.find_header("sec-fetch-site");
  if (site != nullptr) {
    return {*site == "same-origin" ? Caller::kOwnPage : Caller::kStranger, ""};
  }
  const std::string* host = request.find_header("host");
  const bool own =
      host != nullptr && (*origin == "http://" + *host || *origin == "https://" + *host);
  return {own ? Caller::kOwnPage : Caller::kStranger, ""};
}

void allow_origin(const Origin& origin, Response& response) {
  response.set("Vary", "Origin");
  if (origin.caller != Caller::kAllowedSite) return;
  response.set("Access-Control-Allow-Origin", origin.allowed);
  response.set("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
}

}  // namespace bot::http
