// What a setting's text must look like.
//
// Promise: each check returns what is wrong, in words for the person who set it; empty: nothing.
#pragma once

#include <string>

namespace bot {

using TextFault = std::string (*)(const std::string&);

std::string line_fault(const std::string&);     // one line that patients read
std::string country_fault(const std::string&);  // ISO 3166 alpha-2, in either case
std::string phone_fault(const std::string&);
std::string url_fault(const std::string&);
std::string origin_fault(const std::string&);  // as browsers send it in "Origin"

}  // namespace bot
