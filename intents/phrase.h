// The phrase language that authors write, and its parse tree.
//
//   (a|b) one of    [x] optional    <group> from words/*.json    ... up to five words
//   word* any ending; plain words match whole words.
//   right:  "(cant|cannot) feel ... [<poss>] leg*"
//   wrong:  "(cant|) feel"      an empty alternative: write [cant] feel
//
// Promise: parse_phrase() gives a tree or, in plain words, what is wrong with the text.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace intents {

struct PhraseNode {
  enum class Kind { kWord, kStem, kSequence, kOneOf, kOptional, kGroup, kGap };
  Kind kind = Kind::kSequence;
  std::string text;               // a folded word, the letters of a stem, or a group's name
  std::vector<PhraseNode> parts;  // of a sequence, the alternatives, or the optional's one
};

struct Phrase {
  std::string text;  // as the author wrote it
  PhraseNode tree;
};

struct PhraseError {
  std::string what;
};

std::variant<PhraseNode, PhraseError> parse_phrase(std::string_view text);

// Whether the tree holds a group or a gap: such phrases are joined from pieces.
bool has_joints(const PhraseNode&);

// The names of all groups in the tree are appended to `names`, the plain words to `words`.
void collect(const PhraseNode&, std::vector<std::string>* names, std::vector<std::string>* words,
             std::vector<std::string>* stems = nullptr);

// A tree without joints as an RE2 pattern over Utterance::text, and how many words it can cover.
std::string to_pattern(const PhraseNode&);
int max_words(const PhraseNode&);

}  // namespace intents
