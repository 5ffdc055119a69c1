// The real data in intents/en, loaded once for all tests.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "intents/clean.h"
#include "intents/intents.h"
#include "tests/base/temp_folder.h"

inline std::filesystem::path data_folder() { return SOURCE_DIR; }

inline const intents::Intents& real_intents() {
  static const auto loaded = [] {
    base::Problems problems;
    auto intents = intents::Intents::load(data_folder(), "en", problems);
    for (const auto& line : lines_of(problems)) UNSCOPED_INFO(line);
    REQUIRE(intents != nullptr);
    return intents;
  }();
  return *loaded;
}

inline intents::Understanding understand(const std::string& text) {
  return real_intents().understand(intents::clean(text));
}
