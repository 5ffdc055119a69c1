// POSIX regular expressions for tests. (std::regex makes GCC 12 warn under the sanitizers.)
#pragma once

#include <regex.h>

#include <string>
#include <vector>

namespace http_test {

class Expression {
 public:
  explicit Expression(const std::string& pattern) {
    bad_ = ::regcomp(&regex_, pattern.c_str(), REG_EXTENDED) != 0;
  }
  ~Expression() {
    if (!bad_) ::regfree(&regex_);
  }
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;

  bool found_in(const std::string& text) const { return bad_ || !all_in(text).empty(); }

  // The first group of each match.
  std::vector<std::string> all_in(const std::string& text) const {
    std::vector<std::string> found;
    regmatch_t match[2];
    for (size_t at = 0; ::regexec(&regex_, text.c_str() + at, 2, match, 0) == 0;) {
      const regmatch_t& part = match[1].rm_so < 0 ? match[0] : match[1];
      found.push_back(text.substr(at + part.rm_so, part.rm_eo - part.rm_so));
      at += match[0].rm_eo;
      if (match[0].rm_eo == match[0].rm_so) break;
    }
    return found;
  }

 private:
  regex_t regex_;
  bool bad_ = false;
};

}  // namespace http_test
