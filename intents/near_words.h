// The words of ours that a misspelt one may stand for.
//
// Targets are the words of all phrases, and the stems of words with any ending ("wheez*" and
// "whrezing" give "wheezing", when a dictionary knows it).
// Threads: const after the last add().
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace intents {

bool is_negation(std::string_view word);

class NearWords {
 public:
  using IsEnglish = std::function<bool(const std::string&)>;

  NearWords() = default;
  NearWords(const std::unordered_set<std::string>& vocabulary,
            const std::unordered_set<std::string>& known,
            const std::unordered_set<std::string>& stems);

  // The nearest word; of several as near the likeliest slip. Empty when none is, when it stays
  // open which, or when a negation is as near.
  std::string nearest(const std::string& word, const IsEnglish&) const;

  // "bloood" -> "blood", "nothhing" -> "nothing": letters typed too often hide no other word, so
  // even a negation may come out. Empty: no word, or more than one.
  std::string undoubled(std::string_view typed, const IsEnglish&) const;

  // "lowerback" -> "lower back", when there is one way to part it into words of ours.
  std::pair<std::string, std::string> parted(const std::string& word) const;

  bool knows(const std::string& word) const { return known_.contains(word); }

 private:
  struct Target {
    std::string word;
    uint32_t letters;
  };
  struct Best;
  void look_at_words(const std::string& word, Best&) const;
  void look_at_stems(const std::string& word, const IsEnglish&, Best&) const;

  std::map<size_t, std::vector<Target>> by_length_;
  std::vector<std::string> stems_;
  std::unordered_set<std::string> vocabulary_, known_;
};

}  // namespace intents
