#include "intents/near_words.h"

#include <algorithm>

#include "intents/slips.h"

namespace intents {

namespace {

constexpr size_t kMostWays = 8;  // to read a word with several doubled letters
constexpr size_t kLetters = 5;   // of a word that is corrected to, when the typed one is shorter
constexpr size_t kStemLetters = 4;

const std::unordered_set<std::string_view> kNegations = {
    "no",     "not",    "never",  "none",    "nothing", "nor",      "without", "cant",
    "cannot", "dont",   "doesnt", "didnt",   "wont",    "isnt",     "arent",   "wasnt",
    "havent", "hasnt",  "hadnt",  "couldnt", "wouldnt", "shouldnt", "neither", "nobody",
    "unable", "denies", "denied", "absent",  "negative"};

int allowed_distance(size_t letters) { return letters >= 8 ? 2 : 1; }

uint32_t letters_of(std::string_view word) {
  uint32_t set = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') set |= 1u << (c - 'a');
  }
  return set;
}

bool near_negation(std::string_view word, int distance) {
  return std::any_of(kNegations.begin(), kNegations.end(), [&](std::string_view negation) {
    return edit_distance(word, negation, distance) <= distance;
  });
}

}  // namespace

bool is_negation(std::string_view word) { return kNegations.contains(word); }

struct NearWords::Best {
  std::string word;  // empty: none, or a tie
  int distance, rank = 0;

  void consider(const std::string& typed, const std::string& target, int at_distance) {
    const int its_rank = at_distance == 1 ? slip_rank(typed, target) : 0;
    if (at_distance > distance || (at_distance == distance && its_rank > rank)) return;
    if (at_distance == distance && its_rank == rank) {
      if (target != word) word.clear();
      return;
    }
    distance = at_distance;
    rank = its_rank;
    word = target;
  }
};

NearWords::NearWords(const std::unordered_set<std::string>& vocabulary,
                     const std::unordered_set<std::string>& known,
                     const std::unordered_set<std::string>& stems)
    : vocabulary_(vocabulary), known_(known) {
  for (const auto& word : vocabulary) {
    if (word.size() >= kLetters - 1 && !is_negation(word)) {
      by_length_[word.size()].push_back({word, letters_of(word)});
    }
  }
  for (auto& [length, targets] : by_length_) {
    std::sort(targets.begin(), targets.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
  }
  for (const auto& stem : stems) {
    if (stem.size() >= kStemLetters) stems_.push_back(stem);
  }
  std::sort(stems_.begin(), stems_.end());
}

// A letter left out of a word of five may leave four.
void NearWords::look_at_words(const std::string& word, Best& best) const {
  const int limit = allowed_distance(word.size());
  const uint32_t letters = letters_of(word);
  const size_t low = word.size() < kLetters ? kLetters : word.size() - limit;
  for (auto it = by_length_.lower_bound(low);
       it != by_length_.end() && it->first <= word.size() + limit; ++it) {
    for (const Target& target : it->second) {
      if (__builtin_popcount(letters ^ target.letters) > 2 * limit) continue;
      const int distance = edit_distance(word, target.word, best.distance);
      if (distance <= limit) best.consider(word, target.word, distance);
    }
  }
}

// One slip within the stem; the ending as it was typed.
void NearWords::look_at_stems(const std::string& word, const IsEnglish& is_english,
                              Best& best) const {
  for (const auto& stem : stems_) {
    if (word.size() < stem.size() || word[0] != stem[0]) continue;
    for (size_t cut = stem.size() - 1; cut <= std::min(word.size(), stem.size() + 1); ++cut) {
      if (edit_distance(std::string_view(word).substr(0, cut), stem, 1) != 1) continue;
      const std::string target = stem + word.substr(cut);
      if (target.size() < kLetters || edit_distance(word, target, 1) != 1) continue;
      if (target != best.word && is_english(target)) best.consider(word, target, 1);
    }
  }
}

std::string NearWords::nearest(const std::string& word, const IsEnglish& is_english) const {
  Best best{"", allowed_distance(word.size()) + 1};
  look_at_words(word, best);
  look_at_stems(word, is_english, best);
  const bool safe = !best.word.empty() && !near_negation(word, best.distance);
  return safe ? best.word : "";
}

std::string NearWords::undoubled(std::string_view typed, const IsEnglish& is_english) const {
  std::vector<std::string> ways{""};
  for (size_t i = 0; i < typed.size();) {
    size_t end = i;
    while (end < typed.size() && typed[end] == typed[i]) ++end;
    const bool run = end - i > 1 && ways.size() < kMostWays;
    const size_t ways_so_far = ways.size();
    for (size_t w = 0; w < ways_so_far; ++w) {
      if (run) ways.push_back(ways[w] + std::string(1, typed[i]));
      ways[w].append(std::min<size_t>(end - i, 2), typed[i]);
    }
    i = end;
  }
  std::string result;
  for (const auto& way : ways) {
    if (way == typed || (!knows(way) && !is_negation(way) && !is_english(way))) continue;
    if (!result.empty() && (knows(result) || is_negation(result))) return "";
    result = way;
  }
  return result;
}

std::pair<std::string, std::string> NearWords::parted(const std::string& word) const {
  std::pair<std::string, std::string> result;
  int ways = 0;
  for (size_t cut = 3; cut + 3 <= word.size(); ++cut) {
    std::string left = word.substr(0, cut), right = word.substr(cut);
    if (!vocabulary_.contains(left) || !vocabulary_.contains(right)) continue;
    if (is_negation(left) && right.size() < 4) continue;
    result = {std::move(left), std::move(right)};
    ++ways;
  }
  return ways == 1 ? result : std::pair<std::string, std::string>{};
}

}  // namespace intents
