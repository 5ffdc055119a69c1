#include "bot/safety_screen.h"

#include <algorithm>
#include <sstream>

namespace bot {

namespace {

constexpr size_t kMostWords = 8;  // more, and it is a tale of its own

// Words that may turn an option into its opposite.
constexpr std::string_view kDenials[] = {
    "no",     "not",  "none", "dont",   "never",   "without", "fine",    "ok",     "okay",
    "normal", "good", "isnt", "havent", "nothing", "nor",     "neither", "except", "but"};

constexpr std::string_view kOrdinals[] = {"first", "second",  "third",  "fourth", "fifth",
                                          "sixth", "seventh", "eighth", "ninth"};
constexpr std::string_view kFillers[] = {"the",    "and", "or",   "one",  "ones", "yes", "number",
                                         "option", "i",   "have", "also", "plus", "a",   "bit"};

template <size_t kSize>
bool is_one_of(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// From 1; 0: no place.
size_t place_of(std::string_view word) {
  const auto ordinal = std::find(std::begin(kOrdinals), std::end(kOrdinals), word);
  if (ordinal != std::end(kOrdinals)) return ordinal - std::begin(kOrdinals) + 1;
  return word.size() == 1 && word[0] >= '1' && word[0] <= '9' ? word[0] - '0' : 0;
}

// The option that a word belongs to; empty for none.
std::string option_of(const std::string& word, const knowledge::Library& library) {
  for (const auto& option : screen_options()) {
    std::istringstream words(library.reply("screen_words_" + std::string(option.id)));
    for (std::string own; words >> own;) {
      if (own == word) return std::string(option.id);
    }
  }
  return "";
}

bool may_deny_or_ask(const intents::Understanding& u) {
  const auto& words = u.utterance.words;
  return std::any_of(
             words.begin(), words.end(),
             [](const auto& word) { return is_one_of(kDenials, word.text) || word.question; }) ||
         std::any_of(u.findings.begin(), u.findings.end(),
                     [](const auto& mention) { return !mention.active(); });
}

}  // namespace

const std::vector<ScreenOption>& screen_options() {
  static const std::vector<ScreenOption> options = {
      {"saddle", {"numb_saddle"}},
      {"bladder", {"urine_retention"}},
      {"bowel", {"bowel_control_lost"}},
      {"legs", {"numb_both_legs", "weakness_worsening"}},
      {"chest", {"chest_pain", "breathless"}},
      {"sudden", {"tearing_pain", "sudden_onset", "worst_ever"}},
      {"fever", {"fever"}},
      {"injury", {"major_trauma"}},
      {"crisis", {"suicidal_thoughts"}}};
  return options;
}

std::vector<std::string> options_named(const intents::Understanding& u,
                                       const knowledge::Library& library) {
  const auto& words = u.utterance.words;
  if (words.empty() || words.size() > kMostWords || may_deny_or_ask(u)) return {};
  std::vector<std::string> named;
  bool only_names = true, any = false;
  for (const auto& word : words) {
    const size_t place = place_of(word.text);
    std::string option = option_of(word.text, library);
    if (place > 0 && place <= screen_options().size()) option = screen_options()[place - 1].id;
    any = any || !option.empty();
    if (!option.empty()) named.push_back(option);
    if (option.empty() && !is_one_of(kFillers, word.text)) only_names = false;
  }
  return any && only_names ? named : std::vector<std::string>{};
}

}  // namespace bot
