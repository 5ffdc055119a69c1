#include "bot/http/documents.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/wire.h"

namespace bot::http {

using Json = nlohmann::ordered_json;

Document topic_list_document(const Topics& topics, const std::string& content_version) {
  Json list = Json::array();
  for (const auto& [id, topic] : topics) {
    list.push_back({{"id", id},
                    {"title", topic.title},
                    {"kind", knowledge::kTopicKindNames[static_cast<size_t>(topic.kind)]},
                    {"summary", topic.summary}});
  }
  return document("application/json",
                  dump({{"content_version", content_version}, {"topics", list}}));
}

bool is_reviewed(const Topics& topics) {
  return !topics.empty() && std::all_of(topics.begin(), topics.end(), [](const auto& entry) {
    return !entry.second.review.reviewed_by.empty();
  });
}

Document meta_document(const Backend& backend, const Settings& settings) {
  const Numbers numbers = numbers_for(settings);
  return document("application/json",
                  dump({{"name", "Backtalk"},
                        {"version", backend.version},
                        {"languages", {"en"}},
                        {"content_version", backend.content_version},
                        {"content_reviewed", is_reviewed(*backend.topics)},
                        {"limits",
                         {{"message_chars", settings.max_message_chars},
                          {"body_bytes", settings.max_body_bytes},
                          {"session_idle_seconds", settings.session_idle.count()},
                          {"session_lifetime_seconds", settings.session_lifetime.count()}}},
                        {"clinic",
                         {{"name", settings.clinic_name},
                          {"contact", settings.clinic_contact},
                          {"phone", settings.clinic_phone},
                          {"url", settings.clinic_url}}},
                        {"numbers",
                         {{"emergency", numbers.emergency},
                          {"emergency_tel", numbers.emergency_tel},
                          {"urgent_line", numbers.urgent_line},
                          {"urgent_tel", numbers.urgent_tel},
                          {"crisis", numbers.crisis},
                          {"crisis_tel", numbers.crisis_tel},
                          {"poison", numbers.poison}}}}));
}

}  // namespace bot::http
