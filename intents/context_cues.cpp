// Entry points: ContextCues::load, classify, find.
#include "intents/context_cues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <sstream>

#include "intents/context_phrase.h"
#include "intents/fold.h"

namespace intents {

namespace {

const std::vector<std::string_view> kKinds = {
    "negation",     "well", "possible", "pseudo",        "terminator", "minimiser",
    "idiom",        "past", "resolved", "long_standing", "now",        "future",
    "other_person", "self", "question", "hypothetical"};
const std::vector<std::string_view> kDirections = {"forward", "backward", "both"};
const std::vector<std::string_view> kGives = {
    "nothing",   "denial",     "hedged",     "cause",   "unchanged",   "event",  "weak",
    "lost",      "fear",       "after_list", "ill_now", "information", "family", "either",
    "informant", "self_doubt", "presumed",   "quote",   "sign"};

constexpr int kGapWords = 5;

uint64_t bit(List list) { return uint64_t{1} << static_cast<int>(list); }

uint64_t edge(int node, int symbol) {
  return (static_cast<uint64_t>(node) << 32) | static_cast<uint32_t>(symbol);
}

bool is_time(CueKind kind) { return kind >= CueKind::kPast && kind <= CueKind::kFuture; }

}  // namespace

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) &&
         (word.substr(0, 2) == "19" || word.substr(0, 2) == "20");
}

void ContextCues::load(const base::DataNode& root) {
  root.allow_only({"cues", "lists"});
  ends_.emplace_back();
  load_lists(root.object("lists"));
  for (const base::DataNode& group : root.list("cues")) load_group(group);
}

void ContextCues::load_lists(const base::DataNode& lists) {
  for (const auto& [key, unused] : lists.members()) {
    const auto known = std::find(kListNames.begin(), kListNames.end(), std::string_view(key));
    if (known == kListNames.end()) lists.problem("there is no list of the name \"" + key + "\"");
  }
  for (size_t i = 0; i < kListNames.size(); ++i) {
    for (const std::string& text : lists.texts(kListNames[i])) {
      std::string error;
      for (const std::string& row : write_out(text, error)) {
        const std::string word = fold(row);
        if (word.find(' ') != std::string::npos) {
          lists.problem_at(kListNames[i], "\"" + text + "\" is more than one word");
        }
        words_[word].lists |= bit(static_cast<List>(i));
      }
      if (!error.empty()) lists.problem_at(kListNames[i], "\"" + text + "\": " + error);
    }
  }
}

void ContextCues::load_group(const base::DataNode& group) {
  group.allow_only({"kind", "direction", "scope", "gives", "words"});
  Cue cue;
  cue.kind = static_cast<CueKind>(group.choice("kind", kKinds));
  cue.direction = static_cast<Direction>(group.choice("direction", kDirections));
  if (group.has("gives")) cue.gives = static_cast<Gives>(group.choice("gives", kGives));
  const std::string scope = group.text("scope");
  if (scope == "clause" || scope == "sentence" || scope == "section") {
    cue.reach = scope == "clause"     ? Reach::kClause
                : scope == "sentence" ? Reach::kSentence
                                      : Reach::kSection;
  } else {
    std::istringstream in(scope);
    std::string unit;
    cue.reach = Reach::kWords;
    if (!(in >> cue.reach_words >> unit) || unit != "words" || cue.reach_words < 1) {
      group.problem_at("scope", "must be \"clause\", \"sentence\", \"section\" or \"<n> words\"");
    }
  }
  const std::vector<std::string> phrases = group.texts("words");
  for (size_t i = 0; i < phrases.size(); ++i) {
    std::string error;
    for (std::string& row : write_out(phrases[i], error)) {
      cue.text = std::move(row);
      add(cue, group, i);
    }
    if (!error.empty()) group.problem_in_list("words", i, error);
  }
}

// The symbol of "<n>", "<weekday>", "..."; 0 for a plain word.
int ContextCues::slot(std::string_view piece) {
  if (piece == "...") return kGap;
  if (piece.size() < 3 || piece.front() != '<' || piece.back() != '>') return 0;
  const std::string_view inside = piece.substr(1, piece.size() - 2);
  if (inside == "n") return kN;
  if (inside == "year") return kYear;
  if (inside == "age") return kAge;
  for (size_t i = 0; i < kListNames.size(); ++i) {
    if (inside == kListNames[i]) return kFirstList - static_cast<int>(i);
  }
  return 0;
}

void ContextCues::add(Cue cue, const base::DataNode& group, size_t index) {
  int node = 0;
  bool negator = false;
  std::istringstream in(cue.text);
  for (std::string piece; in >> piece;) {
    std::vector<int> symbols;
    if (const int s = slot(piece); s != 0) {
      symbols.push_back(s);
    } else {
      std::istringstream folded(fold(piece));
      for (std::string word; folded >> word;) {
        symbols.push_back(symbol(word));
        negator |= (words_[word].lists & bit(List::kNegator)) != 0;
      }
    }
    for (int s : symbols) {
      const auto [it, fresh] = edges_.try_emplace(edge(node, s), static_cast<int>(ends_.size()));
      if (fresh) ends_.emplace_back();
      node = it->second;
    }
  }
  if (node == 0) return group.problem_in_list("words", index, "no word is left after folding");
  cue.holds_negator = negator && is_time(cue.kind);
  for (int other : ends_[node]) {
    const Cue& o = cues_[other];
    if (o.kind != cue.kind || o.direction != cue.direction) continue;
    if (o.gives == cue.gives && o.reach == cue.reach && o.reach_words == cue.reach_words) return;
    return group.problem_in_list("words", index,
                                 "\"" + cue.text + "\" stands in two groups of its kind");
  }
  ends_[node].push_back(static_cast<int>(cues_.size()));
  cues_.push_back(std::move(cue));
}

int ContextCues::symbol(const std::string& word) {
  WordClass& entry = words_[word];
  if (entry.id < 0) entry.id = symbols_++;
  return entry.id;
}

int ContextCues::child(int node, int symbol) const {
  const auto it = edges_.find(edge(node, symbol));
  return it == edges_.end() ? -1 : it->second;
}

std::vector<WordClass> ContextCues::classify(const Utterance& u) const {
  std::vector<WordClass> result;
  result.reserve(u.words.size());
  for (const Word& word : u.words) {
    const auto it = words_.find(word.text);
    result.push_back(it == words_.end() ? WordClass{} : it->second);
    if (is_number(word.text)) result.back().lists |= bit(List::kNumber);
  }
  return result;
}

struct ContextCues::Walk {
  const Utterance& u;
  const std::vector<WordClass>& classes;
  int first;
  std::vector<CueHit>& hits;
  Span gap = {};
};

// A cue may be broken by a line end, not by a sentence end or a colon.
bool breaks_cue(const Word& word) { return word.before >= Break::kClause && word.mark != '\n'; }

// Follows every edge that the word at `at` allows.
void ContextCues::step(Walk& walk, int node, int at) const {
  for (int cue : ends_[node]) walk.hits.push_back({&cues_[cue], {walk.first, at}, walk.gap});
  if (at >= static_cast<int>(walk.u.words.size())) return;
  const Word& word = walk.u.words[at];
  if (at > walk.first && breaks_cue(word)) return;
  const auto follow = [&](int symbol) {
    if (const int next = child(node, symbol); next >= 0) step(walk, next, at + 1);
  };
  const WordClass& c = walk.classes[at];
  if (c.id >= 0) follow(c.id);
  if (c.lists & bit(List::kNumber)) follow(kN), follow(kAge);
  for (uint64_t left = c.lists; left != 0; left &= left - 1) {
    follow(kFirstList - std::countr_zero(left));
  }
  if (is_year(word.text)) follow(kYear);
  if (const int after_gap = child(node, kGap); after_gap >= 0) {
    const int end = std::min(at + kGapWords, static_cast<int>(walk.u.words.size()) - 1);
    for (int skip = at; skip <= end; ++skip) {
      if (walk.u.words[skip].before >= Break::kClause) break;
      walk.gap = {at, skip};
      step(walk, after_gap, skip);
    }
    walk.gap = {};
  }
}

std::vector<CueHit> ContextCues::find(const Utterance& u,
                                      const std::vector<WordClass>& classes) const {
  std::vector<CueHit> hits;
  for (int first = 0; first < static_cast<int>(u.words.size()); ++first) {
    Walk walk{u, classes, first, hits};
    step(walk, 0, first);
  }
  return hits;
}

}  // namespace intents
