// What to answer, as a list of steps: decide() makes it, compose() puts it into words.
//
// Plain values; texts are named by id, never held, apart from what the person said.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bot/conversation.h"
#include "bot/triage.h"

namespace bot {

using Slots = std::map<std::string, std::string>;

struct Say {
  std::string reply;
  Slots slots;
};  // a fixed text of replies.json
struct SayAs {
  std::string text;
};                       // a text that was put together already
struct FullCard {};      // the care card of the disposition
struct ReminderCard {};  // its short form, while the level stands
struct SoonNote {
  const FiredRule* fired = nullptr;
};  // a sign to be seen to within days
struct AnswerFacet {
  std::string topic, facet;
};  // one facet of a topic
struct ExerciseSteps {
  std::string topic;
};
struct Compare {
  std::string a, b;
};
struct Items {
  std::string title;
  std::vector<std::string> items;
};
using Step = std::variant<Say, SayAs, FullCard, ReminderCard, SoonNote, AnswerFacet, ExerciseSteps,
                          Compare, Items>;

struct ScreenQuestion {
  bool again = false;
};
struct FlagQuestion {
  std::string flag;
  size_t index = 0;
};
struct ConfirmQuestion {
  std::string finding, title;
};  // before a level is lowered
struct TopicChoice {
  std::vector<std::string> topics;
  std::string facet;
};
using Asking = std::variant<ScreenQuestion, FlagQuestion, ConfirmQuestion, TopicChoice>;

struct Plan {
  std::vector<Step> steps;
  std::optional<Asking> asking;
  std::vector<TopicFacet> answered;  // what the reply answers
  std::vector<TopicFacet> offers;    // quick replies: more of this
  std::vector<std::string> quick;    // quick replies by id of their label ("quick_more")
  std::optional<Disposition> left;   // what stands after a correction, when it is another
  Conversation next;                 // what is known afterwards
  std::string state = "open";
};

}  // namespace bot
