// The lines of a file, or of standard input for "-".
//
// Promise: a line comes without its end ("\n" or "\r\n"); a last line without an end counts.
#pragma once

#include <fstream>
#include <istream>
#include <string>

namespace bot::cli {

class Input {
 public:
  explicit Input(const std::string& path);

  bool next(std::string& line);
  int line_number() const { return line_number_; }  // of the last line read, from 1

  // Nothing more is there at once: a program at the other end may be waiting for our answer.
  bool would_wait();

  // Empty while all is well: "cannot read FILE: ...".
  const std::string& fault() const { return fault_; }

 private:
  std::string path_, fault_;
  std::ifstream file_;
  std::istream& in_;
  int line_number_ = 0;
};

}  // namespace bot::cli
