#include <catch2/catch.hpp>

#include "tests/knowledge/small_library.h"

using Lines = std::vector<std::string>;

namespace {

Lines faults(const std::string& from, const std::string& to, const std::string& topic = "heat") {
  SmallLibrary files;
  files.damage("topics/" + topic + ".json", from, to);
  return files.faults();
}

const std::string kHeat = "knowledge/en/topics/heat.json";
const std::string kPlank = "knowledge/en/topics/plank.json";

}  // namespace

TEST_CASE("topics: the id is the file's name", "[topic_loader]") {
  CHECK(faults("\"id\": \"heat\"", "\"id\": \"heet\"") ==
        Lines{kHeat + ", id: the id must be the file's name, \"heat\""});
}

TEST_CASE("topics: kinds, facets, evidence and regions are of fixed lists", "[topic_loader]") {
  CHECK(faults("\"treatment\"", "\"cure\"") ==
        Lines{kHeat +
              ", kind: \"cure\" is not one of: region, anatomy, condition, symptom, treatment, "
              "medicine, procedure, exercise, prevention, profession, myth, statistic, about"});
  CHECK(faults("\"evidence\": {", "\"proof\": {") ==
        Lines{kHeat + ", facets, proof: this facet is not known",
              kHeat + ", facets: there is no facet"});
  CHECK(faults("\"moderate\"", "\"good\"") ==
        Lines{kHeat +
              ", facets, evidence, evidence: \"good\" is not one of: strong, moderate, weak, "
              "none, against, mixed"});
  CHECK(faults("[\"low\"]", "[\"low\", \"knee\"]") ==
        Lines{kHeat + ", regions: \"knee\" is not a region"});
}

TEST_CASE("topics: a facet needs its text and its sources, and few points", "[topic_loader]") {
  CHECK(faults(R"("text": "Heat helps a bit.", )", "") ==
        Lines{kHeat + ", facets, evidence: the key \"text\" is missing"});
  CHECK(faults(R"(, "sources": ["guide"])", "") ==
        Lines{kHeat + ", facets, evidence: the key \"sources\" is missing"});
  CHECK(faults(R"("sources": ["guide"])", R"("sources": [], "source": "x")") ==
        Lines{kHeat +
                  ", facets, evidence: the key \"source\" is not known here (known: text, points, "
                  "evidence, sources)",
              kHeat + ", facets, evidence, sources: the list is empty"});
  CHECK(faults(R"(["Use it for 15 minutes."])", R"(["1","2","3","4","5","6","7","8"])") ==
        Lines{kHeat + ", facets, evidence, points: more than seven points"});
  CHECK(faults(
            "{\n        \"text\": \"Heat helps a bit.\", \"points\": [\"Use it for 15 minutes.\"], "
            "\"evidence\": \"moderate\", \"sources\": [\"guide\"]}",
            "\"Heat helps.\"") ==
        Lines{kHeat + ", facets, evidence: this must be an object { ... }"});
}

TEST_CASE("topics: the exercise block belongs to exercises and is whole", "[topic_loader]") {
  const std::string belongs =
      ": \"exercise\" belongs to topics of the kind \"exercise\", and only to those";
  CHECK(faults("\"treatment\"", "\"exercise\"") == Lines{kHeat + belongs});
  CHECK(faults("\"kind\": \"exercise\"", "\"kind\": \"treatment\"", "plank") ==
        Lines{kPlank + belongs});
  CHECK(faults(R"("dose": "Ten seconds.", "stop_if": ["It hurts."], )", R"("stop_if": [], )",
               "plank") == Lines{kPlank + ", exercise: the key \"dose\" is missing",
                                 kPlank + ", exercise, stop_if: the list is empty"});
}

TEST_CASE("topics: a review has its dates and its signature", "[topic_loader]") {
  CHECK(faults("\"reviewed\": \"2026-11-25\", \"reviewed_by\": \"A. Reader\"",
               "\"reviewed\": \"25 Nov\"") ==
        Lines{kHeat + ": the key \"reviewed_by\" is missing (null until a clinician has signed)",
              kHeat + ", reviewed: this must be a date, YYYY-MM-DD"});
  for (const char* date : {"2027-13-01", "2027-02-30", "2027/02/01", "27-02-2001", "2027-2-1"}) {
    CHECK(faults("2027-11-25", date) ==
          Lines{kHeat + ", review_due: this must be a date, YYYY-MM-DD"});
  }
}

TEST_CASE("topics: keys that are missing or unknown are told", "[topic_loader]") {
  CHECK(faults(R"("title": "Heat", )", R"("titel": "Heat", )") ==
        Lines{kHeat +
                  ": the key \"titel\" is not known here (known: id, title, kind, also_called, "
                  "summary, "
                  "facets, exercise, related, regions, figure, reviewed, reviewed_by, review_due)",
              kHeat + ": the key \"title\" is missing"});
  CHECK(faults("[\"hot pack\"]", "[]") == Lines{kHeat + ", also_called: the list is empty"});
}

TEST_CASE("topics: broken JSON is told by line and column", "[topic_loader]") {
  SmallLibrary files;
  files.write("topics/heat.json", "{\n  \"id\": \"heat\"\n  \"title\": 1\n}");
  CHECK(files.faults() ==
        Lines{kHeat +
              ", line 3, column 9: this is not valid JSON (a missing comma, quote or bracket here "
              "or shortly before?)"});
}
