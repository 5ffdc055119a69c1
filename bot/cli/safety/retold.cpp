#include "bot/cli/safety/retold.h"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace bot::cli {

namespace {

struct Swap {
  std::string_view from, to;
};

// From the writer's mouth to a wife's report.
constexpr Swap kThirdPerson[] = {
    {"i", "he"},           {"im", "hes"},   {"i'm", "he's"}, {"ive", "hes"},   {"i've", "he's"},
    {"id", "hed"},         {"i'd", "he'd"}, {"ill", "hell"}, {"my", "his"},    {"me", "him"},
    {"myself", "himself"}, {"mine", "his"}, {"am", "is"},    {"i'll", "he'll"}};

// Words that make a message a sentence, which "no ..." cannot stand before.
constexpr std::string_view kSentence[] = {
    "i",     "im",     "i'm",    "ive",     "i've",  "my",    "he",      "she",   "they",
    "his",   "her",    "is",     "are",     "was",   "has",   "have",    "had",   "cant",
    "can't", "cannot", "can",    "keep",    "keeps", "went",  "gone",    "feel",  "feels",
    "wont",  "won't",  "doesnt", "doesn't", "dont",  "don't", "couldnt", "could", "didnt",
    "not",   "no",     "never",  "it",      "its",   "it's",  "think"};

// First words of a hurried writer who leaves "I" out.
constexpr std::string_view kLostSubject[] = {"cant", "can't", "cannot", "couldnt", "dont", "don't",
                                             "keep", "lost",  "had",    "have",    "feel"};

// Words that fix it in the present: such a message cannot be made past by adding "years ago".
constexpr std::string_view kPresent[] = {
    "now",       "today",    "tonight", "since",    "yesterday", "morning", "still",  "just",
    "currently", "ago",      "last",    "week",     "days",      "hours",   "monday", "tuesday",
    "wednesday", "thursday", "friday",  "saturday", "sunday",    "weeks",   "hour",   "minutes",
    "pregnant",  "year",     "years",   "2012",     "if",        "wks",     "months", "keeps",
    "every",     "day",      "no",      "not"};

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The word without what is typed around it, and that.
std::pair<std::string, std::string> bare(const std::string& word) {
  size_t end = word.size();
  while (end > 0 && std::ispunct(static_cast<unsigned char>(word[end - 1])) != 0) --end;
  return {lower(std::string_view(word).substr(0, end)), word.substr(end)};
}

template <size_t n>
bool holds_any(const std::string& text, const std::string_view (&list)[n]) {
  for (const auto& word : words_of(text)) {
    const auto [plain, tail] = bare(word);
    if (std::find(std::begin(list), std::end(list), plain) != std::end(list)) return true;
    if (tail.find('?') != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string after_preamble(const std::string& text) {
  return "Hello, I hope somebody reads this. I work in an office and we moved house in spring, so "
         "there was a lot to do and I did not get round to writing. My sister told me about this "
         "page and said it had been useful for her. I am not very good with computers, please "
         "bear with me. Here is what I wanted to say. " +
         text;
}

std::string inside_question(const std::string& text) {
  return "what exercises are good for the lower back? also " + text +
         ", and is a firm mattress better?";
}

std::string in_third_person(const std::string& text) {
  std::string out = "my husband asked me to write for him.";
  for (const auto& word : words_of(text)) {
    const auto [plain, tail] = bare(word);
    const auto* swap = std::find_if(std::begin(kThirdPerson), std::end(kThirdPerson),
                                    [&, p = plain](const Swap& s) { return s.from == p; });
    out += ' ';
    out += swap == std::end(kThirdPerson) ? word : std::string(swap->to) + tail;
  }
  return out;
}

std::vector<std::string> negated(const std::string& text) {
  if (text.find_first_of(",;:.?") != std::string::npos || holds_any(text, kPresent)) return {};
  if (!holds_any(text, kSentence)) return {"i have no " + text, "i do not have any " + text};
  const bool own_verb = holds_any(words_of(text).front(), kLostSubject);
  return {"it is not true that " + std::string(own_verb ? "i " : "") + text};
}

std::vector<std::string> hypothetical(const std::string& text) {
  if (text.find('?') != std::string::npos) return {};
  return {"what if " + text + "?", "what should somebody do if " + text + "?"};
}

std::vector<std::string> long_past(const std::string& text) {
  if (holds_any(text, kPresent)) return {};
  return {"back in 2012 " + text + ", that is all over and i am fine now",
          "years ago: " + text + ". it got better and has not come back"};
}

}  // namespace bot::cli
