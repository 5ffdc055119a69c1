// Entry points: ValueReader::load, ValueReader::read.
#include "intents/values.h"

#include <algorithm>

#include "base/data_file.h"
#include "intents/fold.h"
#include "intents/value_parts.h"

namespace intents {

std::optional<size_t> Values::chosen_of(size_t count) const {
  if (!choice) return std::nullopt;
  const auto n = static_cast<int64_t>(choice->value);
  const int64_t index = n < 0 ? static_cast<int64_t>(count) - 1 : n - 1;
  if (index < 0 || index >= static_cast<int64_t>(count)) return std::nullopt;
  return static_cast<size_t>(index);
}

ValueReader ValueReader::load(const std::filesystem::path& data, const std::string& folder,
                              base::Problems& problems) {
  ValueReader result;
  const std::string name = folder + "/values.json";
  const base::DataFile file(data / name, name, problems);
  if (!file.ok()) return result;
  file.root().allow_only(
      {"regions", "sides", "lifelong", "lasting", "moments", "severity", "ages"});
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
  result.durations_.lifelong = read_value_words(file.root(), "lifelong", "days");
  result.durations_.lasting = read_value_words(file.root(), "lasting", "days");
  result.durations_.moments = read_value_words(file.root(), "moments", "days");
  result.durations_.set_today(std::chrono::system_clock::now());
  result.severities_ = read_value_words(file.root(), "severity", "score");
  result.ages_ = read_value_words(file.root(), "ages", "years");
  return result;
}

namespace {

// "My mother, 65 yrs" tells an age and "pregnant, 31 weeks" how far it is, unless a word like "for"
// makes them a time that something has lasted.
void drop_what_is_no_duration(const Utterance& u, Values& values) {
  constexpr int kAdultDays = 25 * 365;
  constexpr int kTermDays = 42 * 7;
  const auto lasts = [&](const Duration& d) {
    return d.span.first > 0 &&
           one_of(u.words[d.span.first - 1].text,
                  {"for", "since", "last", "past", "over", "about", "nearly", "than", "these"});
  };
  const auto& words = u.words;
  const bool pregnant = std::any_of(words.begin(), words.end(),
                                    [](const Word& w) { return w.text.starts_with("pregnan"); });
  std::erase_if(values.durations, [&](const Duration& d) {
    const bool of_age = values.age && values.age->span.overlaps(d.span);
    const bool of_weeks = values.weeks_pregnant && values.weeks_pregnant->span.overlaps(d.span);
    const bool like_age = d.low_days == d.high_days && d.low_days >= kAdultDays;
    const bool like_weeks =
        pregnant && d.low_days == d.high_days && d.low_days >= 28 && d.low_days <= kTermDays;
    return of_age || of_weeks || ((like_age || like_weeks) && !lasts(d));
  });
}

}  // namespace

Values ValueReader::read(const Utterance& u) const {
  Values values;
  if (u.empty()) return values;
  values.durations = durations_.find(u);
  values.age = find_age(u, ages_);
  values.severity = find_severity(u, severities_);
  values.celsius = find_celsius(u);
  values.weeks_pregnant = find_weeks_pregnant(u);
  drop_what_is_no_duration(u, values);
  values.choice = find_choice(u);
  std::string text;  // a sentence end is an edge too, but nothing reaches over it
  for (const char c : u.text) text += c == '\n' ? std::string(" \n ") : std::string(1, c);
  const auto said = [&](const RegionWords& region) {
    return std::any_of(region.words.begin(), region.words.end(),
                       [&](const std::string& w) { return text.find(w) != std::string::npos; });
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
