// The real server on a free port, with a stand-in for the chat behind it.
#pragma once

#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "bot/http/server.h"
#include "raw_client.h"

namespace http_test {

inline constexpr const char* kSafetyText = "In an emergency call 999 now.";
inline constexpr const char* kKnownId = "known-conversation";

inline const bot::http::Topics& test_topics() {
  static const bot::http::Topics topics = [] {
    knowledge::Topic sciatica;
    sciatica.id = "cond-sciatica";
    sciatica.title = "Sciatica";
    sciatica.summary = "Pain down a leg.";
    sciatica.facets["definition"] = {"It is.", {"a"}, knowledge::Evidence::kStrong, {"nice_ng59"}};
    knowledge::Topic plank;
    plank.id = "ex-plank";
    plank.title = "Plank";
    plank.kind = knowledge::TopicKind::kExercise;
    plank.exercise = knowledge::Exercise{{"Lie"}, "10 seconds", {"pain"}, {}, "A person"};
    return bot::http::Topics{{sciatica.id, sciatica}, {plank.id, plank}};
  }();
  return topics;
}

// Every part a reply can have.
inline bot::Reply full_reply() {
  using namespace bot;
  Reply reply;
  reply.conversation_id = kKnownId;
  reply.turn = 1;
  reply.text = "Hello";
  reply.blocks = {
      TextBlock{"Hello"},
      CareCardBlock{
          knowledge::Level::kEmergency, "Call now", {"a"}, {{"call", "Call 999", "tel:999"}}, true},
      ListBlock{"Try", {"x"}},
      TableBlock{{"a", "b"}, {{"1", "2"}}},
      ExerciseBlock{"ex-plank", "Plank", "", "A person", {"Lie"}, "10 s", {"pain"}},
      FigureBlock{"spine", "The spine"},
      EvidenceBlock{"strong", "Well tested"},
      SourcesBlock{{"nice_ng59"}}};
  Question question;
  question.id = "q";
  question.text = "How bad is it?";
  question.options = {{"none", "None of these", true}};
  question.of = 3;
  reply.question = question;
  reply.quick_replies = {{"More", "tell me more"}};
  reply.triage = {knowledge::Level::kEmergency,
                  knowledge::Action::kAmbulance,
                  {{"ces_saddle", "Numb between the legs", {"numb"}}}};
  reply.understood.findings = {{"numb_saddle", {}, "numb"}};
  reply.understood.topics = {{"cond-sciatica", "definition"}};
  reply.understood.acts = {"greet"};
  reply.understood.corrected = {{"low", "upper"}};
  reply.topics = {{"cond-sciatica", "definition"}};
  reply.sources = {{"nice_ng59", "Low back pain", "NICE", 2016, "https://example.org"}};
  reply.content_version = "0123456789abcdef";
  return reply;
}

// What the stand-in does depends on the message: "throw", "slow", "conflict", "full".
inline std::variant<bot::Reply, bot::Refused> answer(const bot::ChatRequest& request) {
  if (request.message == "throw") throw std::runtime_error("secret words of the patient");
  if (request.message == "conflict") return bot::Refused{bot::Refusal::kConflict, "Try again."};
  if (request.message == "slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
  if (!request.conversation_id.empty() && request.conversation_id != kKnownId) {
    return bot::Refused{bot::Refusal::kConversationNotFound, ""};
  }
  if (request.message == "full") return full_reply();
  bot::Reply reply;
  reply.conversation_id = kKnownId;
  reply.text = "You wrote: " + request.message;
  return reply;
}

inline bot::http::Backend test_backend() {
  bot::http::Backend backend;
  backend.answer = [](const bot::ChatRequest& request, bot::Instant) { return answer(request); };
  backend.conversation = [](const std::string& id,
                            bot::Instant) -> std::optional<bot::Conversation> {
    if (id != kKnownId) return std::nullopt;
    bot::Conversation conversation;
    conversation.findings["fever"].quote = "hot";
    conversation.facts["region"] = "low";
    conversation.pending = bot::PendingQuestion{"q", {"none"}, 1};
    return conversation;
  };
  backend.forget = [](const std::string& id) { return id == kKnownId; };
  backend.topics = &test_topics();
  backend.content_version = "0123456789abcdef";
  backend.safety_text = kSafetyText;
  backend.version = "test";
  return backend;
}

class TestServer {
 public:
  TestServer(bot::Settings settings, std::chrono::milliseconds drain_time)
      : TestServer(std::move(settings), with_drain_time(drain_time)) {}
  explicit TestServer(bot::Settings settings = {},
                      bot::http::ServerOptions options = with_drain_time({}))
      : api_(test_backend(), settings, web_files()) {
    settings.port = 0;
    options.log = [this](const std::string& line) {
      const std::lock_guard lock(mutex_);
      log_ += line + "\n";
    };
    server_ = std::make_unique<bot::http::Server>(api_, settings, options);
    port_ = server_->bind();
    thread_ = std::thread([this] { stopped_ = server_->run(); });
  }
  ~TestServer() { stop(); }

  int port() const { return port_; }

  // What run() returned.
  bool stop() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
    return stopped_;
  }

  // One request on a connection of its own.
  RawResponse ask(const std::string& bytes, bool with_body = true) const {
    RawClient client(port_);
    client.send(bytes);
    return client.receive(with_body);
  }

  std::string log() const {
    const std::lock_guard lock(mutex_);
    return log_;
  }

 private:
  static bot::http::ServerOptions with_drain_time(std::chrono::milliseconds time) {
    bot::http::ServerOptions options;
    options.drain_time = time;
    return options;
  }

  static bot::http::WebFiles web_files() {
    base::Problems problems;
    auto files = bot::http::WebFiles::load(std::string(SOURCE_DIR) + "/web", problems);
    if (!problems.empty()) throw std::runtime_error(problems[0].str());
    return files;
  }

  bot::http::Api api_;
  std::unique_ptr<bot::http::Server> server_;
  std::thread thread_;
  int port_ = 0;
  std::atomic<bool> stopped_{false};
  mutable std::mutex mutex_;
  std::string log_;
};

}  // namespace http_test
