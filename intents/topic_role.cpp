// Entry points: family_of, role_of, facet_for.
#include "intents/topic_role.h"

#include <map>
#include <vector>

namespace intents {

std::string_view family_of(const TopicPlace& topic) {
  return std::string_view(topic.id).substr(0, topic.id.find('-'));
}

Role role_of(const TopicPlace& topic) {
  static const std::map<std::string_view, Role> kFamilies = {
      {"region", Role::kRegion}, {"anat", Role::kAnatomy}, {"risk", Role::kCause},
      {"cond", Role::kTrouble},  {"type", Role::kTrouble}, {"stat", Role::kTrouble},
      {"sym", Role::kTrouble},   {"preg", Role::kTrouble}, {"about", Role::kTrouble},
      {"ub", Role::kTrouble},    {"mist", Role::kCause}};
  const auto it = kFamilies.find(family_of(topic));
  return it == kFamilies.end() ? Role::kRemedy : it->second;
}

std::string facet_for(const TopicPlace& topic, const FacetPlace& facet) {
  static const std::map<std::string_view, std::vector<std::string>> kNames = {
      {"risk", {"cause"}},
      {"prev", {"cause", "remedy"}},
      {"med", {"medicine", "remedy"}},
      {"surg", {"operation", "remedy"}},
      {"inj", {"operation", "remedy"}},
      {"dx", {"test", "remedy"}}};
  const auto it = kNames.find(family_of(topic));
  std::vector<std::string> names = {role_of(topic) < Role::kCause ? "trouble" : "remedy"};
  if (it != kNames.end()) names = it->second;
  for (const auto& name : names) {
    if (const auto meant = facet.of.find(name); meant != facet.of.end()) return meant->second;
  }
  return facet.id;
}

}  // namespace intents
