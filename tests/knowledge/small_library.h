// A whole, faultless knowledge folder of two topics and one danger sign, to be damaged by tests.
#pragma once

#include <memory>

#include "knowledge/library.h"
#include "tests/base/temp_folder.h"

class SmallLibrary {
 public:
  SmallLibrary() {
    folder_.write("knowledge/en/sources.json", R"({"sources": {
      "guide": {"title": "A guide", "publisher": "A clinic", "year": 2020, "url": "https://a.example"}}})");
    folder_.write(
        "knowledge/en/replies.json",
        R"({"replies": {"hello": ["Hello."], "empathy": ["That hurts.", "I am sorry."]}})");
    folder_.write("knowledge/en/topics/heat.json", R"({
      "id": "heat", "title": "Heat", "kind": "treatment", "also_called": ["hot pack"],
      "summary": "Heat can ease pain.", "facets": {"evidence": {
        "text": "Heat helps a bit.", "points": ["Use it for 15 minutes."], "evidence": "moderate", "sources": ["guide"]}},
      "related": ["plank"], "regions": ["low"], "figure": null,
      "reviewed": "2026-11-25", "reviewed_by": "A. Reader", "review_due": "2027-11-25"})");
    folder_.write("knowledge/en/topics/plank.json", R"({
      "id": "plank", "title": "Plank", "kind": "exercise", "summary": "A hold.",
      "facets": {"definition": {"text": "You hold still.", "evidence": "weak", "sources": ["guide"]}},
      "exercise": {"steps": ["Lie down."], "dose": "Ten seconds.", "stop_if": ["It hurts."], "not_for": ["After surgery."], "alt": "A person in a plank."},
      "reviewed": "2026-11-25", "reviewed_by": null, "review_due": "2027-11-25"})");
    folder_.write("knowledge/en/red_flags/fever_back.json", R"({
      "id": "fever_back", "code": "RF-01", "title": "Fever with back pain",
      "rules": [{"when": {"all": ["fever"], "any": ["chills", "sweats"], "at_least": 1, "none": ["cold"]}, "level": "urgent", "action": "same_day", "why": "Infection."}],
      "asks": [{"when": {"all": ["fever"]}, "question": "Do you shiver?", "if_yes": ["chills"], "why": "We ask to be sure."}],
      "say": "Get seen today.", "say_carer": "They need to be seen today.", "dont": ["Wait"],
      "sources": ["guide"], "examples": ["fever and chills"], "not": ["a cold"],
      "reviewed": "2026-11-25", "reviewed_by": "A. Reader", "review_due": "2027-11-25"})");
  }

  // Replaces the first `from` in knowledge/en/NAME by `to`.
  SmallLibrary& damage(const std::string& name, const std::string& from, const std::string& to) {
    REQUIRE(folder_.replace("knowledge/en/" + name, from, to));
    return *this;
  }
  SmallLibrary& write(const std::string& name, const std::string& text) {
    folder_.write("knowledge/en/" + name, text);
    return *this;
  }
  void remove(const std::string& name) const {
    std::filesystem::remove_all(folder_.path() / "knowledge/en" / name);
  }

  std::unique_ptr<knowledge::Library> load() const {
    base::Problems problems, warnings;
    auto library = knowledge::Library::load(folder_.path(), "en", problems, warnings);
    for (const auto& line : lines_of(problems)) UNSCOPED_INFO(line);
    REQUIRE(library != nullptr);
    return library;
  }

  std::vector<std::string> faults() const {
    base::Problems problems, warnings;
    const auto library = knowledge::Library::load(folder_.path(), "en", problems, warnings);
    CHECK((library == nullptr) == !problems.empty());
    return lines_of(problems);
  }

  std::vector<std::string> warnings() const {
    base::Problems problems, warnings;
    knowledge::Library::load(folder_.path(), "en", problems, warnings);
    return lines_of(warnings);
  }

 private:
  TempFolder folder_;
};
