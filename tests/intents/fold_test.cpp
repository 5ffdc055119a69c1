#include "intents/fold.h"

#include <catch2/catch.hpp>

TEST_CASE("fold: authors' spellings and patients' meet in one", "[fold]") {
  const std::pair<const char*, const char*> kTable[] = {{"", ""},
                                                        {"Can't feel!", "cant feel"},
                                                        {"Can\u2019t  FEEL", "cant feel"},
                                                        {"I'll", "i will"},
                                                        {"x-ray", "x ray"},
                                                        {"A&E", "a and e"},
                                                        {"50%", "50 percent"},
                                                        {"na\u00efve caf\u00e9", "naive cafe"},
                                                        {"\uff4e\uff55\uff4d\uff42", "numb"},
                                                        {"L4/5", "l4/5"},
                                                        {"e.g. heat", "e g heat"},
                                                        {"numb\xFF"
                                                         "leg",
                                                         "numb leg"}};
  for (const auto& [text, folded] : kTable) {
    INFO(text);
    CHECK(intents::fold(text) == folded);
  }
}

TEST_CASE("fold: what is folded stays as it is", "[fold]") {
  for (const char* text :
       {"can't feel 38.5 \u00b0C", "I'll go to A&E!", "10/10, L4-L5", "\U0001F62D"}) {
    const auto once = intents::fold(text);
    CHECK(intents::fold(once) == once);
  }
}
