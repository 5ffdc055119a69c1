// A folder of small data files for one test; gone again at its end.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/problem.h"

class TempFolder {
 public:
  TempFolder() {
    char name[] = "/tmp/backtalk_test_XXXXXX";
    if (::mkdtemp(name) != nullptr) path_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Writes `text` as path()/NAME, making the folders above it.
  void write(const std::string& name, const std::string& text) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

  std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Replaces the first `from` in a file; false when it does not stand there.
  bool replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = read(name);
    const size_t at = text.find(from);
    if (at == std::string::npos) return false;
    write(name, text.replace(at, from.size(), to));
    return true;
  }

 private:
  std::filesystem::path path_;
};

// Each Problem as its author reads it.
inline std::vector<std::string> lines_of(const base::Problems& problems) {
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(problem.str());
  return lines;
}
