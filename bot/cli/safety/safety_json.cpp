// Entry point: safety_to_json.
#include <nlohmann/json.hpp>

#include "bot/cli/safety/safety_report.h"
#include "bot/cli/score_report.h"

namespace bot::cli {

using Json = nlohmann::ordered_json;

Json safety_to_json(const SafetyStudy& study, const Score* labelled, bool show_text) {
  Json kinds = Json::object(), signs = Json::array(), misses = Json::array();
  for (const auto& [id, kind] : study.kinds) {
    kinds[id] = {{"emergency", tally_json(kind.emergency)},
                 {"urgent", tally_json(kind.urgent)},
                 {"quiet", tally_json(kind.quiet)}};
  }
  for (const auto& sign : study.signs) {
    signs.push_back({{"id", sign.id},
                     {"code", sign.code},
                     {"examples", tally_json(sign.examples)},
                     {"kept", tally_json(sign.kept)},
                     {"look_alikes", tally_json(sign.look_alikes)},
                     {"quiet", tally_json(sign.quiet)}});
  }
  for (const auto& miss : study.misses) {
    Json one = {
        {"sign", miss.sign}, {"kind", miss.kind}, {"expected", miss.expected}, {"got", miss.got}};
    if (show_text) one["turns"] = miss.turns;
    misses.push_back(std::move(one));
  }
  Json all = {{"kinds", kinds}, {"signs", signs}, {"certain", study.certain}, {"misses", misses}};
  if (labelled != nullptr) all["labelled"] = score_to_json(*labelled, show_text);
  return all;
}

}  // namespace bot::cli
