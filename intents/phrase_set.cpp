// Entry points: PhraseSet::add, compile, find.
#include "intents/phrase_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "intents/atom_index.h"
#include "intents/phrase_units.h"

namespace intents {

namespace {

constexpr int kMinAtom = 3;  // letters; shorter atoms are in nearly every message

}  // namespace

struct PhraseSet::Impl {
  explicit Impl(const WordGroups& groups) : builder(groups, patterns) {}

  re2::FilteredRE2 patterns{kMinAtom};
  AtomIndex atoms;
  UnitBuilder builder;
  std::vector<int> rules;  // unit of each rule

  void find_pattern(const Utterance& u, const Unit& unit, std::vector<PhraseHit>& out) const;
};

PhraseSet::PhraseSet(const WordGroups& groups) : impl_(std::make_unique<Impl>(groups)) {
  for (const auto& [name, group] : groups.all()) {
    for (const auto& phrase : group.words) learn(phrase, false);
    for (const auto& phrase : group.misspellings) learn(phrase, true);
  }
}

void PhraseSet::learn(const Phrase& phrase, bool misspelt) {
  std::vector<std::string> words, stems;
  collect(phrase.tree, nullptr, &words, &stems);
  (misspelt ? known_words_ : vocabulary_).insert(words.begin(), words.end());
  if (!misspelt) stems_.insert(stems.begin(), stems.end());
}

PhraseSet::~PhraseSet() = default;
PhraseSet::PhraseSet(PhraseSet&&) noexcept = default;
PhraseSet& PhraseSet::operator=(PhraseSet&&) noexcept = default;

int PhraseSet::add(const PhraseList& list) {
  Unit unit;
  std::vector<const PhraseNode*> trees;
  for (const auto& phrase : list.phrases) {
    trees.push_back(&phrase.tree);
    learn(phrase, false);
  }
  for (const auto& phrase : list.misspellings) {
    trees.push_back(&phrase.tree);
    learn(phrase, true);
  }
  impl_->builder.add_trees(unit, trees);
  for (const auto& composition : list.compositions) {
    AnyOrder any{{}, composition.within};
    for (const auto& part : composition.parts) {
      any.units.push_back(impl_->builder.unit_of(part.tree));
      learn(part, false);
    }
    unit.compositions.push_back(std::move(any));
  }
  impl_->rules.push_back(impl_->builder.add(std::move(unit)));
  return static_cast<int>(impl_->rules.size()) - 1;
}

bool PhraseSet::compile(base::Problems& problems) {
  known_words_.insert(vocabulary_.begin(), vocabulary_.end());
  for (const auto& pattern : impl_->builder.refused()) {
    problems.push_back({"intents", "", "the matcher refuses the pattern " + pattern + "..."});
  }
  std::vector<std::string> atoms;
  if (patterns() > 0) impl_->patterns.Compile(&atoms);
  impl_->atoms.build(atoms);
  return impl_->builder.refused().empty();
}

size_t PhraseSet::patterns() const { return impl_->patterns.NumRegexps(); }

// All places and lengths at which the pattern stands on whole words.
void PhraseSet::Impl::find_pattern(const Utterance& u, const Unit& unit,
                                   std::vector<PhraseHit>& out) const {
  const RE2& pattern = patterns.GetRE2(unit.pattern);
  const re2::StringPiece text(u.text);
  const int count = static_cast<int>(u.words.size());
  for (int word = 0; word < count;) {
    re2::StringPiece match;
    if (!pattern.Match(text, u.words[word].text_begin, text.size(), RE2::UNANCHORED, &match, 1)) {
      return;
    }
    const int start = static_cast<int>(match.data() - text.data());
    word = u.word_at(start);
    if (u.words[word].text_begin == start) {
      const int last = std::min(count, word + unit.longest);
      for (int end = last; end > word; --end) {
        const int stop =
            u.words[end - 1].text_begin + static_cast<int>(u.words[end - 1].text.size());
        if (pattern.Match(text, start, stop, RE2::ANCHOR_BOTH, nullptr, 0)) {
          out.push_back({{word, end}, {{word, end}}});
        }
      }
    }
    ++word;
  }
}

std::vector<std::vector<PhraseHit>> PhraseSet::find(const Utterance& u) const {
  const auto& units = impl_->builder.units();
  UnitHits hits(units.size());
  std::vector<int> atoms, candidates;
  impl_->atoms.find(u.text, atoms);
  if (patterns() > 0) impl_->patterns.AllPotentials(atoms, &candidates);
  std::vector<bool> may_match(patterns(), false);
  for (const int candidate : candidates) may_match[candidate] = true;

  const auto by_place = [](const PhraseHit& a, const PhraseHit& b) {
    if (a.span.first != b.span.first) return a.span.first < b.span.first;
    return a.span.last > b.span.last;
  };
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    auto& found = hits[i];
    if (unit.pattern >= 0 && may_match[unit.pattern]) impl_->find_pattern(u, unit, found);
    for (const auto& row : unit.rows) join_row(u, row, hits, found);
    for (const auto& any : unit.compositions) join_any_order(u, any, hits, found);
    if (found.size() < 2) continue;
    std::stable_sort(found.begin(), found.end(), by_place);
    const auto same = [](const PhraseHit& a, const PhraseHit& b) { return a.span == b.span; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
  }
  std::vector<std::vector<PhraseHit>> result(impl_->rules.size());
  for (size_t i = 0; i < result.size(); ++i) result[i] = std::move(hits[impl_->rules[i]]);
  return result;
}

}  // namespace intents
