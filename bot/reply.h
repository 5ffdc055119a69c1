// What Backtalk answers: plain values, in the shape of the JSON API but free of JSON.
//
// Promise: `text` is never empty and holds the whole reply for a client that shows nothing else;
// `blocks` say the same in typed parts. All texts are plain text, never HTML.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "intents/status.h"
#include "knowledge/red_flag.h"

namespace bot {

struct TextBlock {
  std::string text;
};
struct CardAction {
  std::string type /* call | link */, label, value;
};
struct CareCardBlock {
  knowledge::Level level = knowledge::Level::kNone;
  std::string heading;
  std::vector<std::string> items;
  std::vector<CardAction> actions;
  bool pinned = false;
};
struct ListBlock {
  std::string title;
  std::vector<std::string> items;
};
struct TableBlock {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
struct ExerciseBlock {
  std::string id, title, figure, alt;
  std::vector<std::string> steps;
  std::string dose;
  std::vector<std::string> stop_if;
};
struct FigureBlock {
  std::string id, alt;
};
struct EvidenceBlock {
  std::string label, text;
};
struct SourcesBlock {
  std::vector<std::string> ids;
};
using Block = std::variant<TextBlock, CareCardBlock, ListBlock, TableBlock, ExerciseBlock,
                           FigureBlock, EvidenceBlock, SourcesBlock>;

enum class QuestionKind { kChoice, kMulti, kScale, kBodyMap, kText, kYesNoUnsure };
struct Option {
  std::string id, label;
  bool exclusive = false;
};
struct Question {
  std::string id;
  QuestionKind kind = QuestionKind::kChoice;
  std::string text, why;
  std::vector<Option> options;
  int min = 0, max = 0;
  std::string min_label, max_label;
  int step = 0, of = 0;  // progress; 0 of 0: none
};

struct QuickReply {
  std::string label, message;
};
struct RedFlagNotice {
  std::string id, title;
  std::vector<std::string> because;
};
struct TriageNotice {
  knowledge::Level level = knowledge::Level::kNone;
  knowledge::Action action = knowledge::Action::kNone;
  std::vector<RedFlagNotice> red_flags;
};
struct FindingNotice {
  std::string id;
  intents::Status status;
  std::string quote;
  std::string title = {};  // in the words of our data
};
struct TopicFacet {
  std::string id, facet;
  bool operator==(const TopicFacet&) const = default;
};
struct Understood {
  std::vector<FindingNotice> findings;
  std::vector<TopicFacet> topics;
  std::vector<std::string> acts;
  std::vector<std::pair<std::string, std::string>> corrected;  // from, to
};
struct SourceNotice {
  std::string id, title, publisher;
  int year = 0;
  std::string url;
};

struct Reply {
  std::string conversation_id;
  int turn = 0;
  std::string state = "open";  // open | closed
  std::string text;
  std::vector<Block> blocks;
  std::optional<Question> question;
  std::vector<QuickReply> quick_replies;
  TriageNotice triage;
  Understood understood;
  std::vector<TopicFacet> topics;  // what this reply answers
  std::vector<SourceNotice> sources;
  std::string content_version;
};

}  // namespace bot
