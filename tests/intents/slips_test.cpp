#include "intents/slips.h"

#include <catch2/catch.hpp>
#include <string>

using intents::edit_distance;
using intents::slip_rank;

TEST_CASE("slips: edit_distance counts changes, up to its limit", "[slips]") {
  const struct {
    const char *a, *b;
    int limit, distance;
  } kTable[] = {{"", "", 2, 0},
                {"back", "back", 2, 0},
                {"back", "bach", 2, 1},
                {"back", "bak", 2, 1},
                {"back", "backs", 2, 1},
                {"back", "abck", 2, 1},
                {"back", "bakc", 2, 1},
                {"back", "hacks", 2, 2},
                {"back", "neck", 2, 2},
                {"back", "legs", 2, 3},
                {"back", "backache", 2, 3},
                {"back", "bach", 0, 1},
                {"", "ab", 2, 2},
                {"ab", "ba", 1, 1},
                {"abc", "ca", 3, 3},
                {"sciatica", "siatika", 2, 2}};
  for (const auto& row : kTable) {
    INFO(row.a << " " << row.b);
    CHECK(edit_distance(row.a, row.b, row.limit) == row.distance);
    CHECK(edit_distance(row.b, row.a, row.limit) == row.distance);
  }
  CHECK(edit_distance(std::string(80, 'a'), std::string(80, 'a'), 2) ==
        3);  // too long to be a word
}

TEST_CASE("slips: doubling, swapping, leaving out, a key beside, any other", "[slips]") {
  CHECK(slip_rank("fevver", "fever") == slip_rank("sliped", "slipped"));
  CHECK(slip_rank("fevver", "fever") < slip_rank("chets", "chest"));
  CHECK(slip_rank("chets", "chest") < slip_rank("chst", "chest"));
  CHECK(slip_rank("chst", "chest") < slip_rank("cheat", "chest"));
  CHECK(slip_rank("cheat", "chest") < slip_rank("chesk", "chest"));
  CHECK(slip_rank("chesk", "chest") < slip_rank("whest", "chest"));
}
