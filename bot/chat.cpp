// Entry point: Chat::answer, the way of a message.
#include "bot/chat.h"

#include <exception>
#include <functional>

#include "bot/compose.h"
#include "bot/decide.h"
#include "bot/pending.h"
#include "bot/question_id.h"
#include "bot/remember.h"
#include "bot/triage.h"
#include "intents/clean.h"
#include "intents/intents.h"

namespace bot {

namespace {

constexpr int kTries = 3;  // of a put that somebody else overtook

std::optional<intents::Expecting> expecting(const Conversation& c) {
  if (!c.pending || !flag_question(c.pending->id)) return std::nullopt;
  return intents::Expecting{};  // of a danger sign's question yes is the bad answer
}

// What a repeat with the same message_id must repeat.
uint64_t hash_of(const ChatRequest& request) {
  std::string all = request.message;
  if (request.answer) {
    all += '\0' + request.answer->question_id;
    for (const auto& value : request.answer->values) all += '\0' + value;
  }
  return std::hash<std::string>{}(all);
}

// If matching itself fails, that counts as danger, never as "no danger sign".
intents::Understanding understand(const intents::Intents& intents,
                                  const intents::Utterance& utterance, const Conversation& c) {
  try {
    const auto expected = expecting(c);
    return intents.understand(utterance, expected ? &*expected : nullptr);
  } catch (const std::exception&) {
    intents::Understanding failed;
    failed.utterance = utterance;
    failed.matcher_failed = true;
    return failed;
  }
}

}  // namespace

Chat::Chat(const intents::Intents& intents, const knowledge::Library& library, Sessions& sessions,
           const Settings& settings)
    : intents_(intents), library_(library), sessions_(sessions), settings_(settings) {
  intents::Understanding failed;
  failed.matcher_failed = true;
  Conversation fresh;
  fresh.turn = 1;
  const auto disposition = triage(fresh, failed, library_);
  const Plan plan = decide(fresh, failed, {}, disposition, library_, Instant{});
  failed_ = compose(plan, disposition, failed, library_, settings_);
}

std::variant<Reply, Refused> Chat::answer(const ChatRequest& request, Instant now) {
  try {
    return try_answer(request, now);
  } catch (const std::exception&) {  // what() may hold the patient's words: say nothing of it
    return after_failure(request, now);
  }
}

Reply Chat::after_failure(const ChatRequest& request, Instant now) {
  Reply reply = failed_;
  reply.conversation_id = request.conversation_id;
  if (reply.conversation_id.empty()) {
    reply.conversation_id = new_conversation_id();
    sessions_.put(reply.conversation_id, {}, 0, now);
  }
  return reply;
}

std::variant<Reply, Refused> Chat::try_answer(const ChatRequest& request, Instant now) {
  if (request.message.empty() && !request.answer) {
    return Refused{Refusal::kInvalidRequest, "a message or an answer is needed"};
  }
  const intents::Utterance utterance = intents::clean(request.message);
  for (int i = 0; i < kTries; ++i) {
    Stored stored;
    if (!request.conversation_id.empty()) {
      auto found = sessions_.get(request.conversation_id, now);
      if (!found) {
        return Refused{Refusal::kConversationNotFound,
                       "this conversation is unknown or has expired"};
      }
      stored = std::move(*found);
    }
    const bool last_try = i + 1 == kTries;
    auto outcome = answer_in(stored, request, utterance, now, last_try);
    if (outcome) return std::move(*outcome);
  }
  return Refused{Refusal::kConflict, "another message of this conversation is being answered"};
}

std::optional<std::variant<Reply, Refused>> Chat::answer_in(Stored& stored,
                                                            const ChatRequest& request,
                                                            const intents::Utterance& utterance,
                                                            Instant now, bool last_try) {
  using Outcome = std::variant<Reply, Refused>;
  const std::string id =
      request.conversation_id.empty() ? new_conversation_id() : request.conversation_id;
  const Conversation& before = stored.conversation;
  const uint64_t hash = hash_of(request);
  if (!request.message_id.empty() && request.message_id == before.last_message_id &&
      before.before_last != nullptr) {
    if (hash != before.last_message_hash) {
      return Outcome(Refused{Refusal::kConflict, "this message_id was used for another message"});
    }
    auto again = take_turn(*before.before_last, request, utterance, before.last_message_at);
    if (auto* refused = std::get_if<Refused>(&again)) return Outcome(*refused);
    Reply reply = std::move(std::get<Turn>(again).reply);
    reply.conversation_id = id;
    return Outcome(std::move(reply));
  }
  auto turn = take_turn(before, request, utterance, now);
  if (auto* refused = std::get_if<Refused>(&turn)) return Outcome(*refused);
  auto& [reply, next, emergency] = std::get<Turn>(turn);
  reply.conversation_id = id;
  if (!request.message_id.empty()) {
    auto earlier = std::make_shared<Conversation>(before);
    earlier->before_last.reset();
    next.last_message_id = request.message_id;
    next.last_message_hash = hash;
    next.last_message_at = now;
    next.before_last = std::move(earlier);
  }
  // An emergency is answered in the end even when the store is gone or others are always faster.
  const bool kept = sessions_.put(id, next, stored.version, now);
  if (!kept && !(emergency && last_try)) return std::nullopt;
  return Outcome(std::move(reply));
}

std::variant<Chat::Turn, Refused> Chat::take_turn(Conversation conversation,
                                                  const ChatRequest& request,
                                                  const intents::Utterance& utterance,
                                                  Instant now) const {
  ++conversation.turn;
  const auto understood = understand(intents_, utterance, conversation);
  const auto resolved = resolve_pending(conversation, understood, request.answer, library_);
  if (resolved.outcome == Outcome::kInvalid) {
    return Refused{Refusal::kInvalidRequest, "the answer fits no question that is open"};
  }
  remember(conversation, understood);
  const auto disposition = triage(conversation, understood, library_);
  Plan plan = decide(conversation, understood, resolved, disposition, library_, now);
  const Disposition& shown = plan.left ? *plan.left : disposition;
  return Turn{compose(plan, shown, understood, library_, settings_), std::move(plan.next),
              disposition.level == knowledge::Level::kEmergency};
}

std::optional<Conversation> Chat::conversation(const std::string& id, Instant now) {
  auto stored = sessions_.get(id, now);
  if (!stored) return std::nullopt;
  return std::move(stored->conversation);
}

bool Chat::forget(const std::string& id) { return sessions_.erase(id); }

}  // namespace bot
