#include "knowledge/reading.h"

#include <catch2/catch.hpp>

using knowledge::reading_grade;

TEST_CASE("reading: no words have no grade", "[reading]") {
  CHECK(reading_grade("") == 0);
  CHECK(reading_grade("123 ?! ...") == 0);
}

TEST_CASE("reading: short words in short sentences are easy", "[reading]") {
  CHECK(reading_grade("Heat helps. Use it. Stop if it hurts.") < 3);
  CHECK(reading_grade("Go to the ER now. Do not drive there.") < 3);
}

TEST_CASE("reading: long words and long sentences are hard", "[reading]") {
  const char* hard =
      "Degenerative spondylolisthesis predominantly necessitates conservative multidisciplinary "
      "rehabilitation.";
  CHECK(reading_grade(hard) > 12);
  CHECK(reading_grade(
            "The back is sore and the leg is weak and the foot is numb and it all came on at "
            "once so we need to see you soon.") >
        reading_grade(
            "The back is sore. The leg is weak. The foot is numb. It all came on at once."));
}

TEST_CASE("reading: apostrophes part no word, a silent e is no syllable", "[reading]") {
  CHECK(reading_grade("can't") == reading_grade("cant"));
  CHECK(reading_grade("spine") == reading_grade("spin"));
  CHECK(reading_grade("muscle") > reading_grade("muscl"));
}
