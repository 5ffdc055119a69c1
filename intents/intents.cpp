// Entry points: Intents::load, Intents::understand.
#include "intents/intents.h"

#include <algorithm>

#include "intents/clean.h"
#include "intents/derived.h"
#include "intents/queries.h"

namespace intents {

Intents::Intents(WordGroups groups, Findings findings, Topics topics, Facets facets, Acts acts,
                 Scope scope, ValueReader values, Context context)
    : groups_(std::move(groups)),
      findings_(std::move(findings)),
      topics_(std::move(topics)),
      facets_(std::move(facets)),
      acts_(std::move(acts)),
      scope_(std::move(scope)),
      values_(std::move(values)),
      context_(std::move(context)),
      phrases_(groups_) {
  findings_.add_to(phrases_);
  topics_.add_to(phrases_);
  facets_.add_to(phrases_);
  acts_.add_to(phrases_);
  scope_.add_to(phrases_);
}

std::unique_ptr<Intents> Intents::load(const std::filesystem::path& data, std::string_view language,
                                       base::Problems& problems) {
  const size_t before = problems.size();
  const std::string folder = "intents/" + std::string(language);
  WordGroups groups = WordGroups::load(data, folder + "/words", problems);
  Findings findings = Findings::load(data, folder + "/findings", groups, problems);
  Topics topics = Topics::load(data, folder + "/topics", groups, problems);
  Facets facets = Facets::load(data, folder + "/facets.json", groups, problems);
  Acts acts = Acts::load(data, folder + "/acts.json", groups, problems);
  Scope scope = Scope::load(data, folder + "/scope.json", groups, problems);
  ValueReader values = ValueReader::load(data, folder, problems);
  Context context = Context::load(data / folder, problems);
  if (problems.size() > before) return nullptr;

  std::unique_ptr<Intents> result(
      new Intents(std::move(groups), std::move(findings), std::move(topics), std::move(facets),
                  std::move(acts), std::move(scope), std::move(values), std::move(context)));
  if (!result->phrases_.compile(problems)) return nullptr;
  const PhraseSet& phrases = result->phrases_;
  result->spelling_ = Spelling::load(
      data, folder + "/spelling.json",
      NearWords(phrases.vocabulary(), phrases.known_words(), phrases.stems()), problems);
  return problems.size() > before ? nullptr : std::move(result);
}

void Intents::find_mentions(Understanding& result, const std::vector<std::vector<PhraseHit>>& hits,
                            const Expecting* expecting) const {
  const auto places = findings_.places(hits);
  std::vector<MentionInput> inputs;
  for (const FindingPlace& place : places) {
    const Finding& finding = findings_.all()[place.finding];
    inputs.push_back({place.span, finding.cls, place.parts, finding.certain});
  }
  const auto statuses = context_.judge(result.utterance, inputs, expecting);
  for (size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = findings_.all()[places[i].finding];
    result.findings.push_back({finding.id, finding.title, finding.cls, statuses[i], places[i].span,
                               result.utterance.quote(places[i].span), false});
  }
}

void Intents::measure_scope(Understanding& result,
                            const std::vector<std::vector<PhraseHit>>& hits) const {
  std::vector<Span> covered;
  for (const auto& mention : result.findings) covered.push_back(mention.span);
  for (const auto& topic : result.topics) covered.push_back(topic.span);
  for (const auto& facet : result.facets) covered.push_back(facet.span);
  for (const auto& act : result.acts) covered.push_back(act.span);
  for (const auto& duration : result.values.durations) covered.push_back(duration.span);
  result.scope = scope_.count(result.utterance, hits, covered);
  for (const Word& word : result.utterance.words) {
    const bool ours = phrases_.known_words().contains(word.text);
    result.known_words += ours || spelling_->is_english(word.text);
  }
}

Understanding Intents::understand(const Utterance& cleaned, const Expecting* expecting) const {
  Understanding result;
  result.utterance = cleaned;
  result.corrected = spelling_->correct(result.utterance);
  const auto hits = phrases_.find(result.utterance);
  find_mentions(result, hits, expecting);
  result.topics = topics_.places(hits);
  result.facets = facets_.places(hits);
  result.queries = find_queries(result.utterance, result.topics, result.facets);
  result.acts = acts_.find(result.utterance, hits);
  result.values = values_.read(result.utterance);
  add_derived_findings(result);
  measure_scope(result, hits);
  return result;
}

Status Intents::status_of(const Utterance& u, Span span, FindingClass cls) const {
  return context_.judge(u, {{span, cls, {}}}, nullptr).front();
}

bool Understanding::has_act(std::string_view id) const {
  return std::any_of(acts.begin(), acts.end(), [&](const Act& a) { return a.id == id; });
}

bool Understanding::has_active(std::string_view finding) const {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Mention& m) { return m.finding == finding && m.active(); });
}

}  // namespace intents
