#include "intents/utterance.h"

#include <algorithm>

namespace intents {

int words_in(const std::vector<Span>& spans) {
  int sum = 0;
  for (const Span& span : spans) sum += span.size();
  return sum;
}

bool share_words(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Span& x) {
    return std::any_of(b.begin(), b.end(), [&](const Span& y) { return x.overlaps(y); });
  });
}

int Utterance::clause_of(int word) const {
  const auto it = std::upper_bound(clauses.begin(), clauses.end(), word,
                                   [](int w, const Clause& c) { return w < c.words.first; });
  return static_cast<int>(it - clauses.begin()) - 1;
}

Span Utterance::sentence_of(int word) const {
  const int clause = clause_of(word);
  int first = clause, last = clause;
  while (first > 0 && clauses[first - 1].sentence == clauses[clause].sentence) --first;
  while (last + 1 < static_cast<int>(clauses.size()) &&
         clauses[last + 1].sentence == clauses[clause].sentence) {
    ++last;
  }
  return {clauses[first].words.first, clauses[last].words.last};
}

std::string Utterance::words_text(Span span) const {
  std::string result;
  for (int i = span.first; i < span.last; ++i) {
    if (i > span.first) result += ' ';
    result += words[i].text;
  }
  return result;
}

std::string Utterance::quote(Span span) const {
  if (span.size() <= 0) return "";
  const int begin = words[span.first].raw_begin;
  return raw.substr(begin, words[span.last - 1].raw_end - begin);
}

int Utterance::word_at(int text_byte) const {
  const auto it = std::upper_bound(words.begin(), words.end(), text_byte,
                                   [](int b, const Word& w) { return b < w.text_begin; });
  return static_cast<int>(it - words.begin()) - 1;
}

}  // namespace intents
