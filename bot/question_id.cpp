#include "bot/question_id.h"

#include "bot/safety_screen.h"

namespace bot {

namespace {

constexpr std::string_view kAsk = "ask:";
constexpr std::string_view kConfirm = "confirm:";
constexpr std::string_view kClarify = "clarify";

struct Writer {
  std::string operator()(const ScreenQuestion&) const { return std::string(kScreenId); }
  std::string operator()(const FlagQuestion& q) const {
    return std::string(kAsk) + q.flag + ":" + std::to_string(q.index);
  }
  std::string operator()(const ConfirmQuestion& q) const {
    return std::string(kConfirm) + q.finding;
  }
  std::string operator()(const TopicChoice& q) const {
    return std::string(kClarify) + (q.facet.empty() ? "" : ":" + q.facet);
  }
};

}  // namespace

std::string question_id(const Asking& asking) { return std::visit(Writer{}, asking); }

std::optional<FlagQuestion> flag_question(std::string_view id) {
  if (!id.starts_with(kAsk)) return std::nullopt;
  const size_t colon = id.rfind(':');
  return FlagQuestion{std::string(id.substr(kAsk.size(), colon - kAsk.size())),
                      std::stoul(std::string(id.substr(colon + 1)))};
}

std::optional<std::string> finding_to_confirm(std::string_view id) {
  if (!id.starts_with(kConfirm)) return std::nullopt;
  return std::string(id.substr(kConfirm.size()));
}

std::optional<std::string> facet_to_clarify(std::string_view id) {
  if (!id.starts_with(kClarify)) return std::nullopt;
  const size_t colon = id.find(':');
  return colon == std::string_view::npos ? "" : std::string(id.substr(colon + 1));
}

}  // namespace bot
