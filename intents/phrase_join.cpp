// Entry points: join_row, join_any_order.
//
// Both go from left to right, look only at hits near enough to follow, and keep, of all ways that
// cover the same words, only the first: so cost grows with the message's length, and no hit is
// lost.
#include <algorithm>
#include <map>
#include <tuple>

#include "intents/phrase_units.h"

namespace intents {

namespace {

bool barrier_between(const Utterance& u, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (is_barrier(u.words[i])) return true;
  }
  return false;
}

using Hits = std::vector<PhraseHit>;

// The hits that begin within `gap` words after `end`. Hits are in order of place.
std::pair<Hits::const_iterator, Hits::const_iterator> near(const Hits& hits, int end, int gap) {
  const auto begins_before = [](const PhraseHit& hit, int word) { return hit.span.first < word; };
  return {std::lower_bound(hits.begin(), hits.end(), end, begins_before),
          std::lower_bound(hits.begin(), hits.end(), end + gap + 1, begins_before)};
}

// A row matched up to some joint.
struct Partial {
  int first = -1;  // -1: nothing yet
  int end = -1;    // the word after the last part
  int gap = 0;     // words that may be skipped before the next part
  std::vector<Span> parts;
};

// Neighbours may not be parted by a sentence end; a gap not by any barrier.
bool may_follow(const Utterance& u, int gap, int end, int start) {
  if (start < end || start - end > gap) return false;
  if (gap > 0) return !barrier_between(u, end, start + 1);
  return u.words[start].before != Break::kSentence;
}

std::vector<Partial> extend(const Utterance& u, const std::vector<Partial>& partials,
                            const Joint& joint, const std::vector<PhraseHit>& hits) {
  std::vector<Partial> result;
  std::map<std::tuple<int, int, int>, bool> seen;
  const auto keep = [&](Partial partial) {
    if (seen.emplace(std::tuple(partial.first, partial.end, partial.gap), true).second) {
      result.push_back(std::move(partial));
    }
  };
  for (const Partial& partial : partials) {
    const int gap = std::max(partial.gap, joint.gap);
    const bool begins = partial.first < 0;
    const auto [from, to] =
        begins ? std::pair(hits.begin(), hits.end()) : near(hits, partial.end, gap);
    for (auto hit = from; hit != to; ++hit) {
      if (!begins && !may_follow(u, gap, partial.end, hit->span.first)) continue;
      Partial longer{begins ? hit->span.first : partial.first, hit->span.last, 0, partial.parts};
      longer.parts.push_back(hit->span);
      keep(std::move(longer));
    }
    // "numb ... [my] leg": without the optional part its gap is still there.
    if (joint.optional) keep({partial.first, partial.end, gap, partial.parts});
  }
  return result;
}

struct Compose {
  struct Placed {
    unsigned used = 0;  // one bit for each unit
    int first = -1, end = -1;
    std::vector<Span> parts;  // by unit
  };

  const Utterance& u;
  const AnyOrder& what;
  const UnitHits& hits;

  // Adds one more unit to the right of each arrangement.
  std::vector<Placed> extend(const std::vector<Placed>& arrangements) const {
    std::vector<Placed> result;
    std::map<std::tuple<unsigned, int, int>, bool> seen;
    for (const Placed& placed : arrangements) {
      for (size_t i = 0; i < what.units.size(); ++i) {
        if (placed.used & (1u << i)) continue;
        const Hits& all = hits[what.units[i]];
        const auto [from, to] = placed.first < 0 ? std::pair(all.begin(), all.end())
                                                 : near(all, placed.end, what.within);
        for (auto hit = from; hit != to; ++hit) {
          if (!follows(placed, hit->span)) continue;
          Placed longer = placed;
          longer.used |= 1u << i;
          if (longer.first < 0) longer.first = hit->span.first;
          longer.end = hit->span.last;
          longer.parts[i] = hit->span;
          if (seen.emplace(std::tuple(longer.used, longer.first, longer.end), true).second) {
            result.push_back(std::move(longer));
          }
        }
      }
    }
    return result;
  }

  bool follows(const Placed& placed, const Span& next) const {
    if (placed.first < 0) return true;
    return next.first >= placed.end && next.first - placed.end <= what.within &&
           !barrier_between(u, placed.end, next.first + 1);
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
  std::vector<Partial> partials(1);
  for (const Joint& joint : row) partials = extend(u, partials, joint, hits[joint.unit]);
  for (Partial& partial : partials) {
    if (partial.first >= 0) out.push_back({{partial.first, partial.end}, std::move(partial.parts)});
  }
}

void join_any_order(const Utterance& u, const AnyOrder& what, const UnitHits& hits,
                    std::vector<PhraseHit>& out) {
  for (const int unit : what.units) {
    if (hits[unit].empty()) return;
  }
  const Compose compose{u, what, hits};
  std::vector<Compose::Placed> placed{{0, -1, -1, std::vector<Span>(what.units.size())}};
  for (size_t i = 0; i < what.units.size(); ++i) placed = compose.extend(placed);
  for (auto& done : placed) out.push_back({{done.first, done.end}, std::move(done.parts)});
}

}  // namespace intents
