// The last step of decide: two stages of not understanding, and saying so.
#include "bot/question_id.h"
#include "bot/turn.h"

namespace bot {

namespace {

constexpr size_t kMostChoices = 3;
constexpr double kGoodHit = 4.0;  // bm25; below it the words were too common to mean a topic

// Words that a search could be about.
std::vector<std::string> search_words(const Turn& t) {
  std::vector<std::string> words;
  for (const auto& word : t.u.utterance.words) {
    if (word.text.size() >= 4) words.push_back(word.text);
  }
  return words;
}

// No word in it that English or we know, and more than letters at random would give.
bool unreadable(const Turn& t) { return t.u.known_words == 0 && !t.u.utterance.empty(); }

// "It hurts", "the other side", "talk to me": too short to be about anything else.
bool short_and_unclear(const Turn& t) {
  constexpr size_t kFew = 4;
  const auto& words = t.u.utterance.words;
  const bool question =
      std::any_of(words.begin(), words.end(), [](const auto& w) { return w.question; });
  return words.size() <= kFew && !question && t.u.queries.empty() && t.u.scope.elsewhere == 0 &&
         t.u.scope.uncovered <= 1 && t.u.known_words == static_cast<int>(words.size());
}

// Most words of a longer message, or nearly all of a short one, are no English words.
bool foreign(const Turn& t) {
  constexpr int kShort = 3, kLonger = 5;
  const int words = static_cast<int>(t.u.utterance.words.size());
  return words >= kShort && t.u.known_words * (words >= kLonger ? 2 : 3) < words;
}

// Somebody who is hurt at home or worn down is not told that it is outside our subject.
bool stay_with_them(Turn& t) {
  if (t.in_crisis()) return say_in_crisis(t), true;
  if (t.urgent()) return false;
  const bool hidden = t.raised(kPrivateFlag);
  const bool low = t.raised(kDistressFlag) && t.u.scope.elsewhere == 0;
  if (hidden || low) t.say(hidden ? "private_stay" : "distress_stay");
  return hidden || low;
}

}  // namespace

void fall_back(Turn& t) {
  if (stay_with_them(t)) return;
  const int misses = ++t.plan.next.misses;
  // After the advice to get help, "outside what I know" would sound as if it were withdrawn.
  if (t.must_be_checked() && t.u.scope.elsewhere == 0) return t.say("urgent_stay");
  if (foreign(t)) return t.say("other_language");
  if (t.u.utterance.empty() || unreadable(t)) return t.say("gibberish");
  // Said instead of an answer to a safety question, which comes again below.
  const auto& open = t.resolved.open;
  if (open && open->asked == 0 && !facet_to_clarify(open->id)) return t.say("answer_unclear");
  if (short_and_unclear(t)) return t.say("say_more");
  // Something of the body was told that is no back pain: out of our subject.
  if (!t.u.findings.empty()) return t.say("out_of_scope");
  std::vector<std::string> choices;
  if (misses < 2) {
    for (const auto& hit : t.library.search(search_words(t), kMostChoices)) {
      if (hit.score >= kGoodHit) choices.push_back(hit.topic);
    }
  }
  if (choices.empty()) {
    t.say(misses < 2 ? "out_of_scope" : "fallback_second");
    if (misses >= 2) t.plan.quick = {"quick_person", "quick_start_over"};
    return;
  }
  t.say("fallback_first");
  t.plan.asking = TopicChoice{choices, ""};
}

}  // namespace bot
