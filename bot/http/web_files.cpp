#include "bot/http/web_files.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace bot::http {

namespace {

struct Listed {
  const char* path;
  const char* file;
  const char* type;
};

constexpr Listed kListed[] = {
    {"/", "index.html", "text/html; charset=utf-8"},
    {"/assets/chat.js", "chat.js", "text/javascript; charset=utf-8"},
    {"/assets/blocks.js", "blocks.js", "text/javascript; charset=utf-8"},
    {"/assets/questions.js", "questions.js", "text/javascript; charset=utf-8"},
    {"/assets/service.js", "service.js", "text/javascript; charset=utf-8"},
    {"/assets/chat.css", "chat.css", "text/css; charset=utf-8"},
    {"/assets/icon.svg", "icon.svg", "image/svg+xml"},
    {"/openapi.json", "openapi.json", "application/json"},
};

std::string etag_of(std::string_view bytes) {
  uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "\"%016llx\"", static_cast<unsigned long long>(hash));
  return text.data();
}

}  // namespace

Document document(std::string type, std::string body) {
  std::string etag = etag_of(body);
  return {std::move(type), std::move(body), std::move(etag)};
}

WebFiles WebFiles::load(const std::filesystem::path& folder, base::Problems& problems) {
  WebFiles files;
  for (const Listed& listed : kListed) {
    std::ifstream in(folder / listed.file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in || text.str().empty()) {
      problems.push_back({std::string("web/") + listed.file, "", "the file is missing or empty"});
      continue;
    }
    files.by_path_[listed.path] = document(listed.type, text.str());
  }
  return files;
}

const Document* WebFiles::find(std::string_view path) const {
  const auto it = by_path_.find(path);
  return it == by_path_.end() ? nullptr : &it->second;
}

}  // namespace bot::http
