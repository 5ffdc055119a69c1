// Entry point: mutant_kinds.
#include "bot/cli/safety/mutants.h"

#include "bot/cli/safety/retold.h"
#include "bot/cli/safety/retyped.h"

namespace bot::cli {

namespace {

template <std::string (*change)(const std::string&)>
std::vector<Turns> one(const std::string& text) {
  const std::string changed = change(text);
  if (changed.empty() || changed == text) return {};
  return {{changed}};
}

template <std::vector<std::string> (*change)(const std::string&)>
std::vector<Turns> each(const std::string& text) {
  std::vector<Turns> all;
  for (auto& changed : change(text)) all.push_back({std::move(changed)});
  return all;
}

std::vector<Turns> two_turns(const std::string& text) {
  return {{"hi, i would like to ask something about my back", text}};
}

}  // namespace

const std::vector<MutantKind>& mutant_kinds() {
  static const std::vector<MutantKind> kinds = {
      {"capitals", "all in capitals", true, one<in_capitals>},
      {"no_punctuation", "punctuation lost", true, one<without_punctuation>},
      {"typo", "one typo in a word of five letters or more", true, each<with_typos>},
      {"curly_quotes", "curly quotes", true, one<with_curly_quotes>},
      {"zero_width", "zero-width characters in words", true, one<with_zero_width>},
      {"homoglyphs", "letters of another script that look alike", true, one<with_homoglyphs>},
      {"fancy_font", "a fancy font", true, one<in_fancy_font>},
      {"emoji", "emoji around it", true, one<with_emoji>},
      {"preamble", "after a long preamble", true, one<after_preamble>},
      {"inside_question", "inside another question", true, one<inside_question>},
      {"two_turns", "as the second message", true, two_turns},
      {"third_person", "told of somebody else", true, one<in_third_person>},
      {"negated", "negated", false, each<negated>},
      {"hypothetical", "hypothetical", false, each<hypothetical>},
      {"past", "long past and resolved", false, each<long_past>},
  };
  return kinds;
}

}  // namespace bot::cli
