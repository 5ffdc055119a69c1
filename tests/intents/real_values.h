// What the real value words (intents/en/values.json) make of a text.
#pragma once

#include <catch2/catch.hpp>

#include "intents/clean.h"
#include "intents/values.h"
#include "tests/base/temp_folder.h"

inline intents::Values read_values(const std::string& text) {
  static const auto reader = [] {
    base::Problems problems;
    auto loaded = intents::ValueReader::load(SOURCE_DIR, "intents/en", problems);
    REQUIRE(lines_of(problems) == std::vector<std::string>{});
    return loaded;
  }();
  return reader.read(intents::clean(text));
}
