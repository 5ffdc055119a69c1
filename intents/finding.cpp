#include "intents/finding.h"

#include <algorithm>

namespace intents {

namespace {

const std::vector<std::string_view> kClasses = {"symptom", "function", "event", "disease"};
constexpr size_t kFewestCounterExamples = 5;

std::vector<Composition> read_compositions(const base::DataNode& root, const WordGroups& groups) {
  std::vector<Composition> result;
  const int within = static_cast<int>(root.integer_or("within", 6));
  if (within < 0 || within > 15) root.problem_at("within", "this must be from 0 to 15 words");
  for (const auto& texts : root.text_lists_or_none("compose")) {
    Composition composition{"", {}, within};
    for (const auto& [text, node] : texts) {
      composition.text += (composition.text.empty() ? "" : " + ") + text;
      auto phrase = groups.read_phrase(node, text);
      if (phrase) composition.parts.push_back(std::move(*phrase));
    }
    if (texts.size() < 2) root.problem_at("compose", "an entry needs two parts or more");
    if (composition.parts.size() == texts.size()) result.push_back(std::move(composition));
  }
  return result;
}

}  // namespace

std::vector<CounterExample> read_counter_examples(const base::DataNode& root, size_t fewest) {
  std::vector<CounterExample> result;
  for (const auto& node : root.list("not")) {
    node.allow_only({"text", "goes_to"});
    result.push_back({node.text("text"), node.text("goes_to")});
  }
  if (!result.empty() && result.size() < fewest) {
    root.problem_at("not", "at least " + std::to_string(fewest) + " counter-examples are needed");
  }
  return result;
}

Findings Findings::load(const std::filesystem::path& data, const std::string& folder,
                        const WordGroups& groups, base::Problems& problems) {
  Findings result;
  base::for_each_data_file(data, folder, problems, [&](const base::DataFile& file) {
    const base::DataNode root = file.root();
    root.allow_only({"id", "class", "title", "certain", "phrases", "compose", "within", "unless",
                     "examples", "not"});
    Finding finding;
    finding.id = root.text("id");
    finding.file = file.name();
    if (finding.id != file.stem()) {
      root.problem_at("id", "the id must be the file's name, \"" + file.stem() + "\"");
    }
    finding.cls = static_cast<FindingClass>(root.choice("class", kClasses));
    finding.title = root.text("title");
    finding.certain = root.flag_or("certain", false);
    finding.phrases.phrases = groups.read_phrases(root, "phrases", false);
    finding.phrases.compositions = read_compositions(root, groups);
    finding.unless.phrases = groups.read_phrases(root, "unless", false);
    finding.examples = root.texts("examples");
    finding.counter_examples = read_counter_examples(root, kFewestCounterExamples);
    const size_t rows = finding.phrases.phrases.size() + finding.phrases.compositions.size();
    if (rows == 0) root.problem("there are neither \"phrases\" nor \"compose\"");
    result.findings_.push_back(std::move(finding));
  });
  return result;
}

void Findings::add_to(PhraseSet& set) {
  for (const Finding& finding : findings_) {
    rule_.push_back(set.add(finding.phrases));
    unless_rule_.push_back(finding.unless.phrases.empty() ? -1 : set.add(finding.unless));
  }
}

std::vector<FindingPlace> Findings::places(const std::vector<std::vector<PhraseHit>>& hits) const {
  std::vector<FindingPlace> result;
  for (size_t f = 0; f < findings_.size(); ++f) {
    std::vector<PhraseHit> found = hits[rule_[f]];
    if (unless_rule_[f] >= 0) {
      const auto& masks = hits[unless_rule_[f]];
      std::erase_if(found, [&](const PhraseHit& hit) {
        return std::any_of(masks.begin(), masks.end(), [&](const PhraseHit& mask) {
          return std::any_of(hit.parts.begin(), hit.parts.end(),
                             [&](const Span& part) { return part.overlaps(mask.span); });
        });
      });
    }
    std::stable_sort(found.begin(), found.end(), [](const PhraseHit& a, const PhraseHit& b) {
      const int words_a = words_in(a.parts), words_b = words_in(b.parts);
      return words_a != words_b ? words_a > words_b : a.span.size() < b.span.size();
    });
    const size_t begin = result.size();
    for (const PhraseHit& hit : found) {
      const bool taken = std::any_of(result.begin() + begin, result.end(), [&](const auto& place) {
        return place.span.overlaps(hit.span);
      });
      if (taken) continue;
      const bool contiguous = words_in(hit.parts) == hit.span.size();
      const Span sign = contiguous ? hit.span : hit.parts.front();
      result.push_back({static_cast<int>(f), hit.span, sign, hit.parts});
    }
  }
  std::stable_sort(result.begin(), result.end(), [](const FindingPlace& a, const FindingPlace& b) {
    return a.span.first < b.span.first;
  });
  return result;
}

const Finding* Findings::find(std::string_view id) const {
  const auto it = std::find_if(findings_.begin(), findings_.end(),
                               [&](const Finding& f) { return f.id == id; });
  return it == findings_.end() ? nullptr : &*it;
}

}  // namespace intents
