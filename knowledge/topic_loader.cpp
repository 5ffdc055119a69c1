// Entry points: read_topic, read_review.
#include <algorithm>
#include <chrono>

#include "knowledge/loader.h"

namespace knowledge {

namespace {

const std::vector<std::string_view> kRegions = {"neck",     "upper",   "mid", "low",
                                                "tailbone", "buttock", "leg", "arm"};
constexpr size_t kMostPoints = 7;

bool is_date(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  }
  using namespace std::chrono;
  return year_month_day(year(std::stoi(text)), month(std::stoi(text.substr(5, 2))),
                        day(std::stoi(text.substr(8))))
      .ok();
}

Facet read_facet(const base::DataNode& node) {
  node.allow_only({"text", "points", "evidence", "sources"});
  Facet facet;
  facet.text = node.text("text");
  facet.points = node.texts_or_none("points");
  if (facet.points.size() > kMostPoints) node.problem_at("points", "more than seven points");
  facet.evidence = static_cast<Evidence>(node.choice("evidence", kEvidenceNames));
  facet.sources = node.texts("sources");
  return facet;
}

Exercise read_exercise(const base::DataNode& node) {
  node.allow_only({"steps", "dose", "stop_if", "not_for", "alt"});
  return {node.texts("steps"), node.text("dose"), node.texts("stop_if"), node.texts("not_for"),
          node.text("alt")};
}

}  // namespace

Review read_review(const base::DataNode& root) {
  Review review;
  review.reviewed = root.text("reviewed");
  review.review_due = root.text("review_due");
  if (!root.has("reviewed_by")) {
    root.problem("the key \"reviewed_by\" is missing (null until a clinician has signed)");
  }
  review.reviewed_by = root.text_or("reviewed_by", "");
  for (const auto key : {"reviewed", "review_due"}) {
    const std::string date = root.text_or(key, "");
    if (!date.empty() && !is_date(date)) root.problem_at(key, "this must be a date, YYYY-MM-DD");
  }
  return review;
}

Topic read_topic(const base::DataFile& file) {
  const base::DataNode root = file.root();
  root.allow_only({"id", "title", "kind", "also_called", "summary", "facets", "exercise", "related",
                   "regions", "figure", "reviewed", "reviewed_by", "review_due"});
  Topic topic;
  topic.id = root.text("id");
  if (topic.id != file.stem()) {
    root.problem_at("id", "the id must be the file's name, \"" + file.stem() + "\"");
  }
  topic.title = root.text("title");
  topic.kind = static_cast<TopicKind>(root.choice("kind", kTopicKindNames));
  if (root.has("also_called")) topic.also_called = root.texts("also_called");
  topic.summary = root.text("summary");
  for (const auto& [name, node] : root.object("facets").members()) {
    if (std::find(kFacetNames.begin(), kFacetNames.end(), name) == kFacetNames.end()) {
      node.problem("this facet is not known");
      continue;
    }
    topic.facets[name] = read_facet(node);
  }
  if (topic.facets.empty()) root.problem_at("facets", "there is no facet");
  if (root.has("exercise")) topic.exercise = read_exercise(root.object("exercise"));
  if ((topic.kind == TopicKind::kExercise) != topic.exercise.has_value()) {
    root.problem("\"exercise\" belongs to topics of the kind \"exercise\", and only to those");
  }
  topic.related = root.texts_or_none("related");
  topic.regions = root.texts_or_none("regions");
  for (const auto& region : topic.regions) {
    if (std::find(kRegions.begin(), kRegions.end(), region) == kRegions.end()) {
      root.problem_at("regions", "\"" + region + "\" is not a region");
    }
  }
  topic.figure = root.text_or("figure", "");
  topic.review = read_review(root);
  return topic;
}

}  // namespace knowledge
