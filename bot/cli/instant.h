// Times as people type them, in UTC.
#pragma once

#include <optional>
#include <string>

#include "bot/conversation.h"

namespace bot::cli {

// "2026-01-05T09:00:00Z"; nullopt for anything else.
std::optional<Instant> read_instant(const std::string& text);

}  // namespace bot::cli
