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
  root.allow_only({"back", "elsewhere", "function_words"});
  result.back_.phrases = groups.read_phrases(root, "back", true);
  result.elsewhere_.phrases = groups.read_phrases(root, "elsewhere", true);
  for (const auto& word : root.texts("function_words")) result.function_words_.insert(fold(word));
  return result;
}

void Scope::add_to(PhraseSet& set) {
  back_rule_ = set.add(back_);
  elsewhere_rule_ = set.add(elsewhere_);
}

ScopeCounts Scope::count(const Utterance& u, const std::vector<std::vector<PhraseHit>>& hits,
                         const std::vector<Span>& covered) const {
  ScopeCounts counts;
  counts.back = static_cast<int>(hits[back_rule_].size());
  counts.elsewhere = static_cast<int>(hits[elsewhere_rule_].size());
  const auto is_covered = [&](int word) {
    const auto holds = [&](const Span& span) { return span.contains(word); };
    const auto hit_holds = [&](const PhraseHit& hit) { return hit.span.contains(word); };
    return std::any_of(covered.begin(), covered.end(), holds) ||
           std::any_of(hits[back_rule_].begin(), hits[back_rule_].end(), hit_holds);
  };
  for (int i = 0; i < static_cast<int>(u.words.size()); ++i) {
    if (function_words_.contains(u.words[i].text)) continue;
    ++counts.content;
    if (!is_covered(i)) ++counts.uncovered;
  }
  return counts;
}

}  // namespace intents
