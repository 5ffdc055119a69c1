// Entry point: read_red_flag.
#include "knowledge/loader.h"

namespace knowledge {

namespace {

constexpr size_t kMostDonts = 4;

Condition read_condition(const base::DataNode& node) {
  node.allow_only({"all", "any", "at_least", "none"});
  Condition condition;
  const auto optional_list = [&](std::string_view key) {
    return node.has(key) ? node.texts(key) : std::vector<std::string>{};
  };
  condition.all = optional_list("all");
  condition.any = optional_list("any");
  condition.none = optional_list("none");
  condition.at_least = static_cast<int>(node.integer_or("at_least", 1));
  if (condition.all.empty() && condition.any.empty()) {
    node.problem("the condition names no finding in \"all\" or \"any\"");
  }
  if (condition.at_least < 1 ||
      (!condition.any.empty() && condition.at_least > static_cast<int>(condition.any.size()))) {
    node.problem_at("at_least", "this must be from 1 to the number of entries in \"any\"");
  }
  return condition;
}

Rule read_rule(const base::DataNode& node) {
  node.allow_only({"when", "level", "action", "why", "say", "say_carer"});
  Rule rule;
  rule.when = read_condition(node.object("when"));
  rule.level = static_cast<Level>(node.choice("level", kLevelNames));
  rule.action = static_cast<Action>(node.choice("action", kActionNames));
  rule.why = node.text("why");
  rule.say = node.text_or("say", "");
  rule.say_carer = node.text_or("say_carer", "");
  const bool hospital =
      rule.action == Action::kAmbulance || rule.action == Action::kEmergencyDepartment;
  const bool crisis = rule.action == Action::kCrisisLine && rule.level >= Level::kUrgent;
  if (rule.level == Level::kNone) node.problem_at("level", "a rule must raise a level");
  if (rule.level == Level::kEmergency ? !hospital && !crisis : hospital) {
    node.problem_at("action",
                    "ambulance and emergency_department belong to emergency, crisis_line to "
                    "emergency and urgent, and emergency to these");
  }
  return rule;
}

Ask read_ask(const base::DataNode& node) {
  node.allow_only({"when", "question", "if_yes", "why"});
  return {read_condition(node.object("when")), node.text("question"), node.texts("if_yes"),
          node.text("why")};
}

}  // namespace

RedFlag read_red_flag(const base::DataFile& file) {
  const base::DataNode root = file.root();
  root.allow_only({"id", "code", "title", "rules", "asks", "say", "say_carer", "tell_staff", "dont",
                   "sources", "examples", "not", "reviewed", "reviewed_by", "review_due"});
  RedFlag flag;
  flag.id = root.text("id");
  if (flag.id != file.stem()) {
    root.problem_at("id", "the id must be the file's name, \"" + file.stem() + "\"");
  }
  flag.code = root.text("code");
  flag.title = root.text("title");
  for (const auto& node : root.list("rules")) flag.rules.push_back(read_rule(node));
  for (const auto& node : root.list_or_none("asks")) flag.asks.push_back(read_ask(node));
  flag.say = root.text("say");
  flag.say_carer = root.text("say_carer");
  flag.tell_staff = root.text_or("tell_staff", "");
  flag.dont = root.texts_or_none("dont");
  if (flag.dont.size() > kMostDonts) root.problem_at("dont", "more than four entries");
  flag.sources = root.texts("sources");
  flag.examples = root.texts_or_none("examples");
  flag.not_examples = root.texts_or_none("not");
  flag.review = read_review(root);
  return flag;
}

}  // namespace knowledge
