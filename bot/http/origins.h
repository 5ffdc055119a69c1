// Which websites may call the API from a browser.
//
// Promise: an exact list; no patterns. Answers hold the configured text, never the client's.
// Not a lock: programs other than browsers send no Origin, and are let through.
#pragma once

#include <string>
#include <vector>

#include "bot/http/message.h"

namespace bot::http {

enum class Caller { kNoBrowser, kOwnPage, kAllowedSite, kStranger };

struct Origin {
  Caller caller = Caller::kNoBrowser;
  std::string allowed;  // the configured origin, for kAllowedSite
};

Origin judge_origin(const Request&, const std::vector<std::string>& allowed_origins);

// Adds what lets the browser show the response to the site.
void allow_origin(const Origin&, Response&);

}  // namespace bot::http
