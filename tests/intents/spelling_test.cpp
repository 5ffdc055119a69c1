#include "intents/spelling.h"

#include <catch2/catch.hpp>

#include "intents/clean.h"
#include "tests/base/temp_folder.h"

using intents::Correction;
using intents::Spelling;
using Lines = std::vector<std::string>;

namespace {

std::unique_ptr<Spelling> spelling(base::Problems& problems) {
  const TempFolder folder;
  folder.write("spelling.json", R"({"protected": ["Ozempic", "scaitica"]})");
  return Spelling::load(
      folder.path(), "spelling.json",
      intents::NearWords(
          {"sciatica", "lower",           "back",   "bladder", "numbness", "spine", "shin",
           "weakness", "stenosis",        "cervix", "cervic",  "without",  "never", "fever",
           "nothing",  "physiotherapist", "cant",   "feel",    "blood",    "chest"},
          {"siatica", "fever", "blood"}, {"wheez", "flop"}),
      problems);
}

// The text after correction, and the corrections as "from>to".
std::string corrected(const std::string& raw, Lines* changes = nullptr) {
  base::Problems problems;
  static const auto speller = spelling(problems);
  auto u = intents::clean(raw);
  const auto made = speller->correct(u);
  for (const Correction& c : made) {
    if (changes != nullptr) changes->push_back(c.from + ">" + c.to);
  }
  return u.words_text({0, static_cast<int>(u.words.size())});
}

}  // namespace

TEST_CASE("spelling: a near word of ours is taken", "[spelling]") {
  const std::pair<const char*, const char*> kTable[] = {
      {"my sciatca hurts", "my sciatica hurts"},
      {"sciattca", "sciatica"},
      {"bladdr", "bladder"},
      {"numbnes in spien", "numbness in spine"},
      {"weeknes", "weeknes"},  // too short for two
                               // changes
      {"physiotherpaist", "physiotherapist"},
  };
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(corrected(raw) == expected);
  }
}

TEST_CASE("spelling: what English, we or the authors know is left alone", "[spelling]") {
  for (const char* word : {"spice", "shine", "siatica", "ozempic", "scaitica", "colour", "color",
                           "london", "ladder"}) {
    CHECK(corrected(word) == word);
  }
}

TEST_CASE("spelling: short words, digits and ties are left alone", "[spelling]") {
  for (const char* word : {"bck", "bak", "l4s5x", "bladd3r", "cervik"}) {
    INFO(word);
    CHECK(corrected(word) == word);
  }
}

TEST_CASE("spelling: no negation is made or removed", "[spelling]") {
  for (const char* word : {"withut", "nothin", "wihtout", "nevre"}) {
    INFO(word);
    CHECK(corrected(word) == word);
  }
  CHECK(corrected("fevver") == "fever");   // fever is nearer than never
  CHECK(corrected("nfever") == "nfever");  // both as near
}

TEST_CASE("spelling: letters typed too often hide no other word", "[spelling]") {
  const std::pair<const char*, const char*> kTable[] = {
      {"bloood", "blood"},   {"feeever", "fever"}, {"nevver", "never"},
      {"cannott", "cannot"}, {"hasnnt", "hasnt"},  {"nothhing", "nothing"}};
  for (const auto& [raw, expected] : kTable) {
    INFO(raw);
    CHECK(corrected(raw) == expected);
  }
}

TEST_CASE("spelling: a slip in the stem of a word with any ending", "[spelling]") {
  CHECK(corrected("whrezing") == "wheezing");
  CHECK(corrected("flpped") == "flopped");
  CHECK(corrected("flpqed") == "flpqed");
  CHECK(corrected("wheazy") == "wheezy");
}

TEST_CASE("spelling: of several near words the likeliest slip", "[spelling]") {
  CHECK(corrected("chets") == "chest");
  CHECK(corrected("spne") == "spine");
  CHECK(corrected("sppine") == "spine");
}

TEST_CASE("spelling: two words of ours typed as one are parted", "[spelling]") {
  Lines changes;
  CHECK(corrected("my lowerback. hurts", &changes) == "my lower back hurts");
  CHECK(changes == Lines{"lowerback>lower back"});
  CHECK(corrected("cantfeel") == "cant feel");
  CHECK(corrected("lowerbak") == "lowerbak");
}

TEST_CASE("spelling: the raw words can still be quoted", "[spelling]") {
  base::Problems problems;
  const auto speller = spelling(problems);
  auto u = intents::clean("Lowerback, numbnes!");
  CHECK(speller->correct(u).size() == 2);
  CHECK(u.text == " lower back numbness ");
  CHECK(u.quote({0, 1}) == "Lowerback");
  CHECK(u.quote({0, 2}) == "Lowerback");
  CHECK(u.quote({2, 3}) == "numbnes");
  CHECK(u.words[2].before == intents::Break::kList);
  CHECK(u.words[1].before == intents::Break::kNone);
}

TEST_CASE("spelling: both dictionaries are English", "[spelling]") {
  base::Problems problems;
  const auto speller = spelling(problems);
  CHECK(lines_of(problems) == Lines{});
  CHECK(speller->is_english("colour"));
  CHECK(speller->is_english("color"));
  CHECK(speller->is_english("monday"));
  CHECK_FALSE(speller->is_english("siatica"));
}

TEST_CASE("spelling: faults of its file are told", "[spelling]") {
  const TempFolder folder;
  base::Problems problems;
  Spelling::load(folder.path(), "spelling.json", {}, problems);
  folder.write("spelling.json", R"({"protected": [], "more": 1})");
  Spelling::load(folder.path(), "spelling.json", {}, problems);
  CHECK(lines_of(problems) ==
        Lines{"spelling.json: the file is missing or cannot be read",
              "spelling.json: the key \"more\" is not known here (known: protected)",
              "spelling.json, protected: the list is empty"});
}
