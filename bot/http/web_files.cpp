#include "bot/http/web_files.h"

#include <array>
#include <cstdio>

#include "bot/http/text_file.h"
#include "bot/http/widget_script.h"

namespace bot::http {

namespace {

struct Listed {
  const char* path;
  const char* file;
  const char* type;
};

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kScript = "text/javascript; charset=utf-8";
constexpr const char* kStyle = "text/css; charset=utf-8";
constexpr const char* kSvg = "image/svg+xml";

constexpr Listed kListed[] = {
    {kPageTemplate, "index.html", kHtml},
    {"/demo", "demo.html", kHtml},
    {"/states", "states.html", kHtml},
    {"/assets/page.css", "page.css", kStyle},
    {"/assets/demo.css", "demo.css", kStyle},
    {"/assets/states.css", "states.css", kStyle},
    {"/assets/states.js", "states.js", kScript},
    {"/assets/icon.svg", "icon.svg", kSvg},
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
    files.by_path_[listed.path] = document(listed.type, read_text(folder, listed.file, problems));
  }
  const Pictures pictures = load_pictures(folder, problems);
  for (const auto& [name, svg] : pictures) {
    files.by_path_["/assets/pictures/" + name + ".svg"] = document(kSvg, svg);
  }
  files.by_path_["/widget.js"] = document(kScript, widget_script(folder, pictures, problems));
  return files;
}

const Document* WebFiles::find(std::string_view path) const {
  const auto it = by_path_.find(path);
  return it == by_path_.end() ? nullptr : &it->second;
}

}  // namespace bot::http
