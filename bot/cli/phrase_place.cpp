// Entry point: find_phrase.
#include "bot/cli/phrase_place.h"

#include <algorithm>
#include <string>

namespace bot::cli {

using intents::Span;
using intents::Utterance;

namespace {

constexpr size_t kAlike = 4;  // first letters that make two words alike

// How many words from `at` in the sentence are those from `from` in the phrase.
int run_length(const Utterance& sentence, int at, const Utterance& phrase, int from) {
  const int words = static_cast<int>(sentence.words.size());
  const int wanted = static_cast<int>(phrase.words.size());
  int length = 0;
  while (at + length < words && from + length < wanted &&
         sentence.words[at + length].text == phrase.words[from + length].text) {
    ++length;
  }
  return length;
}

Span longest_run(const Utterance& sentence, const Utterance& phrase) {
  Span best;
  for (int at = 0; at < static_cast<int>(sentence.words.size()); ++at) {
    for (int from = 0; from < static_cast<int>(phrase.words.size()); ++from) {
      const int length = run_length(sentence, at, phrase, from);
      if (length > best.size()) best = {at, at + length};
    }
  }
  return best;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Span by_letters(const Utterance& sentence, const Utterance& phrase) {
  const std::string wanted = lower(phrase.raw);
  const size_t first = wanted.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  const size_t last = wanted.find_last_not_of(" \t");
  const size_t found = lower(sentence.raw).find(wanted.substr(first, last - first + 1));
  if (found == std::string::npos) return {};
  const int begin = static_cast<int>(found), end = static_cast<int>(found + last - first + 1);
  Span span;
  for (int i = 0; i < static_cast<int>(sentence.words.size()); ++i) {
    const intents::Word& word = sentence.words[i];
    if (word.raw_end <= begin || word.raw_begin >= end) continue;
    span = {span.size() == 0 ? i : span.first, i + 1};
  }
  return span;
}

Span first_alike(const Utterance& sentence, const Utterance& phrase) {
  for (int i = 0; i < static_cast<int>(sentence.words.size()); ++i) {
    const std::string& word = sentence.words[i].text;
    for (const auto& wanted : phrase.words) {
      const size_t alike = std::min({kAlike, word.size(), wanted.text.size()});
      if (alike == kAlike && word.compare(0, alike, wanted.text, 0, alike) == 0) return {i, i + 1};
    }
  }
  return {};
}

}  // namespace

std::optional<Span> find_phrase(const Utterance& sentence, const Utterance& phrase) {
  const Span run = longest_run(sentence, phrase);
  if (run.size() > 0 && run.size() == static_cast<int>(phrase.words.size())) return run;
  for (const Span span : {by_letters(sentence, phrase), run, first_alike(sentence, phrase)}) {
    if (span.size() > 0) return span;
  }
  return std::nullopt;
}

}  // namespace bot::cli
