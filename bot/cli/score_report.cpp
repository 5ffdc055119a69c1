// Entry points: print_score, score_to_json.
#include "bot/cli/score_report.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace bot::cli {

using Json = nlohmann::ordered_json;
using knowledge::Level;

namespace {

constexpr Level kFalling[] = {Level::kEmergency, Level::kUrgent, Level::kSoon};

std::string rate(const Tally& tally) {
  if (tally.all == 0) return "no rows";
  const Interval interval = wilson(tally);
  char text[96];
  std::snprintf(text, sizeof text, "%.3f [%.3f, %.3f]  %zu of %zu",
                static_cast<double>(tally.right) / static_cast<double>(tally.all), interval.low,
                interval.high, tally.right, tally.all);
  return text;
}

void print_rate(std::ostream& out, const std::string& title, const Tally& tally) {
  if (tally.all == 0) return;
  char line[160];
  std::snprintf(line, sizeof line, "%-28s %s\n", title.c_str(), rate(tally).c_str());
  out << line;
}

void print_confusion(std::ostream& out, const Score& score) {
  out << "\nlabelled \\ given ";
  char cell[32];
  for (size_t given = kLevels; given-- > 0;) {
    std::snprintf(cell, sizeof cell, "%11s", std::string(knowledge::kLevelNames[given]).c_str());
    out << cell;
  }
  out << '\n';
  for (size_t labelled = kLevels; labelled-- > 0;) {
    std::snprintf(cell, sizeof cell, "%-17s",
                  std::string(knowledge::kLevelNames[labelled]).c_str());
    out << cell;
    for (size_t given = kLevels; given-- > 0;) {
      std::snprintf(cell, sizeof cell, "%11zu", score.confusion[labelled][given]);
      out << cell;
    }
    out << '\n';
  }
}

}  // namespace

Json tally_json(const Tally& tally) {
  if (tally.all == 0) return nullptr;
  const Interval interval = wilson(tally);
  return {{"right", tally.right},
          {"of", tally.all},
          {"rate", static_cast<double>(tally.right) / static_cast<double>(tally.all)},
          {"low", interval.low},
          {"high", interval.high}};
}

void print_score(std::ostream& out, const Score& score, bool show_text) {
  out << "rate [95 % interval]\n";
  print_rate(out, "level right", score.level);
  for (const Level level : kFalling) {
    const Threshold& t = score.at_least[static_cast<size_t>(level)];
    const std::string title = name(level) + (level == Level::kEmergency ? "" : " or more");
    print_rate(out, title + ": sensitivity", t.sensitivity);
    print_rate(out, title + ": specificity", t.specificity);
  }
  print_rate(out, "topic right", score.topic);
  print_rate(out, "facet right", score.facet);
  print_rate(out, "out of scope, turned down", score.rejected);
  if (score.level_by_kind.size() > 1) {
    out << "\nlevel right, by kind\n";
    for (const auto& [kind, tally] : score.level_by_kind) {
      print_rate(out, kind.empty() ? "(no kind)" : kind, tally);
    }
  }
  if (score.level.all > 0) print_confusion(out, score);
  out << '\n' << score.misses.size() << " missed\n";
  for (const auto& miss : score.misses) {
    out << miss.id << ": " << miss.what << ": expected " << miss.expected << ", got " << miss.got
        << '\n';
    if (show_text) out << "    " << miss.text << '\n';
  }
}

Json score_to_json(const Score& score, bool show_text) {
  Json thresholds = Json::object(), kinds = Json::object(), confusion = Json::object();
  for (const Level level : kFalling) {
    const Threshold& t = score.at_least[static_cast<size_t>(level)];
    thresholds[name(level)] = {{"sensitivity", tally_json(t.sensitivity)},
                               {"specificity", tally_json(t.specificity)}};
  }
  for (const auto& [kind, tally] : score.level_by_kind) kinds[kind] = tally_json(tally);
  for (size_t labelled = 0; labelled < kLevels; ++labelled) {
    for (size_t given = 0; given < kLevels; ++given) {
      confusion[std::string(knowledge::kLevelNames[labelled])]
               [std::string(knowledge::kLevelNames[given])] = score.confusion[labelled][given];
    }
  }
  Json misses = Json::array();
  for (const auto& miss : score.misses) {
    Json one = {
        {"id", miss.id}, {"what", miss.what}, {"expected", miss.expected}, {"got", miss.got}};
    if (show_text) one["text"] = miss.text;
    misses.push_back(std::move(one));
  }
  return {{"level", tally_json(score.level)},
          {"at_least", thresholds},
          {"topic", tally_json(score.topic)},
          {"facet", tally_json(score.facet)},
          {"rejected", tally_json(score.rejected)},
          {"level_by_kind", kinds},
          {"confusion", confusion},
          {"misses", misses}};
}

}  // namespace bot::cli
