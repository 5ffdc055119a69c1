#include "intents/facets.h"

#include <algorithm>

#include "base/data_file.h"

namespace intents {

namespace {

std::map<std::string, std::string> read_roles(const base::DataNode& node) {
  node.allow_only({"trouble", "cause", "remedy", "medicine", "operation", "test"});
  std::map<std::string, std::string> result;
  for (const auto* role : {"trouble", "cause", "remedy", "medicine", "operation", "test"}) {
    if (node.has(role)) result[role] = node.text(role);
  }
  return result;
}

}  // namespace

Facets Facets::load(const std::filesystem::path& data, const std::string& name,
                    const WordGroups& groups, base::Problems& problems) {
  Facets result;
  const base::DataFile file(data / name, name, problems);
  if (!file.ok()) return result;
  file.root().allow_only({"facets"});
  for (const auto& node : file.root().list("facets")) {
    node.allow_only({"id", "weak", "of", "phrases", "examples"});
    Facet facet;
    facet.id = node.text("id");
    facet.weak = node.flag_or("weak", false);
    if (node.has("of")) facet.of = read_roles(node.object("of"));
    facet.phrases.phrases = groups.read_phrases(node, "phrases", true);
    facet.examples = node.texts("examples");
    result.facets_.push_back(std::move(facet));
  }
  return result;
}

void Facets::add_to(PhraseSet& set) {
  for (const Facet& facet : facets_) rule_.push_back(set.add(facet.phrases));
}

namespace {

bool stronger(const FacetPlace& a, const FacetPlace& b) {
  if (a.weak != b.weak) return b.weak;
  if (a.words != b.words) return a.words > b.words;
  // "what is (sciatica)" before "is (sciatica and does massage) help".
  const int loose_a = a.span.size() - a.words, loose_b = b.span.size() - b.words;
  return loose_a != loose_b ? loose_a < loose_b : a.rank < b.rank;
}

}  // namespace

std::vector<FacetPlace> Facets::places(const std::vector<std::vector<PhraseHit>>& hits) const {
  std::vector<FacetPlace> all;
  for (size_t f = 0; f < facets_.size(); ++f) {
    for (const PhraseHit& hit : hits[rule_[f]]) {
      all.push_back({facets_[f].id, hit.span, hit.parts, words_in(hit.parts), static_cast<int>(f),
                     facets_[f].weak, facets_[f].of});
    }
  }
  std::stable_sort(all.begin(), all.end(), stronger);
  std::vector<FacetPlace> result;
  for (const FacetPlace& place : all) {
    const bool taken = std::any_of(result.begin(), result.end(), [&](const FacetPlace& other) {
      return share_words(other.parts, place.parts);
    });
    if (!taken) result.push_back(place);
  }
  std::stable_sort(result.begin(), result.end(), [](const FacetPlace& a, const FacetPlace& b) {
    return a.span.first < b.span.first;
  });
  return result;
}

}  // namespace intents
