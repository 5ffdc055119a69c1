#include "intents/look_alikes.h"

#include <catch2/catch.hpp>
#include <string>

#include "intents/clean.h"

namespace {

std::string words(const std::string& raw) {
  const auto u = intents::clean(raw);
  return u.words_text({0, static_cast<int>(u.words.size())});
}

}  // namespace

TEST_CASE("look-alikes: Cyrillic and Greek letters in Latin words are read as Latin",
          "[look_alikes]") {
  CHECK(words("\u0441\u0430nt f\u0435\u0435l d\u043Ewn there") == "cant feel down there");
  CHECK(words("CAN'T \u0420\u0415\u0415 since monday") == "cant pee since monday");
  CHECK(words("num\u0042 \u03BFn both sides") == "numb on both sides");
}

TEST_CASE("look-alikes: a message in another script stays as it is", "[look_alikes]") {
  const std::string russian = "\u0441\u043F\u0438\u043D\u0430 \u043E\u0440\u0435\u0442";
  CHECK(words(russian) == russian);
}

TEST_CASE("look-alikes: the way back to what was typed is kept", "[look_alikes]") {
  const auto u = intents::clean("f\u0435\u0435l");
  REQUIRE(u.words.size() == 1);
  CHECK(u.words[0].text == "feel");
  CHECK(u.quote({0, 1}) == "f\u0435\u0435l");
}
