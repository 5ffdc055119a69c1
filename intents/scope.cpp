#include "intents/scope.h"

#include <algorithm>

#include "base/data_file.h"
#include "intents/fold.h"

namespace intents {

Scope Scope::load(const std::filesystem::path& data, const std::string& name,
                  const WordGroups& groups, base::Problems& problems) {
  Scope result;
  const base::DataFile file(data / name, name, problems);
  if (!file.ok()) return result;
  const base::DataNode root = file.root();
  root.allow_only({"note", "back", "not_back", "elsewhere", "function_words"});
  result.back_.phrases = groups.read_phrases(root, "back", true);
  result.not_back_.phrases = groups.read_phrases(root, "not_back", false);
  result.elsewhere_.phrases = groups.read_phrases(root, "elsewhere", true);
  for (const auto& word : root.texts("function_words")) result.function_words_.insert(fold(word));
  return result;
}

void Scope::add_to(PhraseSet& set) {
  back_rule_ = set.add(back_);
  not_back_rule_ = not_back_.phrases.empty() ? -1 : set.add(not_back_);
  elsewhere_rule_ = set.add(elsewhere_);
}

ScopeCounts Scope::count(const Utterance& u, const std::vector<std::vector<PhraseHit>>& hits,
                         const std::vector<Span>& covered) const {
  ScopeCounts counts;
  const auto names_the_back = [&](const PhraseHit& hit) {
    if (not_back_rule_ < 0) return true;
    const auto& masks = hits[not_back_rule_];
    return std::none_of(masks.begin(), masks.end(),
                        [&](const PhraseHit& mask) { return mask.span.overlaps(hit.span); });
  };
  counts.back = static_cast<int>(
      std::count_if(hits[back_rule_].begin(), hits[back_rule_].end(), names_the_back));
  counts.elsewhere = static_cast<int>(hits[elsewhere_rule_].size());
  const auto in_any = [](const std::vector<PhraseHit>& list, int word) {
    return std::any_of(list.begin(), list.end(),
                       [&](const PhraseHit& hit) { return hit.span.contains(word); });
  };
  const auto is_covered = [&](int word) {
    if (not_back_rule_ >= 0 && in_any(hits[not_back_rule_], word)) return false;
    return in_any(hits[back_rule_], word) ||
           std::any_of(covered.begin(), covered.end(),
                       [&](const Span& span) { return span.contains(word); });
  };
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    if (function_words_.contains(u.words[i].text)) continue;
    ++counts.content;
    if (!is_covered(i)) ++counts.uncovered;
  }
  return counts;
}

}  // namespace intents
