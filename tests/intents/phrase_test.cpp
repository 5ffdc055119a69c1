#include "intents/phrase.h"

#include <catch2/catch.hpp>

using intents::PhraseError;
using intents::PhraseNode;
using Kind = PhraseNode::Kind;

namespace {

// The tree in one line: words as they are, stems with *, S( ) O( ) ?( ) <group> and ... .
std::string draw(const PhraseNode& node) {
  if (node.kind == Kind::kWord) return node.text;
  if (node.kind == Kind::kStem) return node.text + "*";
  if (node.kind == Kind::kGroup) return "<" + node.text + ">";
  if (node.kind == Kind::kGap) return "...";
  std::string result = node.kind == Kind::kSequence ? "S("
                       : node.kind == Kind::kOneOf  ? "O("
                                                    : "?(";
  for (size_t i = 0; i < node.parts.size(); ++i) result += (i > 0 ? " " : "") + draw(node.parts[i]);
  return result + ")";
}

std::string parsed(const std::string& text) {
  const auto result = intents::parse_phrase(text);
  const auto* error = std::get_if<PhraseError>(&result);
  return error != nullptr ? "error: " + error->what : draw(std::get<PhraseNode>(result));
}

const PhraseNode tree(const std::string& text) {
  return std::get<PhraseNode>(intents::parse_phrase(text));
}

}  // namespace

TEST_CASE("phrase: each form of the language has its tree", "[phrase]") {
  const std::pair<const char*, const char*> kTable[] = {
      {"leg", "leg"},
      {"  Sore   LEG ", "S(sore leg)"},
      {"numb*", "numb*"},
      {"(sore|numb) leg", "S(O(sore numb) leg)"},
      {"( sore | very numb )", "O(sore S(very numb))"},
      {"[my] leg", "S(?(my) leg)"},
      {"[my|the] leg", "S(?(O(my the)) leg)"},
      {"(a [b]|c) d", "S(O(S(a ?(b)) c) d)"},
      {"<leg>", "<leg>"},
      {"numb ... leg", "S(numb ... leg)"},
      {"numb...leg", "S(numb ... leg)"},
      {"numb ... [my] leg", "S(numb ... ?(my) leg)"},
      {"can't", "cant"},
      {"can\u2019t", "cant"},
      {"I'll", "S(i will)"},
      {"x-ray*", "S(x ray*)"},
      {"l4/5", "l4/5"},
      {"a & e", "S(a and e)"},
      {"caf\u00e9", "cafe"},
      {"(a|(b|c)) d", "S(O(a O(b c)) d)"},
  };
  for (const auto& [text, tree] : kTable) CHECK(parsed(text) == tree);
}

TEST_CASE("phrase: each fault is told in the author's words", "[phrase]") {
  const std::string anything = "every part is optional, so the phrase would match anything";
  const std::string empty = "an alternative is empty; write [x] for optional";
  const std::string inside = "all that stands in a bracket is optional; leave out the inner [ ]";
  const std::pair<const char*, std::string> kTable[] = {
      {"", "the phrase is empty"},
      {"   ", "the phrase is empty"},
      {"(sore", "the bracket \"(\" is never closed"},
      {"[sore", "the bracket \"[\" is never closed"},
      {"<sore", "the bracket \"<\" is never closed"},
      {"(sore]", "the bracket \"(\" is never closed"},
      {"sore)", "the bracket \")\" was never opened"},
      {"sore]", "the bracket \"]\" was never opened"},
      {"]", "the bracket \"]\" was never opened"},
      {"sore|", "\"|\" must stand inside brackets ( )"},
      {"|sore", "\"|\" must stand inside brackets ( )"},
      {"sore>", "the bracket \">\" was never opened"},
      {"sore|numb", "\"|\" must stand inside brackets ( )"},
      {"(sore|)", empty},
      {"(|sore)", empty},
      {"()", empty},
      {"[]", empty},
      {"sore !", "\"!\" has no letters or digits"},
      {"*", "\"*\" has no letters or digits"},
      {"... sore", "\"...\" must stand between words"},
      {"sore ...", "\"...\" must stand between words"},
      {"sore ... ... leg", "\"...\" must stand between words"},
      {"(... sore|numb)", "\"...\" must stand between words"},
      {"...", "\"...\" must stand between words"},
      {"[sore]", anything},
      {"[sore] [leg]", anything},
      {"[sore] ... [leg]", anything},
      {"(sore|[my]) leg", inside},
      {"[[sore] [numb]] leg", inside},
      {"([a] [b]|c) leg", inside},
  };
  for (const auto& [text, error] : kTable) {
    INFO(text);
    CHECK(parsed(text) == "error: " + error);
  }
}

TEST_CASE("phrase: joints are groups and gaps, at any depth", "[phrase]") {
  CHECK_FALSE(has_joints(tree("(sore|very [so] numb*) leg")));
  CHECK(has_joints(tree("(sore|[<very>] numb) leg")));
  CHECK(has_joints(tree("(sore|a ... b) leg")));
}

TEST_CASE("phrase: collect names the groups and the plain words", "[phrase]") {
  std::vector<std::string> names, words;
  collect(tree("(sore|[<very>] numb*) ... <leg> x-ray"), &names, &words);
  CHECK(names == std::vector<std::string>{"very", "leg"});
  CHECK(words == std::vector<std::string>{"sore", "x", "ray"});
}

TEST_CASE("phrase: a tree knows how many words it can cover", "[phrase]") {
  CHECK(max_words(tree("leg")) == 1);
  CHECK(max_words(tree("(sore|very numb) [left] leg")) == 4);
  CHECK(max_words(tree("[a [b]] c")) == 3);
}
