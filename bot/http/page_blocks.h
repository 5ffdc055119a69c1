// The parts of a reply as HTML, for the page without JavaScript (page.h). What the widget builds
// from the same blocks looks alike.
#pragma once

#include <string>

#include "bot/reply.h"
#include "bot/settings.h"

namespace bot::http {

std::string reply_html(const Reply&);  // all but its question

// Fields "question_id" and "values", and a button that sends them.
std::string question_html(const Question&);

// What can be said when nothing else works.
std::string emergency_card_html(const Numbers&);

}  // namespace bot::http
