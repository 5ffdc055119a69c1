// The slow, obvious matcher that phrase_set_test holds the fast one against.
//
// A phrase is tried at each word by plain backtracking over its tree; nothing is shared between
// phrases, and there is no RE2 (groups that hold a regex are matched with std::regex). What a
// phrase means is written down here once more, independently:
//   - neighbours stand side by side, with no sentence end between them;
//   - "..." skips up to five words and reaches over no barrier (is_barrier in phrase_units.h);
//     beside an optional part that is absent, one "..." is left;
//   - parts of a composition stand in any order, share no word, each at most `within` words after
//     the one before it, with no barrier between.
#pragma once

#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "intents/phrase_set.h"

class ReferenceMatcher {
 public:
  using Spans = std::set<std::pair<int, int>>;  // [first, last)

  explicit ReferenceMatcher(const intents::WordGroups& groups) : groups_(groups) {}

  // The message that find() looks at from now on; keep it that long.
  void read(const intents::Utterance& u) {
    known_.clear();
    u_ = &u;
  }

  Spans find(const intents::PhraseList& list) {
    Spans result;
    for (const auto& phrase : list.phrases) add(phrase.tree, result);
    for (const auto& phrase : list.misspellings) add(phrase.tree, result);
    for (const auto& composition : list.compositions) compose(composition, result);
    return result;
  }

 private:
  using Node = intents::PhraseNode;
  using Kind = Node::Kind;
  using Ends = std::set<int>;
  static constexpr int kGap = 5;

  int count() const { return static_cast<int>(u_->words.size()); }
  const std::string& word(int i) const { return u_->words[i].text; }
  bool sentence_begins(int i) const { return u_->words[i].before == intents::Break::kSentence; }

  bool barrier(int i) const {
    const intents::Word& w = u_->words[i];
    if (w.before == intents::Break::kSentence) return true;
    if (w.before != intents::Break::kClause) return false;
    return w.mark == 0 || std::string("()[]:-.").find(w.mark) == std::string::npos;
  }

  void add(const Node& tree, Spans& result) {
    for (int first = 0; first < count(); ++first) {
      for (const int last : match(tree, first)) result.insert({first, last});
    }
  }

  // Where `node` can end when its first word is `at`. Never empty-handed: an end is > at.
  Ends match(const Node& node, int at) {
    if (at >= count()) return {};
    switch (node.kind) {
      case Kind::kWord:
        return word(at) == node.text ? Ends{at + 1} : Ends{};
      case Kind::kStem:
        return stem(node.text, word(at)) ? Ends{at + 1} : Ends{};
      case Kind::kGroup:
        return group(node.text, at);
      case Kind::kOptional:
        return match(node.parts[0], at);
      case Kind::kGap:
        return {};
      case Kind::kOneOf: {
        Ends ends;
        for (const auto& part : node.parts) ends.merge(match(part, at));
        return ends;
      }
      case Kind::kSequence: {
        Ends ends;
        sequence(node, 0, at, -1, false, ends);
        return ends;
      }
    }
    return {};
  }

  static bool stem(const std::string& letters, const std::string& text) {
    if (text.compare(0, letters.size(), letters) != 0) return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789", letters.size()) ==
           std::string::npos;
  }

  // Parts from `part` on; `end` is the word after the last matched part, -1 before the first,
  // which must begin at `at`.
  void sequence(const Node& node, size_t part, int at, int end, bool gap, Ends& ends) {
    if (part == node.parts.size()) {
      if (end >= 0) ends.insert(end);
      return;
    }
    const Node& next = node.parts[part];
    if (next.kind == Kind::kGap) return sequence(node, part + 1, at, end, true, ends);
    if (next.kind == Kind::kOptional) sequence(node, part + 1, at, end, gap, ends);
    if (end < 0) {
      for (const int stop : match(next, at)) sequence(node, part + 1, at, stop, false, ends);
      return;
    }
    for (int start = end; start < count() && start <= end + (gap ? kGap : 0); ++start) {
      if (gap ? barrier(start) : sentence_begins(start)) return;
      for (const int stop : match(next, start)) sequence(node, part + 1, at, stop, false, ends);
    }
  }

  const Ends& group(const std::string& name, int at) {
    const intents::WordGroup* group = groups_.find(name);
    const auto key = std::make_pair(group, at);
    const auto it = known_.find(key);
    if (it != known_.end()) return it->second;
    Ends ends;
    if (group != nullptr && !group->regex.empty()) {
      ends = regex_group(name, group->regex, at);
    } else if (group != nullptr) {
      for (const auto& phrase : group->words) ends.merge(match(phrase.tree, at));
      for (const auto& phrase : group->misspellings) ends.merge(match(phrase.tree, at));
    }
    return known_[key] = std::move(ends);
  }

  Ends regex_group(const std::string& name, const std::string& pattern, int at) {
    auto it = regexes_.find(name);
    if (it == regexes_.end()) it = regexes_.emplace(name, std::regex(pattern)).first;
    Ends ends;
    std::string text;
    for (int last = at; last < count() && last < at + 4; ++last) {
      if (last > at && sentence_begins(last)) break;
      text += (last > at ? " " : "") + word(last);
      if (std::regex_match(text, it->second)) ends.insert(last + 1);
    }
    return ends;
  }

  void compose(const intents::Composition& what, Spans& result) {
    std::vector<Spans> places(what.parts.size());
    for (size_t i = 0; i < places.size(); ++i) add(what.parts[i].tree, places[i]);
    std::vector<bool> used(places.size(), false);
    arrange(what, places, used, 0, {-1, -1}, result);
  }

  // Puts one part after another, from left to right, in every order.
  void arrange(const intents::Composition& what, const std::vector<Spans>& places,
               std::vector<bool>& used, size_t placed, std::pair<int, int> so_far, Spans& result) {
    if (placed == places.size()) {
      result.insert(so_far);
      return;
    }
    for (size_t i = 0; i < places.size(); ++i) {
      if (used[i]) continue;
      used[i] = true;
      for (const auto& [first, last] : places[i]) {
        if (placed == 0) {
          arrange(what, places, used, 1, {first, last}, result);
        } else if (follows(so_far.second, first, what.within)) {
          arrange(what, places, used, placed + 1, {so_far.first, last}, result);
        }
      }
      used[i] = false;
    }
  }

  bool follows(int end, int start, int within) const {
    if (start < end || start - end > within) return false;
    for (int i = end; i <= start; ++i) {
      if (barrier(i)) return false;
    }
    return true;
  }

  const intents::WordGroups& groups_;
  const intents::Utterance* u_ = nullptr;
  std::map<std::pair<const intents::WordGroup*, int>, Ends> known_;  // of one utterance
  std::map<std::string, std::regex> regexes_;
};
