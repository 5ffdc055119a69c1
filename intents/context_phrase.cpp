// Entry point: write_out.
#include "intents/context_phrase.h"

namespace intents {

namespace {

constexpr size_t kMostRows = 400;

using Rows = std::vector<std::string>;

class Writer {
 public:
  Writer(std::string_view phrase, std::string& error) : phrase_(phrase), error_(error) {}

  // A row of alternatives up to `close`, or to the end when `close` is 0.
  Rows alternatives(char close) {
    Rows all = row(close);
    while (error_.empty() && at_ < phrase_.size() && phrase_[at_] == '|') {
      ++at_;
      for (std::string& next : row(close)) all.push_back(std::move(next));
    }
    if (close == 0) {
      if (error_.empty() && at_ < phrase_.size()) error_ = "a bracket is closed but never opened";
    } else if (error_.empty() && (at_ >= phrase_.size() || phrase_[at_++] != close)) {
      error_ = std::string("the bracket \"") + (close == ')' ? '(' : '[') + "\" is never closed";
    }
    return all;
  }

 private:
  Rows row(char close) {
    Rows rows = {""};
    while (error_.empty() && at_ < phrase_.size()) {
      const char c = phrase_[at_];
      if (c == '|' && close != 0) break;
      if (c == ')' || c == ']') break;
      ++at_;
      if (c == '(') {
        multiply(rows, alternatives(')'));
      } else if (c == '[') {
        Rows optional = alternatives(']');
        optional.push_back("");
        multiply(rows, optional);
      } else {
        for (std::string& r : rows) r += c;
      }
    }
    return rows;
  }

  void multiply(Rows& rows, const Rows& by) {
    Rows product;
    for (const std::string& r : rows) {
      for (const std::string& b : by) product.push_back(r + b);
    }
    if (product.size() > kMostRows) error_ = "it stands for more than 400 rows of words";
    rows = std::move(product);
  }

  std::string_view phrase_;
  std::string& error_;
  size_t at_ = 0;
};

}  // namespace

std::vector<std::string> write_out(std::string_view phrase, std::string& error) {
  error.clear();
  Rows rows = Writer(phrase, error).alternatives(0);
  if (!error.empty()) rows.clear();
  return rows;
}

}  // namespace intents
