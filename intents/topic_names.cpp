#include "intents/topic_names.h"

#include <algorithm>

namespace intents {

namespace {

constexpr size_t kFewestCounterExamples = 2;
constexpr size_t kFewestExamples = 4;

struct Candidate {
  size_t topic;
  PhraseHit hit;
  int words;
};

}  // namespace

Topics Topics::load(const std::filesystem::path& data, const std::string& folder,
                    const WordGroups& groups, base::Problems& problems) {
  Topics result;
  base::for_each_data_file(data, folder, problems, [&](const base::DataFile& file) {
    const base::DataNode root = file.root();
    root.allow_only({"id", "names", "misspellings", "phrases", "not_names", "examples", "not"});
    TopicNames topic;
    topic.id = root.text("id");
    topic.file = file.name();
    if (topic.id != file.stem()) {
      root.problem_at("id", "the id must be the file's name, \"" + file.stem() + "\"");
    }
    topic.phrases.phrases = groups.read_phrases(root, "names", true);
    for (auto& phrase : groups.read_phrases(root, "phrases", false)) {
      topic.phrases.phrases.push_back(std::move(phrase));
    }
    topic.phrases.misspellings = groups.read_phrases(root, "misspellings", false);
    topic.not_names.phrases = groups.read_phrases(root, "not_names", false);
    topic.examples = root.texts("examples");
    if (topic.examples.size() < kFewestExamples) {
      root.problem_at("examples", "at least 4 examples are needed");
    }
    topic.counter_examples = read_counter_examples(root, kFewestCounterExamples);
    result.topics_.push_back(std::move(topic));
  });
  return result;
}

void Topics::add_to(PhraseSet& set) {
  for (const TopicNames& topic : topics_) {
    rule_.push_back(set.add(topic.phrases));
    mask_rule_.push_back(topic.not_names.phrases.empty() ? -1 : set.add(topic.not_names));
  }
}

std::vector<TopicPlace> Topics::places(const std::vector<std::vector<PhraseHit>>& hits) const {
  std::vector<Candidate> candidates;
  for (size_t t = 0; t < topics_.size(); ++t) {
    for (const PhraseHit& hit : hits[rule_[t]]) {
      const bool masked =
          mask_rule_[t] >= 0 &&
          std::any_of(hits[mask_rule_[t]].begin(), hits[mask_rule_[t]].end(),
                      [&](const PhraseHit& mask) { return mask.span.overlaps(hit.span); });
      if (!masked) candidates.push_back({t, hit, words_in(hit.parts)});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     if (a.words != b.words) return a.words > b.words;
                     if (a.hit.span.size() != b.hit.span.size()) {
                       return a.hit.span.size() < b.hit.span.size();
                     }
                     return topics_[a.topic].id < topics_[b.topic].id;
                   });
  std::vector<TopicPlace> result;
  std::vector<PhraseHit> kept;  // the hit behind each place
  for (const Candidate& c : candidates) {
    const std::string& id = topics_[c.topic].id;
    // Of a phrase with a gap only the words that matched count: a name in the gap is its own.
    const auto taken = std::find_if(kept.begin(), kept.end(), [&](const PhraseHit& hit) {
      return share_words(hit.parts, c.hit.parts);
    });
    if (taken == kept.end()) {
      result.push_back({id, c.hit.span, {}});
      kept.push_back(c.hit);
      continue;
    }
    TopicPlace& place = result[taken - kept.begin()];
    if (place.span == c.hit.span && place.id != id) place.rivals.push_back(id);
  }
  std::stable_sort(result.begin(), result.end(), [](const TopicPlace& a, const TopicPlace& b) {
    return a.span.first < b.span.first;
  });
  return result;
}

}  // namespace intents
