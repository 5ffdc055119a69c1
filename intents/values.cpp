// Entry points: ValueReader::load, ValueReader::read.
#include "intents/values.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/data_file.h"
#include "intents/durations.h"
#include "intents/fold.h"
#include "intents/numbers.h"

namespace intents {

namespace {

std::string_view word(const Utterance& u, int i) {
  return i >= 0 && i < static_cast<int>(u.words.size()) ? std::string_view(u.words[i].text)
                                                        : std::string_view();
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// "34f", "45m", "72yo": the digits; 0 when it is no such thing.
int glued_age(std::string_view text) {
  const size_t letters = text.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string_view::npos || letters > 3) return 0;
  if (!one_of(text.substr(letters), {"yo", "yr", "yrs", "y", "f", "m", "male", "female", "ish"})) {
    return 0;
  }
  return std::stoi(std::string(text.substr(0, letters)));
}

bool age_follows(const Utterance& u, int at) {
  const auto unit = word(u, at);
  if (one_of(unit, {"yo", "y/o", "yrold", "yearold"})) return true;
  if (one_of(unit, {"year", "years", "yr", "yrs", "y"})) {
    const auto next = word(u, at + 1);
    return one_of(next, {"old", "young", "o"}) || (next == "of" && word(u, at + 2) == "age");
  }
  return false;
}

// "im 45", "aged 45", "she is 72", "at 67": a bare number is an age only after these.
bool age_precedes(const Utterance& u, int at, int end) {
  const auto before = word(u, at - 1);
  const auto next = word(u, end);
  const bool bare = next.empty() || u.words[end].before != Break::kNone ||
                    one_of(next, {"and", "now", "but", "with", "so", "male", "female", "woman",
                                  "man", "m", "f", "years", "yrs", "my", "have", "had", "never",
                                  "coughed", "slipped", "tripped", "bent", "diabetic", "pregnant"});
  if (one_of(before, {"aged", "age"})) return true;
  if (!bare) return false;
  if (one_of(before, {"im", "hes", "shes", "turned", "turning"})) return true;
  if (before == "am" || before == "is") {
    return one_of(word(u, at - 2), {"i", "he", "she", "who", "dad", "mum", "mom", "husband",
                                    "wife", "gran", "mother", "father", "nan"});
  }
  if (one_of(before, {"just", "nearly", "almost", "only", "now", "about"})) {
    return one_of(word(u, at - 2), {"im", "hes", "shes", "is", "am", "turned"});
  }
  // "dad 75", "son 9".
  return one_of(before, {"dad", "mum", "mom", "husband", "wife", "gran", "grandad", "mother",
                         "father", "son", "daughter", "nan", "dads", "mums", "moms"});
}

std::optional<Number> find_age(const Utterance& u) {
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    if (const int age = glued_age(u.words[i].text); age >= 1 && age <= 110) {
      return Number{static_cast<double>(age), {i, i + 1}};
    }
    const auto number = number_at(u, i);
    if (!number || one_of(word(u, i), {"a", "an", "half", "few", "couple", "several"})) continue;
    const double value = number->low;
    const int end = number->span.last;
    if (value < 1 || value > 110 || value != static_cast<int>(value)) continue;
    if (age_follows(u, end) || age_precedes(u, i, end)) return Number{value, number->span};
  }
  return std::nullopt;
}

std::optional<Number> find_severity(const Utterance& u) {
  const int count = static_cast<int>(u.words.size());
  for (int i = 0; i < count; ++i) {
    const auto text = word(u, i);
    if (text.size() >= 4 && text.ends_with("/10") && text.find('/') <= 3) {
      const double value = std::atof(std::string(text.substr(0, text.find('/'))).c_str());
      if (value <= 10) return Number{value, {i, i + 1}};
    }
    const auto number = number_at(u, i);
    if (!number || number->high > 10) continue;
    const int end = number->span.last;
    if (word(u, end) == "out" && word(u, end + 1) == "of" && one_of(word(u, end + 2), {"10", "ten"})) {
      return Number{number->high, {i, end + 3}};
    }
    // "pain is 8", "pain level 8", "I'd rate it a 7".
    const auto before = word(u, i - 1), earlier = word(u, i - 2);
    const bool rated = (before == "is" && one_of(earlier, {"pain", "level", "it"}) && end == count) ||
                       (before == "level" && earlier == "pain") ||
                       (one_of(earlier, {"rate", "call"}) && before == "it") ||
                       (before == "it" && earlier == "rate");
    if (rated) return Number{number->high, number->span};
  }
  return std::nullopt;
}

// A body temperature needs its word or its unit beside the number: 35 to 43 C, 95 to 110 F.
std::optional<Number> find_celsius(const Utterance& u) {
  const int count = static_cast<int>(u.words.size());
  for (int i = 0; i < count; ++i) {
    std::string_view text = word(u, i);
    char unit = 0;
    if (text.size() > 1 && (text.back() == 'c' || text.back() == 'f')) {
      unit = text.back();
      text.remove_suffix(1);
    }
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) continue;
    const double value = std::atof(std::string(text).c_str());
    const auto next = word(u, i + 1) == "degrees" || word(u, i + 1) == "deg" ? word(u, i + 2) : word(u, i + 1);
    if (one_of(next, {"c", "celsius", "centigrade"})) unit = 'c';
    if (one_of(next, {"f", "fahrenheit"})) unit = 'f';
    bool cue = unit != 0 || word(u, i + 1) == "degrees";
    for (int k = std::max(0, i - 4); k < i && !cue; ++k) {
      cue = one_of(word(u, k), {"temp", "temperature", "fever", "thermometer"}) &&
            u.sentence_of(k) == u.sentence_of(i);
    }
    cue = cue || one_of(word(u, i + 1), {"temp", "temperature", "fever"});
    if (!cue || one_of(word(u, i + 1), {"years", "year", "yo", "weeks", "days", "percent"})) continue;
    if (value >= 34 && value <= 43 && unit != 'f') return Number{value, {i, i + 1}};
    if (value >= 94 && value <= 110 && unit != 'c') return Number{(value - 32) / 1.8, {i, i + 1}};
  }
  return std::nullopt;
}

std::optional<Number> find_weeks_pregnant(const Utterance& u) {
  const auto pregnant = [&](int i) { return word(u, i).starts_with("preg"); };
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    const auto number = number_at(u, i);
    if (!number || number->high > 43) continue;
    const int unit = number->span.last;
    if (!one_of(word(u, unit), {"week", "weeks", "wk", "wks", "month", "months"})) continue;
    const bool said = pregnant(unit + 1) || pregnant(i - 1) || pregnant(unit + 2) ||
                      word(u, unit + 1) == "gestation";
    const double factor = word(u, unit).starts_with("m") ? 4.3 : 1;
    if (said) return Number{number->low * factor, {i, unit + 1}};
  }
  return std::nullopt;
}

// "the second one", "option 2", "number three", "the last one"; a bare figure as whole message.
std::optional<Number> find_choice(const Utterance& u) {
  static const std::map<std::string_view, double> kOrdinals = {
      {"first", 1}, {"1st", 1}, {"second", 2}, {"2nd", 2}, {"third", 3}, {"3rd", 3},
      {"fourth", 4}, {"4th", 4}, {"fifth", 5}, {"5th", 5}, {"last", -1}, {"latter", -1}, {"former", 1}};
  const int count = static_cast<int>(u.words.size());
  for (int i = 0; i < count; ++i) {
    const auto it = kOrdinals.find(word(u, i));
    if (it != kOrdinals.end() && (word(u, i + 1) == "one" || count <= 2 ||
                                  one_of(word(u, i + 1), {"option", "choice"}))) {
      return Number{it->second, {i, i + 1}};
    }
    if (one_of(word(u, i), {"option", "number", "no", "choice"}) && i + 1 < count && count <= 6) {
      const auto number = number_at(u, i + 1);
      if (number && number->low >= 1 && number->low <= 9) return Number{number->low, number->span};
    }
  }
  const auto alone = count == 1 ? number_at(u, 0) : std::nullopt;
  if (alone && alone->low >= 1 && alone->low <= 10 && word(u, 0) != "a") {
    return Number{alone->low, alone->span};
  }
  return std::nullopt;
}

}  // namespace

ValueReader ValueReader::load(const std::filesystem::path& data, const std::string& folder,
                              base::Problems& problems) {
  ValueReader result;
  const std::string name = folder + "/values.json";
  const base::DataFile file(data / name, name, problems);
  if (!file.ok()) return result;
  file.root().allow_only({"regions", "sides"});
  const auto read = [&](std::string_view key, std::vector<RegionWords>& out) {
    for (const auto& [id, node] : file.root().object(key).members()) {
      node.allow_only({"words"});
      RegionWords words{id, {}};
      for (const auto& text : node.texts("words")) words.words.push_back(" " + fold(text) + " ");
      out.push_back(std::move(words));
    }
  };
  read("regions", result.regions_);
  read("sides", result.sides_);
  return result;
}

Values ValueReader::read(const Utterance& u) const {
  Values values;
  if (u.empty()) return values;
  values.durations = find_durations(u);
  values.age = find_age(u);
  values.severity = find_severity(u);
  values.celsius = find_celsius(u);
  values.weeks_pregnant = find_weeks_pregnant(u);
  values.choice = find_choice(u);
  const auto said = [&](const RegionWords& region) {
    return std::any_of(region.words.begin(), region.words.end(), [&](const std::string& w) {
      return u.text.find(w) != std::string::npos;
    });
  };
  for (const auto& region : regions_) {
    if (said(region)) values.regions.push_back(region.id);
  }
  for (const auto& side : sides_) {
    if (values.side.empty() && said(side)) values.side = side.id;
  }
  return values;
}

}  // namespace intents
