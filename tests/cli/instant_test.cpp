#include "bot/cli/instant.h"

#include <catch2/catch.hpp>

using bot::cli::read_instant;

TEST_CASE("instant: UTC times in one form only", "[instant]") {
  const auto read = read_instant("2026-01-05T09:00:00Z");
  REQUIRE(read);
  CHECK(std::chrono::system_clock::to_time_t(*read) == 1767603600);
  for (const auto* text :
       {"", "2026-01-05", "2026-02-30T09:00:00Z", "2026-01-05T24:00:00Z", "2026-01-05T09:00:00Zx",
        "2026-01-05T09:00:00", "2026-1-5T9:0:0Z", "2026- 1- 5T 9: 0: 0Z", "+026-01-05T09:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(read_instant(text));
  }
}
