#include "bot/cli/sampler.h"

#include <set>

namespace bot::cli {

using Kind = intents::PhraseNode::Kind;

namespace {

constexpr size_t kTriesPerSentence = 20;
// What people put where a phrase has "...".
constexpr const char* kFillers[] = {"", "really", "so", "right here", "a bit", "now and then"};

}  // namespace

void Sampler::add_word(const std::string& word, std::string& out) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

void Sampler::expand_group(const std::string& name, std::string& out) {
  const intents::WordGroup* group = groups_.find(name);
  if (group == nullptr || group->words.empty()) return add_word("<" + name + ">", out);
  expand(group->words[below(group->words.size())].tree, out);
}

void Sampler::expand(const intents::PhraseNode& node, std::string& out) {
  switch (node.kind) {
    case Kind::kWord:
    case Kind::kStem:
      return add_word(node.text, out);
    case Kind::kSequence:
      for (const auto& part : node.parts) expand(part, out);
      return;
    case Kind::kOneOf:
      return expand(node.parts[below(node.parts.size())], out);
    case Kind::kOptional:
      if (below(2) == 0) expand(node.parts.front(), out);
      return;
    case Kind::kGroup:
      return expand_group(node.text, out);
    case Kind::kGap:
      return add_word(kFillers[below(std::size(kFillers))], out);
  }
}

std::string Sampler::compose(const intents::Composition& composition) {
  std::vector<const intents::Phrase*> parts;
  for (const auto& part : composition.parts) parts.push_back(&part);
  for (size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[below(i)]);
  std::string out;
  for (const auto* part : parts) expand(part->tree, out);
  return out;
}

std::string Sampler::sentence(const intents::PhraseList& list) {
  const size_t phrases = list.phrases.size();
  const size_t choice = below(phrases + list.compositions.size());
  if (choice >= phrases) return compose(list.compositions[choice - phrases]);
  std::string out;
  expand(list.phrases[choice].tree, out);
  return out;
}

std::vector<std::string> Sampler::sample(const intents::PhraseList& list, size_t count) {
  std::vector<std::string> result;
  if (list.phrases.empty() && list.compositions.empty()) return result;
  std::set<std::string> seen;
  for (size_t tries = 0; result.size() < count && tries < count * kTriesPerSentence; ++tries) {
    std::string one = sentence(list);
    if (seen.insert(one).second) result.push_back(std::move(one));
  }
  return result;
}

}  // namespace bot::cli
