// Entry points: join_row, join_any_order.
#include <algorithm>

#include "intents/phrase_units.h"

namespace intents {

namespace {

constexpr size_t kMostHits = 64;  // of one row or composition: more says nothing new

bool barrier_between(const Utterance& u, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (is_barrier(u.words[i])) return true;
  }
  return false;
}

struct Row {
  const Utterance& u;
  const std::vector<Joint>& joints;
  const UnitHits& hits;
  std::vector<PhraseHit>& out;
  std::vector<Span> parts;

  // `end` is the word after the last part; -1 before the first.
  void match(size_t i, int end) {
    if (out.size() >= kMostHits) return;
    if (i == joints.size()) {
      out.push_back({{parts.front().first, parts.back().last}, parts});
      return;
    }
    const Joint& joint = joints[i];
    for (const PhraseHit& hit : hits[joint.unit]) {
      const int start = hit.span.first;
      if (end >= 0 && (start < end || start - end > joint.gap)) continue;
      if (end >= 0 && !allowed(joint, end, start)) continue;
      parts.push_back(hit.span);
      match(i + 1, hit.span.last);
      parts.pop_back();
    }
    if (joint.optional) match(i + 1, end);
  }

  // Neighbours may not be parted by a sentence end; a gap not by any barrier.
  bool allowed(const Joint& joint, int end, int start) const {
    if (joint.gap > 0) return !barrier_between(u, end, start + 1);
    return u.words[start].before != Break::kSentence;
  }
};

struct Compose {
  const Utterance& u;
  const AnyOrder& what;
  const UnitHits& hits;
  std::vector<PhraseHit>& out;
  std::vector<Span> parts;

  void match(size_t i) {
    if (out.size() >= kMostHits) return;
    if (i == what.units.size()) {
      accept();
      return;
    }
    for (const PhraseHit& hit : hits[what.units[i]]) {
      const bool overlaps = std::any_of(parts.begin(), parts.end(),
                                        [&](const Span& p) { return p.overlaps(hit.span); });
      if (overlaps) continue;
      parts.push_back(hit.span);
      match(i + 1);
      parts.pop_back();
    }
  }

  void accept() {
    std::vector<Span> sorted = parts;
    std::sort(sorted.begin(), sorted.end(),
              [](const Span& a, const Span& b) { return a.first < b.first; });
    for (size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].first - sorted[i - 1].last > what.within) return;
      if (barrier_between(u, sorted[i - 1].last, sorted[i].first + 1)) return;
    }
    int last = 0;
    for (const Span& part : parts) last = std::max(last, part.last);
    out.push_back({{sorted.front().first, last}, parts});
  }
};

}  // namespace

bool is_barrier(const Word& word) {
  if (word.before == Break::kSentence) return true;
  if (word.before != Break::kClause) return false;
  constexpr std::string_view kBridged = "()[]:-.";
  return word.mark == 0 || kBridged.find(word.mark) == std::string_view::npos;
}

void join_row(const Utterance& u, const std::vector<Joint>& row, const UnitHits& hits,
              std::vector<PhraseHit>& out) {
  for (const Joint& joint : row) {
    if (!joint.optional && hits[joint.unit].empty()) return;
  }
  std::vector<PhraseHit> found;
  Row{u, row, hits, found, {}}.match(0, -1);
  out.insert(out.end(), found.begin(), found.end());
}

void join_any_order(const Utterance& u, const AnyOrder& what, const UnitHits& hits,
                    std::vector<PhraseHit>& out) {
  for (const int unit : what.units) {
    if (hits[unit].empty()) return;
  }
  std::vector<PhraseHit> found;
  Compose{u, what, hits, found, {}}.match(0);
  out.insert(out.end(), found.begin(), found.end());
}

}  // namespace intents
