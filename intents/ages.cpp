// Entry points: find_age, find_weeks_pregnant.
#include <string>

#include "intents/numbers.h"
#include "intents/value_parts.h"

namespace intents {

namespace {

constexpr int kOldest = 110;

struct AgeReader {
  const Utterance& u;

  std::string_view word(int i) const { return word_text(u, i); }

  // "34f", "72yo", "30ish", "f34": the digits; 0 when it is no such thing.
  static int glued(std::string_view text) {
    const bool sex_first = text.size() >= 3 && (text[0] == 'f' || text[0] == 'm');
    if (sex_first) text.remove_prefix(text[1] == '/' ? 2 : 1);  // "m/74"
    const size_t letters = std::min(text.find_first_not_of("0123456789"), text.size());
    if (letters == 0 || letters > 3) return 0;
    const auto unit = text.substr(letters);
    const bool known =
        one_of(unit, {"yo", "y/o", "yr", "yrs", "y", "f", "m", "male", "female", "ish"});
    if (sex_first ? !unit.empty() || letters != 2 : !known) return 0;
    return std::stoi(std::string(text.substr(0, letters)));
  }

  bool is_person(int i) const {
    return one_of(
        word(i),
        {"dad",           "mum",         "mom",       "mam",       "mother",    "father",
         "parent",        "husband",     "hubby",     "wife",      "missus",    "partner",
         "boyfriend",     "girlfriend",  "gran",      "granny",    "grandma",   "nan",
         "nana",          "grandmother", "grandad",   "granddad",  "grandpa",   "grandfather",
         "uncle",         "aunt",        "auntie",    "brother",   "sister",    "son",
         "daughter",      "child",       "kid",       "boy",       "girl",      "lad",
         "lass",          "baby",        "toddler",   "teen",      "teenager",  "lo",
         "grandson",      "niece",       "nephew",    "neighbour", "neighbor",  "friend",
         "patient",       "resident",    "client",    "lady",      "gentleman", "pensioner",
         "granddaughter", "dads",        "mums",      "moms",      "mams",      "grans",
         "nans",          "sons",        "daughters", "wifes",     "husbands",  "grandmas",
         "law",           "woman",       "man",       "bloke",     "guy",       "gent",
         "papa",          "pa",          "pops",      "amma",      "appa",      "nani",
         "dadi",          "pt",          "female",    "male"});
  }

  // What a number counts when it is no age: "70 kg", "at 60 mph", "mum 2 falls".
  bool counts_things(int i) const {
    const auto next = word(i);
    if (next == "years" || next == "year" || next == "yrs" || next == "yr") return true;
    return next == "percent" || next == "x" || next == "to" || next == "or" || next == "of" ||
           one_of(
               next,
               {"kg",     "kgs",   "kilos",    "kilo",    "stone",  "lb",      "lbs",   "pounds",
                "mg",     "mgs",   "mcg",      "ml",      "g",      "cm",      "mm",    "m",
                "ft",     "feet",  "inches",   "inch",    "miles",  "mile",    "mph",   "km",
                "kmh",    "kph",   "degrees",  "degree",  "c",      "f",       "reps",  "rep",
                "times",  "steps", "stairs",   "seconds", "secs",   "minutes", "mins",  "min",
                "hours",  "hour",  "hrs",      "days",    "day",    "weeks",   "week",  "wks",
                "months", "month", "tablets",  "tablet",  "pills",  "falls",   "kids",  "children",
                "am",     "pm",    "oclock",   "quid",    "bucks",  "dollars", "euros", "out",
                "over",   "plus",  "sessions", "scans",   "squats", "people",  "point", "per",
                "bpm",    "or",    "sit",      "push"});
  }

  bool breaks_before(int i) const {
    return i == 0 || (i < static_cast<int>(u.words.size()) && u.words[i].before != Break::kNone);
  }

  bool ends_message(int i) const { return i >= static_cast<int>(u.words.size()); }

  // Among other words, a number that stands for itself: "slipped off the kerb, 82, back agony",
  // "80 and new back pain". From 50 on, as a score or a count is smaller, and below a fever.
  bool stands_alone(double value, int at, int end) const {
    if (value < 50 || value > 96 || counts_things(end) || !breaks_before(at)) return false;
    if (at == 0 && ends_message(end)) return false;
    if (at > 0) return ends_message(end) || breaks_before(end) || ends_bare(end);
    return breaks_before(end) ||
           one_of(word(end), {"and", "with", "here", "new", "woman", "man", "now", "never", "first",
                              "on", "female", "male", "lady", "years"});
  }

  // "first time at 67", "at 83 back started"; not "rear ended at 60".
  bool begins_at(double value, int at, int end) const {
    if (word(at - 1) != "at" || value < 50 || counts_things(end)) return false;
    return at == 1 ||
           one_of(word(at - 2), {"time", "first", "started", "start", "began", "begun", "trouble",
                                 "onset", "pain", "back", "problems", "attack", "episode", "now"});
  }

  // After the number: "years old", "y/o", "year old mum"; not "year old mattress".
  bool unit_follows(int at) const {
    const auto unit = word(at);
    if (one_of(unit, {"yo", "y/o", "yrold", "yearold"})) return true;
    if (!one_of(unit, {"year", "years", "yr", "yrs", "y"})) return false;
    const auto next = word(at + 1);
    if (next == "of" && word(at + 2) == "age") return true;
    if (!one_of(next, {"old", "young", "o"})) return false;
    return !one_of(word(at + 2),
                   {"mattress", "bed", "injury", "house", "chair", "car", "scan", "mri", "pillow",
                    "problem", "fracture", "sofa", "report", "xray", "x"});
  }

  // What may stand after a bare number for it to be an age.
  bool ends_bare(int end) const {
    const auto next = word(end);
    return next.empty() || u.words[end].before != Break::kNone ||
           one_of(
               next,
               {"and",      "now",  "but",      "with",     "so",   "male",    "female",  "woman",
                "man",      "m",    "f",        "my",       "have", "had",     "never",   "coughed",
                "slipped",  "bent", "diabetic", "pregnant", "in",   "tripped", "next",    "last",
                "this",     "fell", "sneezed",  "first",    "new",  "who",     "she",     "he",
                "i",        "back", "neck",     "got",      "cant", "living",  "started", "sudden",
                "suddenly", "on",   "today",    "been",     "just"});
  }

  bool cue_precedes(double value, int at, int end) const {
    const auto before = word(at - 1), earlier = word(at - 2);
    if (one_of(before, {"aged", "age"})) return true;
    if (before == "of" && earlier == "age") return true;
    if (before == "is" && earlier == "age") return true;
    const bool years = value >= 50 && one_of(word(end), {"years", "yrs", "year", "yr"});
    if (is_person(at - 1) && (years || !counts_things(end))) return true;
    const bool person_of =
        before == "of" &&
        one_of(earlier, {"man", "woman", "lad", "lady", "girl", "boy", "son", "daughter", "child",
                         "gentleman", "chap", "person", "patient"});
    if (person_of && !counts_things(end)) return true;
    if (!ends_bare(end)) return false;
    if (before == "am" && breaks_before(at - 1)) return true;
    if (one_of(before,
               {"im", "hes", "shes", "whos", "turned", "turning", "female", "male", "running"})) {
      return before != "running" || at == 1;
    }
    if (one_of(before, {"hit", "completed"}) && at <= 2) return true;
    if (before == "am" || before == "is") {
      return one_of(earlier, {"i", "he", "she", "who", "me"}) || is_person(at - 2);
    }
    if (one_of(before, {"just", "nearly", "almost", "only", "now", "about", "over", "past",
                        "pushing", "approaching", "like"})) {
      const bool whose =
          one_of(earlier, {"im", "hes", "shes", "am", "turned", "just"}) ||
          (earlier == "is" && (is_person(at - 3) || one_of(word(at - 3), {"he", "she"})));
      const bool opens = at == 1 && one_of(before, {"nearly", "almost", "over", "past", "just"});
      return whose || alone(at - 1, end) || opens;
    }
    return false;
  }

  // Nothing else is said: "74 male", "nearly 60".
  bool alone(int first, int last) const { return is_whole_answer(u, {first, last}); }

  // "over 65" is at least 66, "nearly 60" is 59, "18 next week" is 17.
  double shifted(double age, int at, int end) const {
    const auto before = word(at - 1);
    const bool side = before == "of" && word(at - 2) == "side" && word(at - 3) == "wrong";
    if (before == "over" || before == "past" || side) return age + 1;
    const bool soon = one_of(before, {"nearly", "almost", "pushing", "under"}) ||
                      (before == "to" && word(at - 2) == "up") || word(end) == "next";
    return soon ? age - 1 : age;
  }

  // "in my 50s", "late sixties", "20 something", "eighty odd".
  std::optional<Number> decade(int i) const {
    static constexpr std::string_view kTens[] = {"twenties", "thirties",  "forties",  "fifties",
                                                 "sixties",  "seventies", "eighties", "nineties"};
    double tens = 0;
    const auto text = word(i);
    const auto* named = std::find(std::begin(kTens), std::end(kTens), text);
    if (named != std::end(kTens)) tens = 20 + 10 * static_cast<double>(named - kTens);
    if (text.size() == 3 && text[1] == '0' && text[2] == 's' && text[0] >= '2' && text[0] <= '9') {
      tens = 10 * (text[0] - '0');
    }
    const auto before = word(i - 1);
    if (tens > 0 && one_of(before, {"early", "mid", "late"})) {
      return Number{tens + (before == "mid" ? 5 : before == "late" ? 7 : 0), {i - 1, i + 1}};
    }
    const bool own = one_of(before, {"my", "me", "her", "his", "their"}) && word(i - 2) == "in";
    if (tens > 0 && own) return Number{tens, {i, i + 1}};
    if (text == "fortysomething" || text == "thirtysomething") {
      return Number{text[0] == 'f' ? 40.0 : 30.0, {i, i + 1}};
    }
    const auto number = number_at(u, i);
    if (number && one_of(word(number->span.last), {"something", "odd"}) &&
        alone(i, number->span.last + 1) && number->low >= 10) {
      return Number{number->low, {i, number->span.last + 1}};
    }
    return std::nullopt;
  }

  std::optional<Number> counted(int i) const {
    const auto number = number_at(u, i);
    if (!number || one_of(word(i), {"a", "an", "half", "few", "couple", "several", "dozen"})) {
      return std::nullopt;
    }
    const double value = number->low;
    const int end = number->span.last;
    if (one_of(word(end), {"month", "months"}) && word(end + 1) == "old") {
      return Number{static_cast<double>(static_cast<int>(value / 12)), {i, end + 1}};
    }
    if (value < 1 || value > kOldest || value != static_cast<int>(value)) return std::nullopt;
    const bool sex_after = one_of(word(end), {"f", "m", "male", "female"}) && alone(i, end + 1);
    const bool years = one_of(word(end), {"year", "years"}) && alone(i, end + 1) &&
                       one_of(word(i - 1), {"have", "got", "has"}) && word(i - 2) != "ive" &&
                       end + 1 == static_cast<int>(u.words.size());
    const bool has_years = years || (one_of(word(end), {"years"}) && word(i - 1) == "has" &&
                                     one_of(word(i - 2), {"he", "she"}) &&
                                     end + 1 == static_cast<int>(u.words.size()));
    // "i am 70 years": a span of years would have "for" before it or "of" behind it.
    const bool am = word(i - 1) == "im" || (word(i - 1) == "am" && word(i - 2) == "i") ||
                    one_of(word(i - 1), {"hes", "shes"});
    const bool years_of = am && one_of(word(end), {"years", "yrs"}) &&
                          !one_of(word(end + 1), {"of", "in", "into", "on", "post", "out", "away"});
    // "I has 72 years": too many to be a span of "I have 20 years".
    const bool long_lived = one_of(word(i - 1), {"have", "has", "having", "got"}) && value >= 50 &&
                            one_of(word(end), {"years", "yrs"}) &&
                            !one_of(word(end + 1), {"of", "experience", "in", "on", "left"});
    const bool limit = one_of(word(i - 1), {"over", "under"}) && i == 1 && alone(0, end) &&
                       value >= 18 && end == static_cast<int>(u.words.size());
    const bool side = word(i - 1) == "of" && word(i - 2) == "side" && word(i - 3) == "wrong";
    const bool soon = (word(i - 1) == "to" && word(i - 2) == "up" && ends_bare(end)) ||
                      (word(end) == "next" && i == 0);
    if (unit_follows(end) || cue_precedes(value, i, end) || sex_after || has_years || years_of ||
        long_lived || limit || side || soon || stands_alone(value, i, end) ||
        begins_at(value, i, end)) {
      return Number{shifted(value, i, end), number->span};
    }
    return std::nullopt;
  }

  // "pensioner" as the whole answer or after "I am a": who lifts a toddler is no toddler.
  std::optional<Number> worded(int i, const ValueWords& ages) const {
    const auto* entry = entry_at(ages, u, i);
    if (entry == nullptr) return std::nullopt;
    const Span span{i, i + static_cast<int>(entry->words.size())};
    const int cue = one_of(word(i - 1), {"a", "an"}) ? i - 2 : i - 1;
    const bool own = word(cue) == "im" || (word(cue) == "am" && word(cue - 1) == "i") ||
                     (word(cue) == "as" && cue + 1 < i);
    const bool grown = entry->low >= 13;
    if (is_whole_answer(u, span) || (own && grown)) return Number{entry->low, span};
    const bool old_parent = entry->low >= 65 && is_person(span.last);
    return old_parent ? std::optional(Number{entry->low, span}) : std::nullopt;
  }
};

}  // namespace

std::optional<Number> find_age(const Utterance& u, const ValueWords& ages) {
  const AgeReader reader{u};
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    if (const int age = AgeReader::glued(u.words[i].text); age >= 1 && age <= kOldest) {
      return Number{static_cast<double>(age), {i, i + 1}};
    }
    if (const auto age = reader.decade(i)) return age;
    if (const auto age = reader.counted(i)) return age;
    if (const auto age = reader.worded(i, ages)) return age;
  }
  return std::nullopt;
}

std::optional<Number> find_weeks_pregnant(const Utterance& u) {
  const auto pregnant = [&](int i) {
    return word_text(u, i).starts_with("preg") || word_text(u, i) == "gestation";
  };
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    auto number = number_at(u, i);
    int unit = number ? number->span.last : i;
    const auto glued = word_text(u, i);
    const size_t letters = std::min(glued.find_first_not_of("0123456789"), glued.size());
    if (!number && letters > 0 && letters <= 2 && one_of(glued.substr(letters), {"wk", "wks"})) {
      const double weeks = std::stoi(std::string(glued.substr(0, letters)));
      number = NumberRange{weeks, weeks, {i, i + 1}};
    } else if (!one_of(word_text(u, unit), {"week", "weeks", "wk", "wks", "month", "months"})) {
      continue;
    }
    if (!number || number->high > 43) continue;
    const bool before = pregnant(i - 1) && u.words[i].before != Break::kSentence;
    int after = unit + 1;
    if (word_text(u, after) == "and" && one_of(word_text(u, after + 2), {"day", "days"}))
      after += 3;
    const bool said =
        before || pregnant(after) || (pregnant(after + 1) && word_text(u, after) != "of");
    const double factor = word_text(u, unit).starts_with("m") ? 4.3 : 1;
    if (said) return Number{number->low * factor, {i, unit + 1}};
  }
  return std::nullopt;
}

}  // namespace intents
