// Inside values.cpp: one finder for each kind of value, and what they share.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "base/data_file.h"
#include "intents/utterance.h"
#include "intents/values.h"

namespace intents {

// The text of word `i`; empty outside the message.
inline std::string_view word_text(const Utterance& u, int i) {
  return i >= 0 && i < static_cast<int>(u.words.size()) ? std::string_view(u.words[i].text)
                                                        : std::string_view();
}

inline bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// "about a week i think": nothing but courtesies and hedges stands around the span.
bool is_whole_answer(const Utterance&, Span);

// The members of root[list], each {"words": [...], KEY: value}, in one table.
ValueWords read_value_words(const base::DataNode& root, std::string_view list,
                            std::string_view key);

// The longest entry that begins at `word`; null when none does.
const ValueWords::Entry* entry_at(const ValueWords&, const Utterance&, int word);

std::optional<Number> find_age(const Utterance&, const ValueWords& ages);
std::optional<Number> find_severity(const Utterance&, const ValueWords& severities);
std::optional<Number> find_celsius(const Utterance&);
std::optional<Number> find_weeks_pregnant(const Utterance&);
std::optional<Number> find_choice(const Utterance&);

}  // namespace intents
