// The JSON shapes of api.md: how a Reply and what is known of a conversation look to clients.
//
// Promise: the strings hold valid UTF-8 JSON; the same value gives the same bytes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "bot/conversation.h"
#include "bot/reply.h"
#include "knowledge/library.h"

namespace bot {

nlohmann::ordered_json to_json(const Reply&);
nlohmann::ordered_json to_json(const Conversation&, const std::string& conversation_id);
nlohmann::ordered_json to_json(const knowledge::Topic&);
std::string dump(const nlohmann::ordered_json&);  // compact; bad UTF-8 replaced, never throws

}  // namespace bot
