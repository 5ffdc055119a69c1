#include <catch2/catch.hpp>

#include "tests/cli/program.h"

TEST_CASE("context: one verdict a line, in order", "[context]") {
  const std::string input =
      "numbness\tno numbness down below\n"
      "fever\tI had a fever last year, all gone now\n"
      "numb\tif my legs go numb should I call\r\n"
      "back pain\tmy mum has back pain\n"
      "weak legs\tmy weak legs give way";
  const Ran ran = run({"context", "--batch", "-"}, input);
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(lines(ran.out) == std::vector<std::string>{"absent\tnow\tself", "present\tpast\tself",
                                                   "present\tfuture\tself", "present\tnow\tother",
                                                   "present\tnow\tself"});
}

TEST_CASE("context: a bad line gives an empty line, so that lines still pair up", "[context]") {
  const Ran ran =
      run({"context", "--batch", "-"}, "no tab here\nnumb\tnumb toes\nxylophone\tnumb toes\n\n");
  CHECK(ran.code == 1);
  CHECK(lines(ran.out) == std::vector<std::string>{"", "present\tnow\tself", "", ""});
  CHECK(ran.err ==
        "line 1: no tab between phrase and sentence\n"
        "line 3: the phrase does not stand in the sentence\n"
        "line 4: no tab between phrase and sentence\n");
}

TEST_CASE("context: JSON for programs", "[context]") {
  CHECK(run({"context", "--json", "--batch", "-"}, "numb\tnumb toes\nbad\n").out ==
        "{\"polarity\":\"present\",\"time\":\"now\",\"experiencer\":\"self\"}\nnull\n");
}
