#include "bot/cli/input.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

namespace bot::cli {

Input::Input(const std::string& path)
    : path_(path == "-" ? "standard input" : path), in_(path == "-" ? std::cin : file_) {
  if (path == "-") return;
  std::error_code error;
  const bool folder = std::filesystem::is_directory(path, error);
  errno = 0;
  if (!folder) file_.open(path, std::ios::binary);
  if (!folder && file_.is_open()) return;
  fault_ = "cannot read " + path_ + ": " + std::strerror(folder ? EISDIR : errno);
}

bool Input::next(std::string& line) {
  if (!fault_.empty()) return false;
  if (!std::getline(in_, line)) {
    if (in_.bad()) fault_ = "cannot read " + path_ + " to its end";
    return false;
  }
  ++line_number_;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

bool Input::would_wait() { return in_.rdbuf()->in_avail() <= 0; }

}  // namespace bot::cli
