#include "intents/question_parts.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "intents/clean.h"

using Lines = std::vector<std::string>;

namespace {

// Each part with "?" when it asks and "." when it tells.
Lines parts(const std::string& text) {
  const auto u = intents::clean(text);
  Lines result;
  for (const auto& part : intents::question_parts(u)) {
    result.push_back(u.words_text(part.words) + (part.asked ? "?" : part.told ? "." : ""));
  }
  return result;
}

}  // namespace

TEST_CASE("question parts: a comma or a joining word before a question cuts", "[question_parts]") {
  const std::pair<const char*, Lines> kTable[] = {
      {"what is sciatica and does massage help", {"what is sciatica and?", "does massage help?"}},
      {"how long does it last, what can i take", {"how long does it last?", "what can i take?"}},
      {"what is the difference between heat and ice",
       {"what is the difference between heat and ice?"}},
      {"causes and treatment of stenosis", {"causes and treatment of stenosis"}},
      {"is it a disc or is it a muscle", {"is it a disc or is it a muscle?"}},
      {"who can and cant have it", {"who can and cant have it?"}},
      {"my back aches when i sit, when can i drive",
       {"my back aches when i sit.", "when can i drive?"}},
  };
  for (const auto& [text, expected] : kTable) {
    INFO(text);
    CHECK(parts(text) == expected);
  }
}

TEST_CASE("question parts: asked, told, or bare words", "[question_parts]") {
  const std::pair<const char*, Lines> kTable[] = {
      {"i have sciatica", {"i have sciatica."}},
      {"i do yoga", {"i do yoga."}},
      {"do i need a scan", {"do i need a scan?"}},
      {"have i got sciatica", {"have i got sciatica?"}},
      {"sciatica exercises", {"sciatica exercises"}},
      {"sciatica?", {"sciatica?"}},
      {"my back hurts under the ribs, why?", {"my back hurts under the ribs.", "why?"}},
      {"i want to know about fusion", {"i want to know about fusion?"}},
      {"my report says spondylosis", {"my report says spondylosis."}},
      {"hi doctor, can i fly", {"hi doctor", "can i fly?"}},
  };
  for (const auto& [text, expected] : kTable) {
    INFO(text);
    CHECK(parts(text) == expected);
  }
  CHECK(parts("").empty());
}
