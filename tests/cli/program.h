// Runs the real program, as a person or a script would.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/base/temp_folder.h"

struct Ran {
  int code = -1;  // -1: it was killed
  std::string out, err;
};

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

// `out`: where stdout goes instead of into Ran::out.
inline Ran run(const std::vector<std::string>& arguments, const std::string& input = "",
               const std::string& out = "") {
  const TempFolder folder;
  folder.write("in", input);
  const std::string in_path = folder.path() / "in", err_path = folder.path() / "err";
  const std::string out_path = out.empty() ? std::string(folder.path() / "out") : out;
  const pid_t child = ::fork();
  if (child == 0) {
    std::vector<char*> argv;
    static char program[] = BACKTALK_PROGRAM;
    argv.push_back(program);
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::dup2(::open(in_path.c_str(), O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out_path.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(err_path.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    ::execv(program, argv.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return {code, out.empty() ? folder.read("out") : "", folder.read("err")};
}

// A copy of the shipped data, to break.
class DataCopy : public TempFolder {
 public:
  DataCopy() {
    for (const auto* part : {"intents/en", "knowledge/en"}) {
      std::filesystem::create_directories(path() / part);
      std::filesystem::copy(std::filesystem::path(SOURCE_DIR) / part, path() / part,
                            std::filesystem::copy_options::recursive);
    }
  }
};
