#include "bot/cli/terminal.h"

#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using bot::Question;
using bot::cli::read_numbers;
using bot::cli::wrapped;

TEST_CASE("terminal: text is wrapped by characters, and words stay whole", "[terminal]") {
  CHECK(wrapped("one two three", "- ", "  ", 9) == "- one two\n  three\n");
  CHECK(wrapped("caf\xC3\xA9 caf\xC3\xA9", "", "", 9) == "caf\xC3\xA9 caf\xC3\xA9\n");
  CHECK(wrapped("a\n\nb") == "a\n\nb\n");
  CHECK(wrapped("extraordinarily", "", "", 5) == "extraordinarily\n");
}

TEST_CASE("terminal: numbers tap options, all else is a message", "[terminal]") {
  Question question;
  question.id = "q";
  question.options = {{"a", "A", false}, {"b", "B", false}, {"c", "C", false}};
  CHECK(read_numbers("1, 3", question)->values == std::vector<std::string>{"a", "c"});
  CHECK(read_numbers(" 2 ", question)->question_id == "q");
  for (const auto* typed : {"4", "0", "1 and 3", "no", "", "99999999999999999999", "-1"}) {
    INFO(typed);
    CHECK_FALSE(read_numbers(typed, question));
  }
  CHECK_FALSE(read_numbers("1", std::nullopt));
}

TEST_CASE("chat: a care card is framed, questions are numbered, quit ends it", "[chat]") {
  const Ran card = run({"chat"}, "i cant feel between my legs and i wet myself\nquit\nhello\n");
  CHECK(card.code == 0);
  CHECK(card.out.find("[EMERGENCY]") != std::string::npos);
  const Ran question = run({"chat"}, "my lower back hurts\n1\n");
  CHECK(question.code == 0);
  CHECK(question.out.find("  1) ") != std::string::npos);
  CHECK(question.out.find("[EMERGENCY]") !=
        std::string::npos);  // the first option is a danger sign
}
