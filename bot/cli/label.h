// What a labelled message should lead to, as the lines of an evaluation file say it.
//
// Read are: {"text" or "turns"} with, as far as given, "level" or "red_flag" (and "red_flag_alt":
// also right), "topic", "facet", "author_kind" or "kind", "label": "out_of_scope", "also_urgent".
// Topics that are none of ours are other people's labels: they are not scored.
#pragma once

#include <optional>
#include <string>

#include "bot/cli/batch.h"
#include "knowledge/library.h"

namespace bot::cli {

struct Label {
  std::string id;
  std::string kind;  // who wrote it, or what kind of message it is; may be empty
  bool has_level = false;
  knowledge::Level level = knowledge::Level::kNone;    // the first choice
  knowledge::Level lowest = knowledge::Level::kNone;   // right: from here
  knowledge::Level highest = knowledge::Level::kNone;  // to here
  std::string topic, facet;
  bool out_of_scope = false;
};

// The fault is empty when the line is good.
Label read_label(const BatchLine&, const knowledge::Library&, std::string& fault);

}  // namespace bot::cli
