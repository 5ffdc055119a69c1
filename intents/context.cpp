// Entry points: Context::load, judge, class_of.
#include "intents/context.h"

#include <chrono>

#include "intents/context_cues.h"
#include "intents/context_scene.h"

namespace intents {

namespace {

int year_of_today() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day{today}.year());
}

void add(std::vector<std::string>& why, const char* axis, std::string reason) {
  if (!reason.empty()) why.push_back(std::string(axis) + ": " + std::move(reason));
}

// The axes in the order of R1; a later one may see what an earlier one decided.
Status judge_one(const Scene& scene, const SceneMention& m, const Expecting* expecting) {
  Status status;
  if (m.span.size() <= 0) return status;
  const auto answer = judge_answer(scene, m);
  const PolarityVerdict v = answer ? *answer : judge_polarity(scene, m, expecting);
  status.polarity = v.polarity;
  status.sure = v.sure;
  add(status.why, "polarity", v.why);
  if (v.past) {
    status.time = Time::kPast;
  } else {
    add(status.why, "time", judge_time(scene, m, status));
  }
  add(status.why, "who", judge_who(scene, m, status));
  if (!answer) add(status.why, "mode", judge_mode(scene, m, status));
  return status;
}

}  // namespace

Context::Context() : cues_(std::make_unique<ContextCues>()) {}
Context::Context(Context&&) noexcept = default;
Context& Context::operator=(Context&&) noexcept = default;
Context::~Context() = default;

Context Context::load(const std::filesystem::path& folder, base::Problems& problems) {
  Context context;
  context.this_year_ = year_of_today();
  const std::string name = "intents/" + folder.filename().string() + "/context.json";
  const base::DataFile file(folder / "context.json", name, problems);
  if (file.ok()) context.cues_->load(file.root());
  return context;
}

std::vector<Status> Context::judge(const Utterance& u, const std::vector<MentionInput>& mentions,
                                   const Expecting* expecting) const {
  const Scene scene(*cues_, u, mentions, this_year_);
  std::vector<Status> result;
  for (const SceneMention& m : scene.mentions()) result.push_back(judge_one(scene, m, expecting));
  return result;
}

FindingClass Context::class_of(const Utterance& u, Span span) const {
  const Scene scene(*cues_, u, {{span, FindingClass::kSymptom, {}}}, this_year_);
  const Span words = scene.mentions().front().span;
  if (scene.any(words, List::kTrouble)) return FindingClass::kSymptom;
  if (scene.any(words, List::kDiseaseWord)) return FindingClass::kDisease;
  if (scene.any(words, List::kEventWord)) return FindingClass::kEvent;
  // A function is a row of function words: "bladder control", "cannot feel my feet", "legs".
  for (int i = words.first; i < words.last; ++i) {
    if (i > words.first && scene.is(i, List::kComplementiser)) break;
    const bool of_function = scene.is(i, List::kFunction) || scene.is(i, List::kBodyPart) ||
                             scene.is(i, List::kNegator) || scene.is(i, List::kPreposition) ||
                             scene.is(i, List::kPossessive) || scene.is(i, List::kSubject) ||
                             scene.is(i, List::kConjunction) || scene.is(i, List::kFiniteVerb) ||
                             scene.is(i, List::kCopula) || scene.is(i, List::kLight) ||
                             scene.is(i, List::kComplementiser);
    if (scene.is(i, List::kState) || !of_function) return FindingClass::kSymptom;
  }
  return FindingClass::kFunction;
}

}  // namespace intents
