// One message after cleaning: words, clauses, and the way back to what the person typed.
//
// Promise: `text` is the words joined by single spaces, a "\n" in place of the space where a new
// sentence begins, and one space before the first and after the last word. All text is folded:
// lower case, no accents, no apostrophes ("can't" -> "cant"), digits and a-z only, apart from
// "10/10"-like slashes, decimal points and symbols such as emoji. Every word knows the bytes of the
// raw message it came from.
//
// A plain value: copy it, share it, keep it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace intents {

// Words [first, last) of an Utterance.
struct Span {
  int first = 0;
  int last = 0;
  bool operator==(const Span&) const = default;
  int size() const { return last - first; }
  bool contains(int word) const { return first <= word && word < last; }
  bool contains(const Span& other) const { return first <= other.first && other.last <= last; }
  bool overlaps(const Span& other) const { return first < other.last && other.first < last; }
};

// How many words the spans cover, and whether any of `a` shares a word with any of `b`.
int words_in(const std::vector<Span>& spans);
bool share_words(const std::vector<Span>& a, const std::vector<Span>& b);

// What stands between a word and the one before it, the strongest that was typed.
enum class Break : uint8_t {
  kNone,
  kList /* , or / */,
  kClause /* ; : - ( or a splitting but */,
  kSentence
};

struct Word {
  std::string text;
  int text_begin = 0;  // bytes in Utterance::text
  int raw_begin = 0;   // bytes in Utterance::raw
  int raw_end = 0;
  Break before = Break::kNone;
  char mark = 0;  // the last punctuation mark between the previous word and this one; 0: none
  bool question = false;  // the sentence this word stands in ends in "?"
  bool shouted = false;   // typed in capitals
};

struct Clause {
  Span words;
  int sentence = 0;  // index of the sentence, from 0
};

struct Utterance {
  std::string raw;  // the message, bad UTF-8 repaired
  std::string text;
  std::vector<Word> words;
  std::vector<Clause> clauses;  // they cover all words, in order

  int clause_of(int word) const;
  Span sentence_of(int word) const;    // all words of the sentence
  std::string words_text(Span) const;  // clean words joined by spaces
  std::string quote(Span) const;       // what the person typed there
  int word_at(int text_byte) const;    // index of the word that holds this byte of `text`
  bool empty() const { return words.empty(); }
};

}  // namespace intents
