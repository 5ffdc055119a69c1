// Phrases and groups for tests, without files.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <variant>
#include <vector>

#include "intents/phrase_set.h"
#include "tests/base/temp_folder.h"

inline intents::Phrase phrase(const std::string& text) {
  auto parsed = intents::parse_phrase(text);
  INFO(text);
  REQUIRE(std::holds_alternative<intents::PhraseNode>(parsed));
  return {text, std::get<intents::PhraseNode>(std::move(parsed))};
}

inline std::vector<intents::Phrase> phrases(const std::vector<std::string>& texts) {
  std::vector<intents::Phrase> result;
  for (const auto& text : texts) result.push_back(phrase(text));
  return result;
}

// `json` is what stands inside {"groups": { ... }}.
inline intents::WordGroups groups_of(const std::string& json) {
  const TempFolder folder;
  folder.write("words/test.json", "{\"groups\": {" + json + "}}");
  base::Problems problems;
  auto groups = intents::WordGroups::load(folder.path(), "words", problems);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return groups;
}
