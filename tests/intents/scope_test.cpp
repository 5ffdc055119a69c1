#include "intents/scope.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

TEST_CASE("scope: words of the back, of other parts, of nothing we know", "[scope]") {
  CHECK(understand("my lower back hurts").scope.back > 0);
  CHECK(understand("my lower back hurts").scope.elsewhere == 0);
  CHECK(understand("my tooth aches").scope.back == 0);
  CHECK(understand("my tooth aches").scope.elsewhere > 0);
  CHECK(understand("book a table for dinner in paris").scope.uncovered >= 3);
}

TEST_CASE("scope: the back as a place on the skin or to lie on does not count", "[scope]") {
  for (const char* text : {"i have an itchy rash on my back", "there is a mole on my lower back",
                           "i woke up lying on my back", "acne all over my neck"}) {
    INFO(text);
    CHECK(understand(text).scope.back == 0);
  }
  for (const char* text : {"my back hurts when i lie down", "my neck hurts and i am tired"}) {
    INFO(text);
    CHECK(understand(text).scope.back > 0);
  }
}
