#include "intents/spelling.h"

#include <algorithm>
#include <array>
#include <hunspell/hunspell.hxx>
#include <map>
#include <mutex>
#include <string_view>

#include "base/data_file.h"
#include "intents/clean.h"
#include "intents/fold.h"

namespace intents {

namespace {

const std::filesystem::path kDictionaries = "/usr/share/hunspell";
const std::unordered_set<std::string_view> kNegations = {
    "no",     "not",    "never",  "none",    "nothing", "nor",      "without", "cant",
    "cannot", "dont",   "doesnt", "didnt",   "wont",    "isnt",     "arent",   "wasnt",
    "havent", "hasnt",  "hadnt",  "couldnt", "wouldnt", "shouldnt", "neither", "nobody",
    "unable", "denies", "denied", "absent",  "negative"};

bool correctable(const std::string& word) {
  return word.size() >= 5 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

int allowed_distance(size_t letters) { return letters >= 8 ? 2 : 1; }

uint32_t letters_of(std::string_view word) {
  uint32_t set = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') set |= 1u << (c - 'a');
  }
  return set;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit || n > 63 || m > 63) return limit + 1;
  std::array<std::array<int, 64>, 3> rows{};
  auto* before = rows[0].data();
  auto* last = rows[1].data();
  auto* now = rows[2].data();
  for (int j = 0; j <= m; ++j) last[j] = j;
  for (int i = 1; i <= n; ++i) {
    now[0] = i;
    int least = i;
    for (int j = 1; j <= m; ++j) {
      const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
      least = std::min(least, now[j]);
    }
    if (least > limit) return limit + 1;
    auto* spare = before;
    before = last, last = now, now = spare;
  }
  return last[m];
}

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

  // The one word of ours that is near; empty when none is, or more than one, or a negation is as
  // near.
  std::string nearest(const std::string& word) const {
    const int limit = allowed_distance(word.size());
    const uint32_t letters = letters_of(word);
    int best = limit + 1;
    std::string result;
    const size_t low = word.size() - limit;
    for (auto it = by_length.lower_bound(low);
         it != by_length.end() && it->first <= word.size() + limit; ++it) {
      for (const Target& target : it->second) {
        if (__builtin_popcount(letters ^ target.letters) > 2 * limit) continue;
        const int distance = edit_distance(word, target.word, best);
        if (distance < best) {
          best = distance;
          result = target.word;
        } else if (distance == best && best <= limit && target.word != result) {
          result.clear();  // a tie, unless something nearer comes
        }
      }
    }
    if (!result.empty() && near_negation(word, best)) result.clear();
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
    std::string to = impl_->nearest(typed);
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
