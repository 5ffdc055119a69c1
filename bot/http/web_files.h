// The files of web/ that the server gives out, read once at the start.
//
// Promise: no path that a client sends ever reaches the file system.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace bot::http {

struct Document {
  std::string type;  // media type
  std::string body;
  std::string etag;  // of the body, quoted
};

Document document(std::string type, std::string body);

// Where find() has index.html, which goes out filled in only (page.h).
inline constexpr const char* kPageTemplate = "template of the page";

class WebFiles {
 public:
  // Adds a Problem for each file that is missing.
  static WebFiles load(const std::filesystem::path& folder, base::Problems& problems);

  const Document* find(std::string_view path) const;  // as in the request; null when unknown

 private:
  std::map<std::string, Document, std::less<>> by_path_;
};

}  // namespace bot::http
