#include "bot/http/text_file.h"

#include <fstream>
#include <sstream>

namespace bot::http {

std::string read_text(const std::filesystem::path& web, const std::string& file,
                      base::Problems& problems) {
  std::ifstream in(web / file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (in && !text.str().empty()) return text.str();
  problems.push_back({"web/" + file, "", "the file is missing or empty"});
  return "";
}

}  // namespace bot::http
