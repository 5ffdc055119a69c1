// Entry point: PartReader.
#include "intents/part_reader.h"

#include <algorithm>

#include "intents/topic_role.h"

namespace intents {

namespace {

constexpr int kNear = 4;  // words between two topics that "or" joins

const std::unordered_set<std::string_view> kEither = {"or", "vs", "versus", "v", "than", "from"};
const std::unordered_set<std::string_view> kBoth = {"and", "as", "to", "with", "against"};
const std::unordered_set<std::string_view> kList = {"and", "or", "plus", "n", "also"};

bool holds(const FacetPlace& facet, Span words) {
  return std::any_of(facet.parts.begin(), facet.parts.end(),
                     [&](const Span& part) { return part.contains(words); });
}

// "The chiro says", "my scan shows".
bool tells(const TopicPlace* topic) {
  return family_of(*topic) == "team" || family_of(*topic) == "dx";
}

}  // namespace

PartReader::PartReader(const Utterance& u, const QuestionPart& part, TopicList topics,
                       FacetList facets)
    : u_(u), part_(part), topics_(std::move(topics)), facets_(std::move(facets)) {
  drop_unwanted();
  share_names();
  drop_told_facets();
  drop_framed();
}

TopicList PartReader::compared() const {
  const bool cue = has_strong("comparison");
  if (part_.told && !cue) return {};
  for (const auto* joiners : {&kEither, &kBoth}) {
    for (size_t i = 0; i + 1 < topics_.size(); ++i) {
      const TopicPlace &a = *topics_[i], &b = *topics_[i + 1];
      const bool alike = role_of(a) == role_of(b);
      if (!cue && (joiners == &kBoth || !alike)) continue;
      if (a.id != b.id && joined({a.span.last, b.span.first}, *joiners)) return {&a, &b};
    }
  }
  const bool pair = cue && topics_.size() == 2 && topics_[0]->id != topics_[1]->id &&
                    role_of(*topics_[0]) == role_of(*topics_[1]);
  return pair ? topics_ : TopicList{};
}

TopicList PartReader::topics() const {
  TopicList kept = topics_;
  // Who told it is not what is told.
  if (part_.told && !std::all_of(kept.begin(), kept.end(), tells)) std::erase_if(kept, tells);
  Role greatest = Role::kRegion;
  for (const auto* topic : kept) {
    const Role role = role_of(*topic);
    greatest = std::max(greatest, part_.told ? std::min(role, Role::kTrouble) : role);
  }
  std::erase_if(kept, [&](const TopicPlace* t) { return role_of(*t) < greatest; });
  // Of several regions the special one speaks: "back pain in my lower back".
  const auto whole_back = [](const TopicPlace* t) { return t->id == "region-overview"; };
  if (!std::all_of(kept.begin(), kept.end(), whole_back)) std::erase_if(kept, whole_back);
  return kept;
}

FacetList PartReader::facets() const {
  FacetList kept = facets_;
  const auto weak = [](const FacetPlace* f) { return f->weak; };
  if (!std::all_of(kept.begin(), kept.end(), weak)) std::erase_if(kept, weak);
  if (kept.size() > 1) std::erase_if(kept, [](const auto* f) { return f->id == "comparison"; });
  for (size_t i = 0; i + 1 < kept.size();) {
    if (listed(*kept[i], *kept[i + 1])) {
      ++i;
    } else {
      const bool later = kept[i + 1]->rank < kept[i]->rank;
      kept.erase(kept.begin() + static_cast<long>(later ? i : i + 1));
    }
  }
  return kept;
}

bool PartReader::has_strong(std::string_view facet) const {
  return std::any_of(facets_.begin(), facets_.end(),
                     [&](const FacetPlace* f) { return f->id == facet && !f->weak; });
}

bool PartReader::joined(Span between, const Words& joiners) const {
  if (between.size() > kNear) return false;
  for (int i = between.first; i < between.last; ++i) {
    if (joiners.contains(u_.words[i].text)) return true;
  }
  return false;
}

// "causes and treatment", "causes, treatment".
bool PartReader::listed(const FacetPlace& a, const FacetPlace& b) const {
  for (int i = a.span.last; i < b.span.first; ++i) {
    if (kList.contains(u_.words[i].text)) return true;
  }
  const int gap = b.span.first - a.span.last;
  return (gap == 0 || gap == 1) && u_.words[b.span.first].before == Break::kList;
}

// "exercises for", "which painkiller": the cue of a thing, not of a deed ("can i cycle").
bool PartReader::names_a_thing(const FacetPlace& facet) const {
  static const Words kWhich = {"what", "whats", "which", "any"};
  const auto& first = u_.words[facet.span.first].text;
  return !opens_question(first) || kWhich.contains(first);
}

// Another topic is named that the question is rather about.
bool PartReader::gives_way(const TopicPlace& topic) const {
  return std::any_of(topics_.begin(), topics_.end(), [&](const TopicPlace* t) {
    const Role mine = role_of(topic), its = role_of(*t);
    return t->id != topic.id && !t->span.overlaps(topic.span) &&
           (mine == Role::kRemedy || its == Role::kRemedy ||
            (mine == Role::kCause && its == Role::kTrouble));
  });
}

bool PartReader::is_cue(const TopicPlace& topic) const {
  return gives_way(topic) && std::any_of(facets_.begin(), facets_.end(), [&](const FacetPlace* f) {
           return f->id != "comparison" && names_a_thing(*f) && holds(*f, topic.span);
         });
}

// "Can it be straightened without surgery", "why stop smoking before surgery": not about surgery.
void PartReader::drop_unwanted() {
  const auto unwanted = [&](const TopicPlace* t) {
    if (t->span.first == 0) return false;
    const auto& before = u_.words[t->span.first - 1].text;
    return before == "without" || before == "before";
  };
  if (!std::all_of(topics_.begin(), topics_.end(), unwanted)) std::erase_if(topics_, unwanted);
}

// A word that is a topic's whole name and a cue is one of them.
void PartReader::share_names() {
  TopicList kept = topics_;
  std::erase_if(kept, [&](const TopicPlace* t) { return is_cue(*t); });
  if (!kept.empty()) topics_ = std::move(kept);
  std::erase_if(facets_, [&](const FacetPlace* f) {
    const bool asks = opens_question(u_.words[f->span.first].text) || f->id == "comparison";
    return !asks && std::any_of(topics_.begin(), topics_.end(),
                                [&](const TopicPlace* t) { return t->span.contains(f->span); });
  });
}

void PartReader::drop_told_facets() {
  if (!part_.told) return;
  std::erase_if(facets_, [&](const FacetPlace* f) {
    return !is_question_word(u_.words[f->span.first].text);
  });
}

// "does exercise help": the cue in the gap of another says what is meant.
void PartReader::drop_framed() {
  const FacetList all = facets_;
  std::erase_if(facets_, [&](const FacetPlace* frame) {
    return std::any_of(all.begin(), all.end(), [&](const FacetPlace* f) {
      return f != frame && frame->span.contains(f->span) && !f->weak;
    });
  });
}

}  // namespace intents
