// Entry points: clean, rebuild.
#include "intents/clean.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "intents/tokenise.h"

namespace intents {

namespace {

using WordSet = std::unordered_set<std::string_view>;

// "sooo" -> "so", "feeeel" -> "feel". Two e stay two: "wee" and "we" are different things here.
// Three of one letter and nothing else are an abbreviation ("DDD").
void squeeze_repeats(std::string& word) {
  if (word.size() == 3 && word[0] == word[1] && word[1] == word[2]) return;
  std::string out;
  for (size_t i = 0; i < word.size();) {
    size_t end = i + 1;
    while (end < word.size() && word[end] == word[i]) ++end;
    const bool letter = word[i] >= 'a' && word[i] <= 'z';
    const size_t keep = end - i >= 3 && letter ? (word[i] == 'e' ? 2 : 1) : end - i;
    out.append(keep, word[i]);
    i = end;
  }
  word = std::move(out);
}

bool single_letter(const Word& word) {
  return word.text.size() == 1 && word.text[0] >= 'a' && word.text[0] <= 'z';
}

bool one_space_between(const Word& a, const Word& b, std::string_view raw) {
  return b.raw_begin == a.raw_end + 1 && raw[a.raw_end] == ' ';
}

// "b l a d d e r" -> "bladder": three single letters or more in a row are one word.
void join_spelled_out(std::vector<Word>& words, std::string_view raw) {
  std::vector<Word> out;
  for (size_t i = 0; i < words.size();) {
    size_t end = i;
    while (end < words.size() && single_letter(words[end]) &&
           (end == i || one_space_between(words[end - 1], words[end], raw))) {
      ++end;
    }
    if (end - i < 3) {
      out.push_back(std::move(words[i++]));
      continue;
    }
    Word joined = std::move(words[i]);
    for (size_t k = i + 1; k < end; ++k) joined.text += words[k].text;
    joined.raw_end = words[end - 1].raw_end;
    out.push_back(std::move(joined));
    i = end;
  }
  words = std::move(out);
}

// Words that begin a new thought when a clause with its own verb follows.
const WordSet kContrast = {"but",    "bt",  "however", "although", "altho",
                           "though", "tho", "whereas", "except",   "yet"};
const WordSet kFiniteVerbs = {
    "am",    "im",    "is",     "are",     "was",    "were",    "has",  "have",  "ive",    "had",
    "can",   "cant",  "could",  "couldnt", "feel",   "feels",   "felt", "went",  "goes",   "go",
    "keep",  "keeps", "get",    "gets",    "got",    "lost",    "wet",  "fell",  "hurts",  "hurt",
    "its",   "hes",   "shes",   "dont",    "doesnt", "didnt",   "wont", "do",    "does",   "did",
    "will",  "would", "need",   "want",    "peed",   "started", "came", "comes", "cannot", "isnt",
    "arent", "wasnt", "havent", "hasnt",   "thinks", "think",   "says", "said"};

// "numb but only down there" stays one clause; "no fever but I wet myself" becomes two.
bool starts_clause(const std::vector<Word>& words, size_t contrast) {
  const size_t end = std::min(words.size(), contrast + 6);
  for (size_t i = contrast + 1; i < end; ++i) {
    if (words[i].before >= Break::kClause) return false;
    if (kFiniteVerbs.contains(words[i].text)) return true;
  }
  return false;
}

void split_at_contrast(std::vector<Word>& words) {
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].before < Break::kClause && kContrast.contains(words[i].text) &&
        starts_clause(words, i)) {
      words[i].before = Break::kClause;
    }
  }
}

}  // namespace

void rebuild(Utterance& u) {
  u.text = " ";
  u.clauses.clear();
  int sentence = -1;
  for (size_t i = 0; i < u.words.size(); ++i) {
    Word& word = u.words[i];
    if (i > 0 && word.before == Break::kSentence) u.text.back() = '\n';
    word.text_begin = static_cast<int>(u.text.size());
    u.text += word.text;
    u.text += ' ';
    if (i == 0 || word.before >= Break::kClause) {
      if (i == 0 || word.before == Break::kSentence) ++sentence;
      u.clauses.push_back({{static_cast<int>(i), static_cast<int>(i)}, sentence});
    }
    u.clauses.back().words.last = static_cast<int>(i) + 1;
  }
}

Utterance clean(std::string_view raw) {
  Utterance u;
  u.raw = repair_utf8(raw);
  u.words = tokenise(u.raw);
  join_spelled_out(u.words, u.raw);
  for (Word& word : u.words) squeeze_repeats(word.text);
  split_at_contrast(u.words);
  rebuild(u);
  return u;
}

}  // namespace intents
