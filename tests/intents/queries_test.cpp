// What is asked, with the real names and facets.
#include "intents/queries.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

using Lines = std::vector<std::string>;

namespace {

// "topic facet", for a comparison "topic|other comparison"; "-" for none.
Lines queries(const std::string& text) {
  Lines result;
  for (const auto& q : understand(text).queries) {
    result.push_back((q.topic.empty() ? "-" : q.topic) +
                     (q.other_topic.empty() ? "" : "|" + q.other_topic) + " " +
                     (q.facet.empty() ? "-" : q.facet));
  }
  return result;
}

struct Row {
  const char* text;
  Lines expected;
};

template <size_t n>
void check(const Row (&table)[n]) {
  for (const Row& row : table) {
    INFO(row.text);
    CHECK(queries(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("queries: one topic takes its facet", "[queries]") {
  const Row kTable[] = {
      {"what is sciatica", {"cond-sciatica definition"}},
      {"how do you treat spinal stenosis", {"cond-stenosis treatment"}},
      {"what causes sciatica", {"cond-sciatica causes"}},
      {"how long does sciatica last", {"cond-sciatica prognosis"}},
      {"side effects of ibuprofen", {"med-nsaid risks"}},
      {"exercises for sciatica", {"cond-sciatica exercise"}},
      {"what is the treatment for sciatica", {"cond-sciatica treatment"}},
      {"sciatica", {"cond-sciatica -"}},
  };
  check(kTable);
}

TEST_CASE("queries: a comparison has two topics", "[queries]") {
  const Row kTable[] = {
      {"what is the difference between sciatica and spinal stenosis",
       {"cond-sciatica|cond-stenosis comparison"}},
      {"sciatica vs stenosis", {"cond-sciatica|cond-stenosis comparison"}},
      {"heat or ice", {"home-heat|home-ice comparison"}},
      {"is heat or ice better for lower back pain", {"home-heat|home-ice comparison"}},
      {"upper back pain versus lower back pain", {"region-upper|region-low comparison"}},
  };
  check(kTable);
}

TEST_CASE("queries: a question of two parts is two queries", "[queries]") {
  const Row kTable[] = {
      {"what is sciatica and how is it treated",
       {"cond-sciatica definition", "cond-sciatica treatment"}},
      {"what is sciatica? does massage help?",
       {"cond-sciatica definition", "cam-massage evidence"}},
      {"what is scoliosis; how common is sciatica",
       {"cond-scoliosis definition", "cond-sciatica statistics"}},
  };
  check(kTable);
}

TEST_CASE("queries: a question takes the topic told before it", "[queries]") {
  const Row kTable[] = {
      {"I have sciatica. What can I do at home?", {"cond-sciatica self_care"}},
      {"my lower back hurts. what exercises can i do?", {"region-low exercise"}},
      {"what can i do at home", {"- self_care"}},
  };
  check(kTable);
}

TEST_CASE("queries: a region gives way to anything more special", "[queries]") {
  const Row kTable[] = {
      {"does heat help lower back pain", {"home-heat evidence"}},
      {"does massage help my lower back", {"cam-massage evidence"}},
      {"back pain in my lower back", {"region-low -"}},
  };
  check(kTable);
}

TEST_CASE("queries: told and asked are told apart", "[queries]") {
  CHECK(understand("what is sciatica").queries.at(0).asked);
  CHECK(understand("sciatica?").queries.at(0).asked);
  CHECK_FALSE(understand("i have sciatica").queries.at(0).asked);
}

TEST_CASE("queries: each is asked once, and no more than four", "[queries]") {
  CHECK(queries("what is sciatica? what is sciatica?").size() == 1);
  CHECK(queries("what is sciatica? what is stenosis? what is scoliosis? what is whiplash? what is "
                "fibromyalgia? what is a herniated disc?")
            .size() == 4);
  CHECK(queries("").empty());
  CHECK(queries("sunny weather today").empty());
}
