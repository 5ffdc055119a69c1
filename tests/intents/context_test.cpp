#include "intents/context.h"

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "context_cases.h"

using namespace context_cases;
using intents::Expecting;
using intents::FindingClass;
using intents::Polarity;
using intents::Span;
using intents::Status;

namespace {

// rule, sentence, phrase, status
struct Rule {
  const char *rule, *sentence, *phrase, *expected;
};

const Rule kRules[] = {
    {"R2 longest cue", "no doubt my foot is weak", "weak", "present now self report"},
    {"R2 used up", "abscess was not ruled out", "abscess", "possible now self report"},
    {"R3 own words", "I have no sensation in my toes", "no sensation", "present now self report"},
    {"R4 ill", "I'll call if I get a fever", "fever", "present future self hypothetical"},
    {"R5 function", "no control of my bladder", "control", "present now self report"},
    {"R5 symptom", "no tingling in my toes", "tingling", "absent now self report"},
    {"R5 no longer", "my toes are no longer tingly", "tingly", "present past self report"},
    {"R7", "I am not walking normally", "walking", "present now self report"},
    {"R8", "my leg is dead, no kidding", "leg is dead", "present now self report"},
    {"R9 clause", "no fever; leg pain", "leg pain", "present now self report"},
    {"R9 sentence", "Denies fever, chills; vomiting", "vomiting", "absent now self report"},
    {"R9 backward list", "bowels and bladder are normal", "bowels", "absent now self report"},
    {"R10 or", "no redness, heat or swelling", "swelling", "absent now self report"},
    {"R11 verb", "no rash and my arm hurts", "arm hurts", "present now self report"},
    {"R11 unclear", "no rash and weak legs", "weak legs", "possible now self report"},
    {"R12 comma", "no, tingly", "tingly", "present now self report"},
    {"R13 subject", "no chills I leaked twice", "leaked", "present now self report"},
    {"R13 that", "no rash that I can see or itching", "itching", "absent now self report"},
    {"R13 note", "Denies chills reports leg weakness", "leg weakness", "present now self report"},
    {"R14", "nothing except a sore toe", "sore toe", "present now self report"},
    {"R15 until", "no cramps until last Friday", "cramps", "present now self report"},
    {"R15 since", "no cramps since last Friday", "cramps", "present past self report"},
    {"R15 yet", "no swelling yet", "swelling", "absent now self report"},
    {"R16 contrast", "it's not burning, more like tingling", "burning", "absent now self report"},
    {"R16 not only", "not only stiff but also weak", "weak", "present now self report"},
    {"R17", "no cause for the weakness was found", "weakness", "present now self report"},
    {"R18", "no improvement in the cramps", "cramps", "present now self report"},
    {"R19", "no further seizures", "seizures", "present past self report"},
    {"R20 label", "Fever: no. Rash: yes.", "fever", "absent now self report"},
    {"R20 row", "chills no cramps yes", "cramps", "present now self report"},
    {"R21", "my waterworks are working fine", "waterworks", "absent now self report"},
    {"R22 value", "Temp 38.6 this evening", "temp", "present now self report"},
    {"R22 grade", "Power 4/5 in the left leg", "power", "present now self report"},
    {"R22 word", "Afebrile overnight", "afebrile", "absent now self report"},
    {"R23", "Knee reflexes are absent", "reflexes", "present now self report"},
    {"R24 symptom", "no change in the tingling", "tingling", "present long_standing self report"},
    {"R24 function", "no change in my bowels", "bowels", "absent now self report"},
    {"R25", "Any tingling? Yes.", "tingling", "present now self report"},
    {"R25 function", "Can you feel your toes? No.", "feel your toes", "present now self report"},
    {"R27 recent", "my foot went weak 3 days ago", "foot went weak", "present now self report"},
    {"R27 old", "my foot went weak 3 years ago", "foot went weak", "present past self report"},
    {"R27 chart", "Leg pain 8/12", "leg pain", "present long_standing self report"},
    {"R28", "the cramps have settled", "cramps", "present past self report"},
    {"R28 not gone", "the cramps haven't settled", "cramps", "present now self report"},
    {"R29 again", "the cramps stopped but now they are back", "cramps", "present now self report"},
    {"R30 head", "PMH: gout, asthma. CC: cough.", "asthma", "present past self report"},
    {"R30 next head", "PMH: gout, asthma. CC: cough.", "cough", "present now self report"},
    {"R31", "long standing neck ache, new hand weakness", "hand weakness",
     "present now self report"},
    {"R32", "afraid of losing my sight", "losing my sight", "present future self report"},
    {"R32 real", "afraid because I lost my sight", "lost my sight", "present now self report"},
    {"R33", "my aunt had CES and now my toes are numb", "toes are numb", "present now self report"},
    {"R34 now", "my uncle can't move his arm", "can't move his arm",
     "present now other_now report"},
    {"R34 story", "my uncle had a stroke in 2001", "stroke", "present past other_info report"},
    {"R35", "I'm his carer, he is confused", "confused", "present now other_now report"},
    {"R36", "Per husband, she has been confused", "confused", "present now self report"},
    {"R37", "what is spinal stenosis", "spinal stenosis", "present now other_info question"},
    {"R37 presumed", "why does my toe tingle", "toe tingle", "present now self report"},
    {"R37 self doubt", "do I have sciatica", "sciatica", "possible now self question"},
    {"R38", "what if I get paralysed", "paralysed", "present future self hypothetical"},
    {"R38 trigger", "if I cough my leg goes numb", "leg goes numb", "present now self report"},
    {"R39", "you asked about chills", "chills", "present now other_info idiom"},
    {"R40", "this form is such a pain in the neck", "pain in the neck", "present now self idiom"},
    {"R41 concord", "I ain't got no rash", "rash", "absent now self report"},
    {"R41 double", "never without cramps", "cramps", "present now self report"},
    {"R42", "I don't think I have a fever", "fever", "possible now self report"},
    {"R43", "numb toe, probably nothing", "numb toe", "present now self report"},
    {"sign", "(-) fever (+) rash", "fever", "absent now self report"},
    {"query", "?cord compression", "cord compression", "possible now self report"},
};

void check_file(const char* file, bool with_mode) {
  const auto cases = read_cases(std::string(SOURCE_DIR "/tests/intents/") + file);
  REQUIRE(cases.size() > 150);
  for (const Case& c : cases) {
    const Judged j = judge(c.sentence, c.phrase);
    INFO(c.sentence << "\n  \"" << c.phrase << "\" because " << j.why);
    CHECK((with_mode ? j.str() : j.polarity + ' ' + j.time + ' ' + j.who) == c.expected);
  }
}

}  // namespace

TEST_CASE("context: each rule reads its own sentence", "[context]") {
  for (const Rule& r : kRules) {
    const Judged j = judge(r.sentence, r.phrase);
    INFO(r.rule << ": " << r.sentence << " because " << j.why);
    CHECK(j.str() == r.expected);
  }
}

TEST_CASE("context: lay messages", "[context]") { check_file("context_lay.txt", true); }

TEST_CASE("context: lay messages in a hurry", "[context]") {
  check_file("context_hurried.txt", true);
}

TEST_CASE("context: clinical notes", "[context]") { check_file("context_notes.txt", false); }

TEST_CASE("context: an answer is read against its question", "[context]") {
  const Expecting yes_bad{true}, no_bad{false};
  CHECK(judge("no tingly", "tingly", &no_bad).polarity == "present");
  CHECK(judge("no tingly", "tingly", &yes_bad).polarity == "absent");
  const Judged conflict = judge("no, tingly", "tingly", &yes_bad);
  CHECK(conflict.polarity == "possible");
  CHECK_FALSE(conflict.sure);
  CHECK(judge("no, I can't feel it", "can't feel it", &yes_bad).polarity == "present");
}

TEST_CASE("context: a word between the parts of a finding counts", "[context]") {
  const auto u = intents::clean("my legs are not weak");
  const std::vector<Span> parts = {{1, 2}, {4, 5}};
  const auto apart = context().judge(u, {{{1, 5}, FindingClass::kSymptom, parts}});
  CHECK(apart.front().polarity == Polarity::kAbsent);
  const auto whole = context().judge(u, {{{1, 5}, FindingClass::kSymptom, {}}});
  CHECK(whole.front().polarity == Polarity::kPresent);
}

TEST_CASE("context: a certain finding is not silenced by a condition", "[context]") {
  const auto judged = [](const char* sentence, bool certain) {
    const auto u = intents::clean(sentence);
    const auto words = find(u, "kill myself");
    REQUIRE(words);
    return context().judge(u, {{*words, FindingClass::kSymptom, {}, certain}}).front();
  };
  for (const char* s : {"what if i just kill myself", "id kill myself if it wasnt for the kids",
                        "if this goes on ill kill myself", "scared i will kill myself",
                        "should i kill myself", "would it be bad to kill myself"}) {
    const Status st = judged(s, true);
    INFO(s);
    CHECK(st.polarity != Polarity::kAbsent);
    CHECK(st.time == intents::Time::kNow);
    CHECK(st.mode == intents::Mode::kReport);
  }
  CHECK(judged("what if i just kill myself", false).mode == intents::Mode::kHypothetical);
  CHECK(judged("i would never kill myself", true).polarity == Polarity::kAbsent);
  CHECK(judged("i used to want to kill myself", true).time == intents::Time::kPast);
}

TEST_CASE("context: a doubled negation of a function is one loss", "[context]") {
  CHECK(judge("i aint got no control over my bowels", "no control over my bowels").str() ==
        "present now self report");
  CHECK(judge("ain't got no numbness", "numbness").polarity == "absent");
}

TEST_CASE("context: a neighbour's own negation is no cue", "[context]") {
  const auto u = intents::clean("can't feel my legs or feet numb");
  const auto s = context().judge(
      u, {{{0, 4}, FindingClass::kFunction, {}}, {{5, 7}, FindingClass::kSymptom, {}}});
  REQUIRE(s.size() == 2);
  CHECK(s[0].polarity == Polarity::kPresent);
  CHECK(s[1].polarity == Polarity::kPresent);
}

TEST_CASE("context: every decision names its cue", "[context]") {
  CHECK_THAT(judge("no sign of a rash", "rash").why, Catch::Contains("\"no sign of\""));
  CHECK(judge("a rash", "rash").why.empty());
}

TEST_CASE("context: odd input is judged all the same", "[context]") {
  CHECK(context().judge(intents::clean(""), {}).empty());
  const auto u = intents::clean("no");
  const auto s = context().judge(u, {{{0, 1}, FindingClass::kSymptom, {}},
                                     {{5, 9}, FindingClass::kEvent, {}},
                                     {{-3, 0}, FindingClass::kDisease, {}}});
  CHECK(s.size() == 3);
}

// The development pairs stand beside the project, where they exist at all.
TEST_CASE("context: agrees with the development pairs", "[context]") {
  std::ifstream in(SOURCE_DIR "/../shared/clinical/lexicon/context_pairs.jsonl");
  if (!in) return;
  std::map<std::string, int> right;
  int all = 0;
  for (std::string line; std::getline(in, line); ++all) {
    const auto pair = nlohmann::json::parse(line);
    const Judged j = judge(pair["sentence"], pair["finding_text"]);
    right["polarity"] += pair["polarity"] == j.polarity;
    right["time"] += pair["time"] == j.time;
    right["who"] += pair["experiencer"] == j.who;
    right["mode"] += pair["mode"] == j.mode;
  }
  for (const auto& [axis, count] : right) {
    const double percent = 100.0 * count / all;
    WARN(axis << ": " << count << " of " << all);
    CHECK(percent >= (axis == "polarity" ? 98.0 : 99.0));
  }
}
