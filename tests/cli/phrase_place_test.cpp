#include "bot/cli/phrase_place.h"

#include <catch2/catch.hpp>

#include "intents/clean.h"

using bot::cli::find_phrase;
using intents::Span;

namespace {

struct Case {
  const char* sentence;
  const char* phrase;
  std::optional<Span> place;
};

}  // namespace

TEST_CASE("phrase place: words in a row, then letters, then a part, then a likeness",
          "[phrase_place]") {
  const Case cases[] = {
      {"no back pain, no leg pain", "leg pain", Span{4, 6}},
      {"pain, pain and pain", "pain", Span{0, 1}},
      {"Denies CHEST PAIN today", "chest pain", Span{1, 3}},
      {"I can't feel my legs", "can't feel", Span{1, 3}},
      {"has hypertension", "tension", Span{1, 2}},
      {"severe low back pain", "chronic low back ache", Span{1, 3}},
      {"both legs went numb", "numbness", Span{3, 4}},
      {"both legs went numb", "fever", std::nullopt},
      {"", "fever", std::nullopt},
      {"both legs went numb", "", std::nullopt},
  };
  for (const Case& c : cases) {
    INFO(c.sentence << " / " << c.phrase);
    CHECK(find_phrase(intents::clean(c.sentence), intents::clean(c.phrase)) == c.place);
  }
}
