// phrase_set against the slow reference matcher, on all text we own and on word soups.
#include <catch2/catch.hpp>
#include <random>

#include "intents/clean.h"
#include "intents/phrase_set.h"
#include "tests/intents/phrases.h"
#include "tests/intents/real_data.h"
#include "tests/intents/reference_matcher.h"

using intents::PhraseList;
using intents::PhraseSet;

namespace {

// The reference is thousands of times slower than the product, so each test keeps to a portion of
// the texts that takes seconds; the portion is another one for each rule, and all rules get theirs.
constexpr size_t kEveryText = 200;
constexpr int kSoups = 700;

struct Rules {
  intents::WordGroups groups;
  std::vector<std::string> names;
  std::vector<PhraseList> lists;
  std::vector<std::string> texts;  // examples and counter-examples
  std::vector<size_t> owner;       // the rule that each text belongs to
  std::vector<std::string> words;
  std::unique_ptr<PhraseSet> set;
};

const Rules& rules() {
  static const Rules* rules = [] {
    auto* r = new Rules;
    base::Problems problems;  // load_test looks at them
    const auto data = data_folder();
    r->groups = intents::WordGroups::load(data, "intents/en/words", problems);
    const auto findings = intents::Findings::load(data, "intents/en/findings", r->groups, problems);
    const auto topics = intents::Topics::load(data, "intents/en/topics", r->groups, problems);
    const auto add = [&](const auto& rule, const PhraseList& names, const PhraseList& masks) {
      r->names.insert(r->names.end(), {rule.id, rule.id + " (masks)"});
      r->lists.insert(r->lists.end(), {names, masks});
      r->texts.insert(r->texts.end(), rule.examples.begin(), rule.examples.end());
      for (const auto& example : rule.counter_examples) r->texts.push_back(example.text);
      r->owner.resize(r->texts.size(), r->lists.size() - 2);
    };
    for (const auto& f : findings.all()) add(f, f.phrases, f.unless);
    for (const auto& t : topics.all()) add(t, t.phrases, t.not_names);
    r->set = std::make_unique<PhraseSet>(r->groups);
    for (const auto& list : r->lists) r->set->add(list);
    REQUIRE(r->set->compile(problems));
    REQUIRE(r->lists.size() > 200);
    r->words.assign(r->set->known_words().begin(), r->set->known_words().end());
    std::sort(r->words.begin(), r->words.end());
    return r;
  }();
  return *rules;
}

// Fails for each difference between the two matchers on this text, for the rules `wanted`; says how
// many of these have hits, so that no test goes by on empty ground.
template <typename Wanted>
int compare(ReferenceMatcher& slow, const intents::Utterance& u, Wanted wanted) {
  const Rules& r = rules();
  const auto fast = r.set->find(u);
  slow.read(u);
  int with_hits = 0;
  for (size_t rule = 0; rule < r.lists.size(); ++rule) {
    if (!wanted(rule)) continue;
    ReferenceMatcher::Spans spans;
    for (const auto& hit : fast[rule]) spans.insert({hit.span.first, hit.span.last});
    const auto expected = slow.find(r.lists[rule]);
    with_hits += !expected.empty();
    if (spans == expected) continue;
    INFO(r.names[rule] << " in \"" << u.text << "\"");
    CHECK(spans == expected);
  }
  return with_hits;
}

}  // namespace

TEST_CASE("phrase set: it agrees with the reference on the examples", "[phrase_set][slow]") {
  const Rules& r = rules();
  ReferenceMatcher slow(r.groups);
  int hits = 0;
  for (size_t t = 0; t < r.texts.size(); ++t) {
    const auto u = intents::clean(r.texts[t]);
    hits += compare(slow, u, [&](size_t rule) { return (rule + t) % kEveryText == 0; });
  }
  CHECK(hits > 10);
}

TEST_CASE("phrase set: it agrees with the reference on each rule's own examples",
          "[phrase_set][slow]") {
  const Rules& r = rules();
  ReferenceMatcher slow(r.groups);
  int hits = 0;
  const auto find = [&](const std::string& id) {
    return std::find(r.names.begin(), r.names.end(), id) - r.names.begin();
  };
  base::Problems problems;
  const auto data = data_folder();
  const auto findings = intents::Findings::load(data, "intents/en/findings", r.groups, problems);
  for (const auto& f : findings.all()) {
    const size_t own = find(f.id);
    for (const auto& text : f.examples) {
      const auto u = intents::clean(text);
      hits += compare(slow, u, [&](size_t rule) { return rule == own || rule == own + 1; });
    }
  }
  CHECK(hits > 500);
}

TEST_CASE("phrase set: it agrees with the reference on word soups", "[phrase_set][slow]") {
  const Rules& r = rules();
  ReferenceMatcher slow(r.groups);
  int hits = 0;
  std::mt19937 random(20251125);
  const auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
  const char* kMarks[] = {" ", " ", " ", " ", " ", ", ", ". ", "; ", " - ", " but ", "\n", "? "};
  for (int soup = 0; soup < kSoups; ++soup) {
    // Pieces of a rule's own texts and words of everybody's, so that near misses are many.
    const size_t near = below(r.texts.size());
    std::vector<std::string> words;
    for (size_t t = near; t < std::min(near + 3, r.texts.size()); ++t) {
      for (const auto& word : intents::clean(r.texts[t]).words) words.push_back(word.text);
    }
    for (int i = 0; i < 4; ++i) words.push_back(r.words[below(r.words.size())]);
    std::string text;
    for (size_t i = 0, n = 3 + below(16); i < n; ++i) {
      text += words[below(words.size())] + kMarks[below(std::size(kMarks))];
    }
    const size_t some = below(kEveryText);
    hits += compare(slow, intents::clean(text), [&](size_t rule) {
      return rule % kEveryText == some || rule == r.owner[near];
    });
  }
  CHECK(hits > 20);
}
