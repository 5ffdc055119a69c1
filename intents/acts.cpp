#include "intents/acts.h"

#include <algorithm>

#include "base/data_file.h"

namespace intents {

namespace {

const std::vector<std::string_view> kAnchors = {
    "whole",  "whole_or_start", "whole_or_end", "whole_or_start_or_end", "clause",
    "clause_start", "anywhere"};
enum Anchor { kWhole, kStart, kEnd, kStartOrEnd, kClause, kClauseStart, kAnywhere };

}  // namespace

Acts Acts::load(const std::filesystem::path& data, const std::string& name,
                const WordGroups& groups, base::Problems& problems) {
  Acts result;
  const base::DataFile file(data / name, name, problems);
  if (!file.ok()) return result;
  const base::DataNode root = file.root();
  root.allow_only({"acts", "courtesies"});
  result.courtesies_.phrases = groups.read_phrases(root, "courtesies", true);
  for (const auto& node : root.list("acts")) {
    node.allow_only({"id", "anchor", "phrases", "symbols", "not"});
    Entry entry;
    entry.id = node.text("id");
    const bool twice = std::any_of(result.acts_.begin(), result.acts_.end(),
                                   [&](const Entry& other) { return other.id == entry.id; });
    if (twice) node.problem_at("id", "the act \"" + entry.id + "\" stands here twice");
    entry.anchor = node.choice("anchor", kAnchors);
    entry.phrases.phrases = groups.read_phrases(node, "phrases", true);
    entry.symbols = node.texts_or_none("symbols");
    entry.not_examples = node.texts_or_none("not");
    result.acts_.push_back(std::move(entry));
  }
  return result;
}

void Acts::add_to(PhraseSet& set) {
  for (const Entry& entry : acts_) rule_.push_back(set.add(entry.phrases));
  courtesy_rule_ = set.add(courtesies_);
}

// "ok more please" is "more": courtesies at both ends do not count.
Span Acts::without_courtesies(const Utterance& u,
                              const std::vector<std::vector<PhraseHit>>& hits) const {
  Span span{0, static_cast<int>(u.words.size())};
  bool changed = true;
  while (changed) {
    changed = false;
    for (const PhraseHit& hit : hits[courtesy_rule_]) {
      if (hit.span.size() >= span.size()) continue;
      if (hit.span.first == span.first) span.first = hit.span.last, changed = true;
      if (hit.span.last == span.last && hit.span.first > span.first) {
        span.last = hit.span.first;
        changed = true;
      }
    }
  }
  return span;
}

bool Acts::stands_right(const Utterance& u, size_t anchor, Span span) const {
  const int words = static_cast<int>(u.words.size());
  const Span clause = u.clauses[u.clause_of(span.first)].words;
  const bool starts = span.first == 0;
  const bool ends = span.last == words;
  // A start or an end counts when a comma or more parts it from the rest.
  const bool parted_after = ends || u.words[span.last].before != Break::kNone;
  const bool parted_before = starts || u.words[span.first].before != Break::kNone;
  switch (anchor) {
    case kWhole: return starts && ends;
    case kStart: return starts && parted_after;
    case kEnd: return ends && parted_before;
    case kStartOrEnd: return (starts && parted_after) || (ends && parted_before);
    case kClause:  // a short cue must be its whole clause, a long one half of it
      return clause.contains(span) &&
             ((parted_before && parted_after) || (span.size() >= 3 && 2 * span.size() >= clause.size()));
    case kClauseStart: return span.first == clause.first;
    default: return true;
  }
}

std::vector<Act> Acts::find(const Utterance& u,
                            const std::vector<std::vector<PhraseHit>>& hits) const {
  std::vector<Act> result;
  if (u.empty()) return result;
  const Span core = without_courtesies(u, hits);
  const Span everything{0, static_cast<int>(u.words.size())};
  for (size_t a = 0; a < acts_.size(); ++a) {
    const Entry& entry = acts_[a];
    const bool symbol =
        std::find(entry.symbols.begin(), entry.symbols.end(), u.words[0].text) !=
        entry.symbols.end();
    if (symbol && u.words.size() == 1) result.push_back({entry.id, everything, true});
    for (const PhraseHit& hit : hits[rule_[a]]) {
      const bool whole = hit.span == core || hit.span == everything;
      if (!whole && !stands_right(u, entry.anchor, hit.span)) continue;
      if (entry.anchor == kWhole && !whole) continue;
      result.push_back({entry.id, hit.span, whole});
      break;
    }
  }
  return result;
}

}  // namespace intents
