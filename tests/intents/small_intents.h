// A few findings or topics from texts, and where they stand in a message.
#pragma once

#include <catch2/catch.hpp>

#include "intents/clean.h"
#include "intents/finding.h"
#include "intents/topic_names.h"
#include "tests/base/temp_folder.h"

// Builds Findings or Topics from files {stem, the keys that matter}, and searches messages.
template <typename Kind>
class Small {
 public:
  Small(const std::string& shared, const std::vector<std::pair<std::string, std::string>>& files) {
    const TempFolder folder;
    folder.write("words/a.json", R"({"groups": {"leg": {"words": ["leg", "legs"]}}})");
    for (const auto& [stem, keys] : files) {
      folder.write("data/" + stem + ".json",
                   "{\"id\": \"" + stem + "\", " + shared + ", " + keys + "}");
    }
    base::Problems problems;
    groups_ = intents::WordGroups::load(folder.path(), "words", problems);
    kind_ = Kind::load(folder.path(), "data", groups_, problems);
    set_ = std::make_unique<intents::PhraseSet>(groups_);
    kind_.add_to(*set_);
    CHECK(set_->compile(problems));
    CHECK(lines_of(problems) == std::vector<std::string>{});
  }

  const Kind& kind() const { return kind_; }
  auto places(const intents::Utterance& u) const { return kind_.places(set_->find(u)); }

 private:
  intents::WordGroups groups_;
  Kind kind_;
  std::unique_ptr<intents::PhraseSet> set_;
};
