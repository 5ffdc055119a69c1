#include "intents/acts.h"

#include <algorithm>

#include "base/data_file.h"

namespace intents {

namespace {

const std::vector<std::string_view> kAnchors = {"whole",  "start",  "parted_start", "parted_end",
                                                "parted", "clause", "clause_start", "anywhere"};
enum Anchor { kWhole, kStart, kPartedStart, kPartedEnd, kParted, kClause, kClauseStart, kAnywhere };

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
    node.allow_only({"id", "anchor", "phrases", "unless", "symbols", "not"});
    Entry entry;
    entry.id = node.text("id");
    entry.anchor = node.choice("anchor", kAnchors);
    const bool twice = std::any_of(
        result.acts_.begin(), result.acts_.end(),
        [&](const Entry& other) { return other.id == entry.id && other.anchor == entry.anchor; });
    if (twice) node.problem_at("id", "\"" + entry.id + "\" stands here twice with this anchor");
    entry.phrases.phrases = groups.read_phrases(node, "phrases", true);
    entry.unless.phrases = groups.read_phrases(node, "unless", false);
    entry.symbols = node.texts_or_none("symbols");
    entry.not_examples = node.texts_or_none("not");
    result.acts_.push_back(std::move(entry));
  }
  return result;
}

void Acts::add_to(PhraseSet& set) {
  for (const Entry& entry : acts_) {
    rule_.push_back(set.add(entry.phrases));
    unless_rule_.push_back(entry.unless.phrases.empty() ? -1 : set.add(entry.unless));
  }
  courtesy_rule_ = set.add(courtesies_);
}

// "ok more please" is "more": courtesies at both ends do not count.
Span Acts::without_courtesies(Span span, const Hits& hits) const {
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

bool Acts::masked(const Hits& hits, size_t entry, Span span) const {
  if (unless_rule_[entry] < 0) return false;
  const auto& masks = hits[unless_rule_[entry]];
  return std::any_of(masks.begin(), masks.end(),
                     [&](const PhraseHit& mask) { return mask.span.overlaps(span); });
}

bool Acts::stands_right(const Utterance& u, const Hits& hits, size_t anchor, Span span) const {
  const int words = static_cast<int>(u.words.size());
  const Span clause = u.clauses[u.clause_of(span.first)].words;
  // A start or an end counts when a comma or more parts it from the rest.
  const auto parted_after = [&] {
    return span.last == words || u.words[span.last].before != Break::kNone;
  };
  const auto parted_before = [&] {
    return span.first == 0 || u.words[span.first].before != Break::kNone;
  };
  switch (anchor) {
    case kStart:
      return span.first == 0;
    case kPartedStart:
      return span.first == 0 && parted_after();
    case kPartedEnd:
      return span.last == words && parted_before();
    case kParted:
      return (span.first == 0 && parted_after()) || (span.last == words && parted_before());
    case kClause: {
      if (!clause.contains(span)) return false;
      if (parted_before() && parted_after()) return true;
      const Span core = without_courtesies(clause, hits);
      return span == core || (span.size() >= 3 && 2 * span.size() >= core.size());
    }
    case kClauseStart:
      return span.first == clause.first;
    default:
      return anchor == kAnywhere;
  }
}

std::vector<Act> Acts::find(const Utterance& u, const Hits& hits) const {
  std::vector<Act> result;
  if (u.empty()) return result;
  const Span everything{0, static_cast<int>(u.words.size())};
  const Span core = without_courtesies(everything, hits);
  const auto add = [&](const std::string& id, Span span, bool whole) {
    const auto same =
        std::find_if(result.begin(), result.end(), [&](const Act& act) { return act.id == id; });
    if (same == result.end()) return result.push_back({id, span, whole});
    if (whole && !same->whole) *same = {id, span, whole};
  };
  for (size_t a = 0; a < acts_.size(); ++a) {
    const Entry& entry = acts_[a];
    const bool symbol = std::find(entry.symbols.begin(), entry.symbols.end(), u.words[0].text) !=
                        entry.symbols.end();
    if (symbol && u.words.size() == 1) add(entry.id, everything, true);
    for (const PhraseHit& hit : hits[rule_[a]]) {
      if (masked(hits, a, hit.span)) continue;
      const bool whole = hit.span.contains(core);
      if (whole || stands_right(u, hits, entry.anchor, hit.span)) add(entry.id, hit.span, whole);
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Act& a, const Act& b) { return a.span.first < b.span.first; });
  return result;
}

}  // namespace intents
