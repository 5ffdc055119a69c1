#include "intents/atom_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using intents::AtomIndex;

namespace {

std::vector<int> found(const std::vector<std::string>& atoms, const std::string& text) {
  AtomIndex index;
  index.build(atoms);
  std::vector<int> result;
  index.find(text, result);
  std::sort(result.begin(), result.end());
  return result;
}

using Ints = std::vector<int>;

}  // namespace

TEST_CASE("atom index: each atom in the text is named once", "[atom_index]") {
  CHECK(found({"leg", "arm"}, "leg leg") == Ints{0});
  CHECK(found({"leg", "arm"}, "arm and leg") == Ints{0, 1});
  CHECK(found({"leg"}, "arm").empty());
  CHECK(found({"leg"}, "").empty());
  CHECK(found({}, "leg").empty());
}

TEST_CASE("atom index: atoms inside and across others are found", "[atom_index]") {
  CHECK(found({"he", "she", "his", "hers"}, "ushers") == Ints{0, 1, 3});
  CHECK(found({"abcd", "bc"}, "abce") == Ints{1});
  CHECK(found({"abcd", "bcd", "cd", "d"}, "abcd") == Ints{0, 1, 2, 3});
  CHECK(found({"aa", "aaa"}, "aaaa") == Ints{0, 1});
  CHECK(found({"leg", "leg"}, "leg") == Ints{0, 1});
}

TEST_CASE("atom index: an index that was never built finds nothing", "[atom_index]") {
  std::vector<int> result;
  AtomIndex().find("leg", result);
  CHECK(result.empty());
}

TEST_CASE("atom index: it finds what a plain search finds", "[atom_index]") {
  std::mt19937 random(3);
  const auto letters = [&](size_t longest) {
    std::string text;
    for (size_t n = 1 + random() % longest; n > 0; --n) text += "abc\xC3"[random() % 4];
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> atoms;
    for (size_t n = random() % 12; n > 0; --n) atoms.push_back(letters(5));
    const std::string text = letters(30);
    Ints expected;
    for (size_t i = 0; i < atoms.size(); ++i) {
      if (text.find(atoms[i]) != std::string::npos) expected.push_back(static_cast<int>(i));
    }
    CAPTURE(atoms, text);
    CHECK(found(atoms, text) == expected);
  }
}
