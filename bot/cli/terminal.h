// A reply drawn for a terminal: the care card first and framed, questions numbered.
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "bot/chat.h"

namespace bot::cli {

void draw(std::ostream&, const Reply&);

// "2" or "1, 3" after a question with options: the options tapped. Anything else: nullopt.
std::optional<Answer> read_numbers(const std::string& typed, const std::optional<Question>&);

// `text` in lines of at most `width` characters: each of its own lines begins with `first`, what
// had to be wrapped with `next`.
std::string wrapped(const std::string& text, const std::string& first = "",
                    const std::string& next = "", size_t width = 78);

}  // namespace bot::cli
