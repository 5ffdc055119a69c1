// The real data in intents/en, loaded once for all tests.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>

#include "intents/clean.h"
#include "intents/intents.h"
#include "tests/base/temp_folder.h"

inline std::filesystem::path data_folder() { return SOURCE_DIR; }

// A copy of the real data with few findings and topics, so that it loads fast; tests damage it.
class SmallCopy {
 public:
  SmallCopy() {
    const auto copy = folder_.path() / "intents/en";
    std::filesystem::create_directories(copy.parent_path());
    std::filesystem::copy(data_folder() / "intents/en", copy,
                          std::filesystem::copy_options::recursive);
    const std::string_view kept[] = {"fever", "back_pain", "cond-sciatica", "region-low"};
    for (const char* folder : {"findings", "topics"}) {
      std::vector<std::filesystem::path> others;
      for (const auto& entry : std::filesystem::directory_iterator(copy / folder)) {
        const auto stem = entry.path().stem().string();
        if (std::find(std::begin(kept), std::end(kept), stem) == std::end(kept)) {
          others.push_back(entry.path());
        }
      }
      for (const auto& path : others) std::filesystem::remove(path);
    }
  }

  std::unique_ptr<intents::Intents> load(base::Problems& problems) const {
    return intents::Intents::load(folder_.path(), "en", problems);
  }
  void write(const std::string& name, const std::string& text) const {
    folder_.write("intents/en/" + name, text);
  }
  void remove(const std::string& name) const {
    std::filesystem::remove_all(folder_.path() / "intents/en" / name);
  }

 private:
  TempFolder folder_;
};

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
