// JSON documents that stay the same while the server runs.
#pragma once

#include "bot/http/backend.h"
#include "bot/http/web_files.h"

namespace bot::http {

Document topic_list_document(const Topics&, const std::string& content_version);

// Has a clinician signed for all of it?
bool is_reviewed(const Topics&);

// What a client needs to know before the first message: limits, the clinic, emergency numbers.
Document meta_document(const Backend&, const Settings&);

}  // namespace bot::http
