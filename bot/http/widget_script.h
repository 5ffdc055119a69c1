// widget.js: the files of web/widget/ and the pictures, put together into one script.
//
// Promise: one classic script that runs by itself, without build step; the same files give the same
// bytes. Lines that are only a comment, and the blanks that lines begin with, are left out.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/problem.h"

namespace bot::http {

using Pictures = std::map<std::string, std::string>;  // name -> the text of the SVG

// Of web/pictures/, by the file's stem.
Pictures load_pictures(const std::filesystem::path& web, base::Problems& problems);

// Adds a Problem for each file that is missing.
std::string widget_script(const std::filesystem::path& web, const Pictures&,
                          base::Problems& problems);

}  // namespace bot::http
