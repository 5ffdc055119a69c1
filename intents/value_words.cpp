// Entry points: read_value_words, entry_at, is_whole_answer.
#include "intents/value_words.h"

#include <cstdlib>
#include <unordered_set>

#include "intents/fold.h"
#include "intents/value_parts.h"

namespace intents {

namespace {

const std::unordered_set<std::string_view> kAround = {
    "about",     "around", "roughly", "approx", "maybe",   "perhaps", "probably", "think",
    "guess",     "id",     "i",       "im",     "am",      "a",       "an",       "the",
    "its",       "it",     "is",      "was",    "been",    "has",     "have",     "had",
    "ive",       "for",    "since",   "like",   "only",    "just",    "now",      "on",
    "in",        "at",     "over",    "past",   "from",    "say",     "so",       "or",
    "well",      "um",     "erm",     "oh",     "yeah",    "yes",     "ok",       "hi",
    "nearly",    "almost", "bloody",  "night",  "morning", "gone",    "started",  "began",
    "pain",      "pains",  "my",      "mid",    "late",    "early",   "end",      "start",
    "beginning", "first",  "week",    "of",     "last",    "this",    "ago",      "that",
    "very",      "really", "pretty",  "quite",  "feels",   "sort",    "kind",     "please",
    "mate",      "doc",    "would",   "must",   "be",      "when"};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

// "60-300" days: a range in one text; a whole number is both ends.
bool read_range(const base::DataNode& node, std::string_view key, ValueWords::Entry& entry) {
  if (key != "days") {
    entry.low = entry.high = static_cast<double>(node.integer(key));
    return true;
  }
  const std::string text = node.text(key);
  const size_t dash = text.find('-');
  if (dash == 0 || dash == std::string::npos || dash + 1 == text.size() ||
      text.find_first_not_of("0123456789-") != std::string::npos) {
    node.problem_at(key, "this must be two whole numbers with a dash, like \"14-60\"");
    return false;
  }
  entry.low = std::atoi(text.c_str());
  entry.high = std::atoi(text.c_str() + dash + 1);
  if (entry.low > entry.high) node.problem_at(key, "the second number must not be the smaller one");
  return true;
}

}  // namespace

bool is_whole_answer(const Utterance& u, Span span) {
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    if (!span.contains(i) && !kAround.contains(u.words[i].text)) return false;
  }
  return true;
}

ValueWords read_value_words(const base::DataNode& root, std::string_view list,
                            std::string_view key) {
  ValueWords result;
  for (const base::DataNode& node : root.list(list)) {
    node.allow_only({"words", key});
    ValueWords::Entry entry;
    if (!read_range(node, key, entry)) continue;
    for (const auto& text : node.texts("words")) {
      entry.words = split(fold(text));
      result.entries.push_back(entry);
    }
  }
  std::stable_sort(result.entries.begin(), result.entries.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  return result;
}

const ValueWords::Entry* entry_at(const ValueWords& table, const Utterance& u, int word) {
  const int count = static_cast<int>(u.words.size());
  for (const auto& entry : table.entries) {
    const int end = word + static_cast<int>(entry.words.size());
    if (end > count) continue;
    bool same = true;
    for (int i = word; i < end && same; ++i) {
      same = u.words[i].text == entry.words[i - word] &&
             (i == word || u.words[i].before != Break::kSentence);
    }
    if (same) return &entry;
  }
  return nullptr;
}

}  // namespace intents
