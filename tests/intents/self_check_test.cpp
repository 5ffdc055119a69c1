#include "intents/self_check.h"

#include <catch2/catch.hpp>

#include "tests/intents/real_data.h"

TEST_CASE("self check: every example of the real data does what its file says",
          "[self_check][slow]") {
  const auto lines = lines_of(intents::check_examples(real_intents()));
  for (const auto& line : lines) UNSCOPED_INFO(line);
  CHECK(lines.empty());
}
