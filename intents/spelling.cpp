#include "intents/spelling.h"

#include <algorithm>
#include <hunspell/hunspell.hxx>
#include <map>
#include <mutex>
#include <string_view>

#include "base/data_file.h"
#include "intents/clean.h"
#include "intents/fold.h"
#include "intents/slips.h"

namespace intents {

namespace {

const std::filesystem::path kDictionaries = "/usr/share/hunspell";
const std::unordered_set<std::string_view> kNegations = {
    "no",     "not",    "never",  "none",    "nothing", "nor",      "without", "cant",
    "cannot", "dont",   "doesnt", "didnt",   "wont",    "isnt",     "arent",   "wasnt",
    "havent", "hasnt",  "hadnt",  "couldnt", "wouldnt", "shouldnt", "neither", "nobody",
    "unable", "denies", "denied", "absent",  "negative"};

constexpr size_t kMostWays = 8;  // to read a word with several doubled letters
constexpr size_t kLetters = 5;   // of a word that is corrected to, when the typed one is shorter

bool correctable(const std::string& word) {
  return word.size() >= kLetters - 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

int allowed_distance(size_t letters) { return letters >= 8 ? 2 : 1; }

// The word as typed, before letters typed long were squeezed; empty when it is not plain letters.
std::string typed_letters(const Utterance& u, const Word& word) {
  std::string letters;
  for (int i = word.raw_begin; i < word.raw_end; ++i) {
    const char c = u.raw[i];
    if (c >= 'A' && c <= 'Z') {
      letters += static_cast<char>(c + 32);
    } else if (c >= 'a' && c <= 'z') {
      letters += c;
    } else if (c != '\'') {
      return "";
    }
  }
  return letters;
}

uint32_t letters_of(std::string_view word) {
  uint32_t set = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') set |= 1u << (c - 'a');
  }
  return set;
}

}  // namespace

struct Spelling::Impl {
  struct Target {
    std::string word;
    uint32_t letters;
  };
  std::map<size_t, std::vector<Target>> by_length;
  std::unordered_set<std::string> vocabulary, known, protected_words;
  std::unique_ptr<Hunspell> american, british;
  mutable std::mutex lock;

  bool near_negation(const std::string& word, int distance) const {
    return std::any_of(kNegations.begin(), kNegations.end(), [&](std::string_view negation) {
      return edit_distance(word, negation, distance) <= distance;
    });
  }

  // The one word of ours that is near; of several the likeliest slip. Empty when none is, when it
  // stays open which, or when a negation is as near.
  std::string nearest(const std::string& word) const {
    const int limit = allowed_distance(word.size());
    int best = limit + 1, best_rank = 0;
    std::string result;
    for (const Target* target : targets_near(word, limit)) {
      const int distance = edit_distance(word, target->word, best);
      if (distance > best || distance > limit) continue;
      const int rank = distance == 1 ? slip_rank(word, target->word) : 0;
      if (distance < best || rank < best_rank) {
        best = distance;
        best_rank = rank;
        result = target->word;
      } else if (rank == best_rank && target->word != result) {
        result.clear();  // a tie, unless something nearer comes
      }
    }
    if (!result.empty() && near_negation(word, best)) result.clear();
    return result;
  }

  // A letter left out of a word of five may leave four.
  std::vector<const Target*> targets_near(const std::string& word, int limit) const {
    std::vector<const Target*> near;
    const uint32_t letters = letters_of(word);
    const size_t low = word.size() < kLetters ? kLetters : word.size() - limit;
    for (auto it = by_length.lower_bound(low);
         it != by_length.end() && it->first <= word.size() + limit; ++it) {
      for (const Target& target : it->second) {
        if (__builtin_popcount(letters ^ target.letters) <= 2 * limit) near.push_back(&target);
      }
    }
    return near;
  }

  // "bloood" -> "blood", "nothhing" -> "nothing": letters typed too often hide no other word, so
  // even a negation may come out. Empty: no word, or more than one.
  std::string undoubled(std::string_view typed) const {
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
      if (way == typed || (!known.contains(way) && !kNegations.contains(way))) continue;
      if (!result.empty()) return "";
      result = way;
    }
    return result;
  }

  // "lowerback" -> "lower back", when there is one way to part it into words of ours.
  std::pair<std::string, std::string> parted(const std::string& word) const {
    std::pair<std::string, std::string> result;
    int ways = 0;
    for (size_t cut = 3; cut + 3 <= word.size(); ++cut) {
      std::string left = word.substr(0, cut), right = word.substr(cut);
      if (!vocabulary.contains(left) || !vocabulary.contains(right)) continue;
      if (kNegations.contains(left) && right.size() < 4) continue;
      result = {std::move(left), std::move(right)};
      ++ways;
    }
    return ways == 1 ? result : std::pair<std::string, std::string>{};
  }
};

Spelling::Spelling() : impl_(std::make_unique<Impl>()) {}
Spelling::~Spelling() = default;

std::unique_ptr<Spelling> Spelling::load(const std::filesystem::path& data, const std::string& name,
                                         const std::unordered_set<std::string>& vocabulary,
                                         const std::unordered_set<std::string>& known,
                                         base::Problems& problems) {
  std::unique_ptr<Spelling> result(new Spelling);
  Impl& impl = *result->impl_;
  impl.vocabulary = vocabulary;
  impl.known = known;
  const base::DataFile file(data / name, name, problems);
  if (file.ok()) {
    file.root().allow_only({"protected"});
    for (const auto& word : file.root().texts("protected")) {
      impl.protected_words.insert(fold(word));
    }
  }
  for (const auto& word : vocabulary) {
    if (word.size() >= 4 && !kNegations.contains(word)) {
      impl.by_length[word.size()].push_back({word, letters_of(word)});
    }
  }
  for (auto& [length, targets] : impl.by_length) {
    std::sort(targets.begin(), targets.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
  }
  const auto open = [&](const std::string& dictionary) -> std::unique_ptr<Hunspell> {
    const auto aff = kDictionaries / (dictionary + ".aff"),
               dic = kDictionaries / (dictionary + ".dic");
    if (!std::filesystem::exists(aff) || !std::filesystem::exists(dic)) {
      problems.push_back({dic.string(), "",
                          "the dictionary is missing (Debian package hunspell-" +
                              std::string(dictionary == "en_US" ? "en-us" : "en-gb") + ")"});
      return nullptr;
    }
    return std::make_unique<Hunspell>(aff.c_str(), dic.c_str());
  };
  impl.american = open("en_US");
  impl.british = open("en_GB");
  return result;
}

bool Spelling::is_english(const std::string& word) const {
  const std::lock_guard guard(impl_->lock);
  std::string capital = word;
  if (!capital.empty() && capital[0] >= 'a' && capital[0] <= 'z') capital[0] -= 32;
  for (auto* dictionary : {impl_->american.get(), impl_->british.get()}) {
    if (dictionary != nullptr && (dictionary->spell(word) || dictionary->spell(capital)))
      return true;
  }
  return false;
}

std::vector<Correction> Spelling::correct(Utterance& u) const {
  std::vector<Correction> changes;
  std::vector<Word> words;
  for (Word& word : u.words) {
    const std::string typed = word.text;
    const bool leave = !correctable(typed) || impl_->known.contains(typed) ||
                       impl_->protected_words.contains(typed) || kNegations.contains(typed) ||
                       is_english(typed);
    if (leave) {
      words.push_back(std::move(word));
      continue;
    }
    std::string to = impl_->undoubled(typed_letters(u, word));
    if (to.empty()) to = impl_->nearest(typed);
    if (!to.empty()) {
      word.text = to;
      words.push_back(std::move(word));
    } else if (auto [left, right] = impl_->parted(typed); !left.empty()) {
      to = left + " " + right;
      Word second = word;
      word.text = left;
      second.text = right;
      second.before = Break::kNone;
      second.mark = 0;
      words.push_back(std::move(word));
      words.push_back(std::move(second));
    } else {
      words.push_back(std::move(word));
      continue;
    }
    changes.push_back({typed, to});
  }
  u.words = std::move(words);
  if (!changes.empty()) rebuild(u);
  return changes;
}

}  // namespace intents
