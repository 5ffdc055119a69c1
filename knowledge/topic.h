// One thing people ask about, and what may be said of it, by facet.
//
// A plain value, const after loading. All texts are plain text in plain words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/evidence.h"

namespace knowledge {

enum class TopicKind {
  kRegion,
  kAnatomy,
  kCondition,
  kSymptom,
  kTreatment,
  kMedicine,
  kProcedure,
  kExercise,
  kPrevention,
  kProfession,
  kMyth,
  kStatistic,
  kAbout
};
inline const std::vector<std::string_view> kTopicKindNames = {
    "region",   "anatomy",    "condition",  "symptom", "treatment", "medicine", "procedure",
    "exercise", "prevention", "profession", "myth",    "statistic", "about"};

// The facets a question can have; the ids stand in intents/en/facets.json too.
inline const std::vector<std::string_view> kFacetNames = {
    "definition", "causes",     "symptoms",   "diagnosis", "treatment", "self_care",
    "exercise",   "prevention", "prognosis",  "recovery",  "procedure", "when_to_seek_help",
    "evidence",   "statistics", "comparison", "who_helps", "risks",     "who_should_not"};

struct Facet {
  std::string text;                 // the answer in one to four short sentences
  std::vector<std::string> points;  // a list below it; may be empty
  Evidence evidence = Evidence::kWeak;
  std::vector<std::string> sources;  // ids in sources.json; never empty
};

struct Exercise {  // only for kind "exercise"
  std::vector<std::string> steps;
  std::string dose;
  std::vector<std::string> stop_if;
  std::vector<std::string> not_for;
  std::string alt;  // what a picture of it shows, in words
};

struct Topic {
  std::string id;
  std::string title;
  TopicKind kind = TopicKind::kCondition;
  std::vector<std::string> also_called;
  std::string summary;  // one or two sentences
  std::map<std::string, Facet, std::less<>> facets;
  std::optional<Exercise> exercise;
  std::vector<std::string> related;  // topic ids
  std::vector<std::string> regions;  // neck upper mid low tailbone leg arm
  std::string figure;                // id of a picture, empty for none
  std::string figure_alt;            // what it shows, in words
  Review review;
};

}  // namespace knowledge
