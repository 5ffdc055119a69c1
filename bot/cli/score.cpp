#include "bot/cli/score.h"

#include <algorithm>
#include <cmath>

namespace bot::cli {

using knowledge::Level;

namespace {

std::string range(const Label& label) {
  if (label.lowest == label.highest) return name(label.level);
  return name(label.lowest) + " to " + name(label.highest);
}

std::string list(const std::vector<TopicFacet>& topics) {
  std::string out;
  for (const auto& t : topics) out += (out.empty() ? "" : ", ") + t.id + " x " + t.facet;
  return out.empty() ? "nothing" : out;
}

}  // namespace

Interval wilson(const Tally& tally) {
  if (tally.all == 0) return {};
  constexpr double z = 1.959964;
  const auto n = static_cast<double>(tally.all);
  const double p = static_cast<double>(tally.right) / n;
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

void Score::add(const Label& label, const Reply& reply, const std::string& text) {
  if (label.has_level) add_level(label, reply.triage.level, text);
  add_topics(label, reply, text);
}

void Score::add_level(const Label& label, Level given, const std::string& text) {
  ++confusion[static_cast<size_t>(label.level)][static_cast<size_t>(given)];
  for (const Level threshold : {Level::kSoon, Level::kUrgent, Level::kEmergency}) {
    Threshold& t = at_least[static_cast<size_t>(threshold)];
    if (label.lowest >= threshold) t.sensitivity.add(given >= threshold);
    if (label.highest < threshold) t.specificity.add(given < threshold);
  }
  const bool right = label.lowest <= given && given <= label.highest;
  level.add(right);
  level_by_kind[label.kind].add(right);
  if (!right) {
    misses.push_back({label.id, given < label.lowest ? "level too low" : "level too high",
                      range(label), name(given), text});
  }
}

void Score::add_topics(const Label& label, const Reply& reply, const std::string& text) {
  if (label.out_of_scope) {
    rejected.add(reply.topics.empty());
    if (!reply.topics.empty()) {
      misses.push_back({label.id, "answered, out of scope", "nothing", list(reply.topics), text});
    }
  }
  if (label.topic.empty()) return;
  const bool right = std::any_of(reply.topics.begin(), reply.topics.end(),
                                 [&](const auto& t) { return t.id == label.topic; });
  topic.add(right);
  if (!right) misses.push_back({label.id, "topic", label.topic, list(reply.topics), text});
  if (label.facet.empty()) return;
  const TopicFacet both{label.topic, label.facet};
  const bool facet_right =
      std::find(reply.topics.begin(), reply.topics.end(), both) != reply.topics.end();
  facet.add(facet_right);
  if (right && !facet_right) {
    misses.push_back({label.id, "facet", label.facet, list(reply.topics), text});
  }
}

}  // namespace bot::cli
