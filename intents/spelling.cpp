#include "intents/spelling.h"

#include <algorithm>
#include <hunspell/hunspell.hxx>
#include <mutex>
#include <string_view>
#include <unordered_set>

#include "base/data_file.h"
#include "intents/clean.h"
#include "intents/fold.h"

namespace intents {

namespace {

const std::filesystem::path kDictionaries = "/usr/share/hunspell";
constexpr size_t kShortest = 4;

bool correctable(const std::string& word) {
  return word.size() >= kShortest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

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

}  // namespace

struct Spelling::Impl {
  NearWords near;
  std::unordered_set<std::string> protected_words;
  std::unique_ptr<Hunspell> american, british;
  mutable std::mutex lock;
};

Spelling::Spelling() : impl_(std::make_unique<Impl>()) {}
Spelling::~Spelling() = default;

std::unique_ptr<Spelling> Spelling::load(const std::filesystem::path& data, const std::string& name,
                                         NearWords near, base::Problems& problems) {
  std::unique_ptr<Spelling> result(new Spelling);
  Impl& impl = *result->impl_;
  impl.near = std::move(near);
  const base::DataFile file(data / name, name, problems);
  if (file.ok()) {
    file.root().allow_only({"protected"});
    for (const auto& word : file.root().texts("protected")) {
      impl.protected_words.insert(fold(word));
    }
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
  const auto english = [this](const std::string& word) { return is_english(word); };
  std::vector<Correction> changes;
  std::vector<Word> words;
  for (Word& word : u.words) {
    const std::string typed = word.text;
    const bool leave = !correctable(typed) || impl_->near.knows(typed) ||
                       impl_->protected_words.contains(typed) || is_negation(typed) ||
                       is_english(typed);
    if (leave) {
      words.push_back(std::move(word));
      continue;
    }
    std::string to = impl_->near.undoubled(typed_letters(u, word), english);
    if (to.empty()) to = impl_->near.nearest(typed, english);
    if (!to.empty()) {
      word.text = to;
      words.push_back(std::move(word));
    } else if (auto [left, right] = impl_->near.parted(typed); !left.empty()) {
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
