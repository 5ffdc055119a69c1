#include "intents/self_check.h"

#include <algorithm>

#include "intents/clean.h"

namespace intents {

namespace {

const std::vector<std::string_view> kStatusWords = {
    "absent", "past", "long_standing", "future", "question", "hypothetical", "nobody"};

bool has_status(const Mention& m, const std::string& word) {
  if (word == "absent") return m.status.polarity == Polarity::kAbsent;
  if (word == "past") return m.status.time == Time::kPast;
  if (word == "long_standing") return m.status.time == Time::kLongStanding;
  if (word == "future") return m.status.time == Time::kFuture;
  if (word == "question") return m.status.mode == Mode::kQuestion;
  if (word == "hypothetical") return m.status.mode == Mode::kHypothetical;
  return m.status.who == Who::kNobody;
}

std::string describe(const Understanding& u) {
  std::string result;
  for (const Mention& m : u.findings) {
    result += (result.empty() ? "" : ", ") + m.finding + " (" + name(m.status.polarity) + ", " +
              name(m.status.time) + ", " + name(m.status.who) + ", " + name(m.status.mode) + ")";
  }
  for (const TopicPlace& t : u.topics) result += (result.empty() ? "" : ", ") + ("topic:" + t.id);
  return result.empty() ? "nothing" : result;
}

struct Checker {
  const Intents& intents;
  base::Problems problems;

  Understanding understand(const std::string& text) const {
    return intents.understand(clean(text));
  }

  void note(const std::string& file, const std::string& place, size_t i, const std::string& text,
            const std::string& what) {
    problems.push_back(
        {file, place + ", " + base::ordinal(i + 1) + " entry", "\"" + text + "\" " + what});
  }

  void finding(const Finding& f) {
    for (size_t i = 0; i < f.examples.size(); ++i) {
      const Understanding u = understand(f.examples[i]);
      if (!u.has_active(f.id)) {
        note(f.file, "examples", i, f.examples[i],
             "does not make " + f.id + " active; found: " + describe(u));
      }
    }
    for (size_t i = 0; i < f.counter_examples.size(); ++i) counter_example(f, i);
  }

  void counter_example(const Finding& f, size_t i) {
    const CounterExample& example = f.counter_examples[i];
    const Understanding u = understand(example.text);
    const auto say = [&](const std::string& what) {
      note(f.file, "not", i, example.text, what + "; found: " + describe(u));
    };
    if (u.has_active(f.id)) return say("makes " + f.id + " active");
    const std::string& to = example.goes_to;
    if (to == "nothing") return;
    if (std::find(kStatusWords.begin(), kStatusWords.end(), to) != kStatusWords.end()) {
      const bool found = std::any_of(u.findings.begin(), u.findings.end(), [&](const Mention& m) {
        return m.finding == f.id && has_status(m, to);
      });
      if (!found) say("should be found as " + to);
    } else if (to.starts_with("topic:")) {
      const bool found = std::any_of(u.topics.begin(), u.topics.end(),
                                     [&](const TopicPlace& t) { return "topic:" + t.id == to; });
      if (!found) say("should go to " + to);
    } else if (!u.has_active(to)) {
      say("should make " + to + " active");
    }
  }

  // Each phrase alone must be hit by one of the examples: a phrase nobody shows is a guess.
  // `alone` holds each row of each finding as a rule of its own, from `first` those of `f`.
  void check_coverage(const Finding& f, const PhraseSet& alone, size_t first) {
    const size_t phrases = f.phrases.phrases.size();
    std::vector<bool> hit(phrases + f.phrases.compositions.size(), false);
    for (const std::string& example : f.examples) {
      const auto hits = alone.find(understand(example).utterance);
      for (size_t i = 0; i < hit.size(); ++i) hit[i] = hit[i] || !hits[first + i].empty();
    }
    for (size_t i = 0; i < hit.size(); ++i) {
      if (hit[i]) continue;
      const bool phrase = i < phrases;
      const std::string place = std::string(phrase ? "phrases" : "compose") + ", " +
                                base::ordinal((phrase ? i : i - phrases) + 1) + " entry";
      problems.push_back(
          {f.file, place,
           "no example of this file hits it: " +
               (phrase ? f.phrases.phrases[i].text : f.phrases.compositions[i - phrases].text)});
    }
  }

  void check_coverage() {
    const auto& findings = intents.findings().all();
    PhraseSet alone(intents.groups());
    std::vector<int> first;
    int rows = 0;
    for (const Finding& f : findings) {
      first.push_back(rows);
      for (const Phrase& phrase : f.phrases.phrases) rows = 1 + alone.add({{phrase}, {}, {}});
      for (const Composition& c : f.phrases.compositions) rows = 1 + alone.add({{}, {}, {c}});
    }
    if (!alone.compile(problems)) return;
    for (size_t i = 0; i < findings.size(); ++i) check_coverage(findings[i], alone, first[i]);
  }

  void topic(const TopicNames& t) {
    const auto first_topic = [](const Understanding& u) {
      return u.queries.empty() || u.queries[0].topic.empty() ? std::string("nothing")
                                                             : u.queries[0].topic;
    };
    for (size_t i = 0; i < t.examples.size(); ++i) {
      const Understanding u = understand(t.examples[i]);
      const bool compared = !u.queries.empty() && u.queries[0].other_topic == t.id;
      if (first_topic(u) != t.id && !compared) {
        note(t.file, "examples", i, t.examples[i],
             "asks about " + first_topic(u) + "; found: " + describe(u));
      }
    }
    for (size_t i = 0; i < t.counter_examples.size(); ++i) {
      const CounterExample& example = t.counter_examples[i];
      const Understanding u = understand(example.text);
      const std::string found = first_topic(u);
      if (example.goes_to == "nothing" ? found == t.id : found != example.goes_to) {
        note(t.file, "not", i, example.text,
             "should go to " + example.goes_to + " but asks about " + found);
      }
    }
  }
};

}  // namespace

base::Problems check_examples(const Intents& intents) {
  Checker checker{intents, {}};
  for (const Finding& finding : intents.findings().all()) checker.finding(finding);
  checker.check_coverage();
  for (const TopicNames& topic : intents.topics().all()) checker.topic(topic);
  for (const Acts::Entry& act : intents.acts().all()) {
    for (size_t i = 0; i < act.not_examples.size(); ++i) {
      if (checker.understand(act.not_examples[i]).has_act(act.id)) {
        checker.note("intents/en/acts.json", act.id + ", not", i, act.not_examples[i],
                     "is taken as " + act.id);
      }
    }
  }
  return std::move(checker.problems);
}

}  // namespace intents
