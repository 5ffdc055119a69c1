// Entry point: parse_phrase.
#include "intents/phrase.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "intents/fold.h"

namespace intents {

namespace {

using Kind = PhraseNode::Kind;

constexpr std::string_view kSpecial = "()[]<>|";
constexpr int kDeepest = 20;  // brackets in brackets
constexpr const char* kBarOutside = "\"|\" must stand inside brackets ( )";

// Such a sequence would match no words at all.
bool all_optional(const PhraseNode& sequence) {
  return std::all_of(sequence.parts.begin(), sequence.parts.end(), [](const PhraseNode& part) {
    return part.kind == Kind::kOptional || part.kind == Kind::kGap;
  });
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::variant<PhraseNode, PhraseError> run() {
    PhraseNode node = alternatives(0);
    if (!error_ && at_ < text_.size()) {
      fail(std::string("the bracket \"") + text_[at_] + "\" was never opened");
    }
    if (!error_) check_gaps(node);
    if (error_) return PhraseError{*error_};
    return node;
  }

 private:
  // alternatives := sequence ("|" sequence)*
  PhraseNode alternatives(char closing) {
    std::vector<PhraseNode> found;
    do {
      PhraseNode one = sequence();
      if (error_) return {};
      if (one.parts.empty()) {
        fail(nothing_here(closing, !found.empty()));
        return {};
      }
      if (closing != 0 && all_optional(one)) {
        fail("all that stands in a bracket is optional; leave out the inner [ ]");
        return {};
      }
      found.push_back(one.parts.size() == 1 ? std::move(one.parts[0]) : std::move(one));
    } while (take('|'));
    if (found.size() == 1) return std::move(found[0]);
    if (closing == 0) {
      fail(kBarOutside);
      return {};
    }
    return {Kind::kOneOf, "", std::move(found)};
  }

  std::string nothing_here(char closing, bool after_bar) const {
    if (closing != 0) return "an alternative is empty; write [x] for optional";
    const char c = at_ < text_.size() ? text_[at_] : 0;
    if (c == '|' || after_bar) return kBarOutside;
    if (c != 0) return std::string("the bracket \"") + c + "\" was never opened";
    return "the phrase is empty";
  }

  PhraseNode sequence() {
    PhraseNode result{Kind::kSequence, "", {}};
    while (!error_) {
      skip_spaces();
      if (at_ == text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']') break;
      item(result.parts);
    }
    return result;
  }

  void item(std::vector<PhraseNode>& out) {
    if (take('(')) {
      out.push_back(bracket(')'));
      close(')', "(");
    } else if (take('[')) {
      out.push_back({Kind::kOptional, "", {bracket(']')}});
      close(']', "[");
    } else if (take('<')) {
      group(out);
    } else if (text_.substr(at_, 3) == "...") {
      at_ += 3;
      out.push_back({Kind::kGap, "", {}});
    } else if (text_[at_] == '>') {
      fail("the bracket \">\" was never opened");
    } else {
      words(out);
    }
  }

  PhraseNode bracket(char closing) {
    if (++depth_ > kDeepest) fail("brackets stand in brackets more than 20 times");
    PhraseNode node = error_ ? PhraseNode{} : alternatives(closing);
    --depth_;
    return node;
  }

  void group(std::vector<PhraseNode>& out) {
    const size_t end = text_.find('>', at_);
    if (end == std::string_view::npos) return fail("the bracket \"<\" is never closed");
    out.push_back({Kind::kGroup, std::string(text_.substr(at_, end - at_)), {}});
    at_ = end + 1;
  }

  // One author's word can be several folded ones: "x-ray", "I'll".
  void words(std::vector<PhraseNode>& out) {
    size_t end = at_;
    while (end < text_.size() && text_[end] != ' ' && kSpecial.find(text_[end]) == kSpecial.npos &&
           text_.substr(end, 3) != "...") {
      ++end;
    }
    std::string_view piece = text_.substr(at_, end - at_);
    at_ = end;
    const bool stem = piece.size() > 1 && piece.back() == '*';
    if (stem) piece.remove_suffix(1);
    const std::string folded = fold(piece);
    if (folded.empty()) return fail("\"" + std::string(piece) + "\" has no letters or digits");
    for (size_t from = 0; from < folded.size();) {
      const size_t space = std::min(folded.find(' ', from), folded.size());
      out.push_back({Kind::kWord, folded.substr(from, space - from), {}});
      from = space + 1;
    }
    if (stem) out.back().kind = Kind::kStem;
  }

  // A gap needs something on both sides, else it means nothing.
  void check_gaps(const PhraseNode& node) {
    if (node.kind == Kind::kGap) return fail("\"...\" must stand between words");
    for (size_t i = 0; i < node.parts.size() && !error_; ++i) {
      const bool inner = node.kind == Kind::kSequence && i > 0 && i + 1 < node.parts.size();
      const bool gap = node.parts[i].kind == Kind::kGap;
      if (gap && inner && node.parts[i - 1].kind != Kind::kGap) continue;
      check_gaps(node.parts[i]);
    }
  }

  void close(char bracket, const char* opened) {
    skip_spaces();
    if (!error_ && !take(bracket)) {
      fail(std::string("the bracket \"") + opened + "\" is never closed");
    }
  }

  bool take(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void fail(std::string what) {
    if (!error_) error_ = std::move(what);
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;  // of open brackets
  std::optional<std::string> error_;
};

// Patterns of a sequence: optional parts carry the space on the side where a word stands for sure.
std::string sequence_pattern(const std::vector<PhraseNode>& parts) {
  std::string result;
  bool first = true;  // no sure word yet
  for (size_t i = 0; i < parts.size(); ++i) {
    const PhraseNode& part = parts[i];
    if (part.kind == Kind::kOptional) {
      const std::string inner = to_pattern(part.parts[0]);
      result += first ? "(?:" + inner + " )?" : "(?: " + inner + ")?";
    } else {
      result += (first ? "" : " ") + to_pattern(part);
      first = false;
    }
  }
  return result;
}

}  // namespace

std::variant<PhraseNode, PhraseError> parse_phrase(std::string_view text) {
  auto result = Parser(text).run();
  if (const auto* node = std::get_if<PhraseNode>(&result)) {
    const bool anything =
        node->kind == Kind::kOptional || (node->kind == Kind::kSequence && all_optional(*node));
    if (anything) return PhraseError{"every part is optional, so the phrase would match anything"};
  }
  return result;
}

bool has_joints(const PhraseNode& node) {
  if (node.kind == Kind::kGroup || node.kind == Kind::kGap) return true;
  return std::any_of(node.parts.begin(), node.parts.end(), has_joints);
}

void collect(const PhraseNode& node, std::vector<std::string>* names,
             std::vector<std::string>* words, std::vector<std::string>* stems) {
  if (node.kind == Kind::kGroup && names != nullptr) names->push_back(node.text);
  if (node.kind == Kind::kWord && words != nullptr) words->push_back(node.text);
  if (node.kind == Kind::kStem && stems != nullptr) stems->push_back(node.text);
  for (const auto& part : node.parts) collect(part, names, words, stems);
}

std::string to_pattern(const PhraseNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return RE2::QuoteMeta(node.text);
    case Kind::kStem:
      return RE2::QuoteMeta(node.text) + "[a-z0-9]*";
    case Kind::kSequence:
      return sequence_pattern(node.parts);
    case Kind::kOptional:
      return "(?:" + to_pattern(node.parts[0]) + ")?";
    case Kind::kOneOf: {
      std::string result = "(?:";
      for (const auto& part : node.parts) {
        if (result.size() > 3) result += '|';
        result += to_pattern(part);
      }
      return result + ")";
    }
    case Kind::kGroup:
    case Kind::kGap:
      break;  // Requires: no joints.
  }
  return "";
}

int max_words(const PhraseNode& node) {
  if (node.parts.empty()) return 1;
  int sum = 0, most = 0;
  for (const auto& part : node.parts) {
    const int n = max_words(part);
    sum += n;
    most = std::max(most, n);
  }
  return node.kind == Kind::kOneOf ? most : sum;
}

}  // namespace intents
