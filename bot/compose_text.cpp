// Blocks and questions as plain text.
#include "bot/wording.h"

namespace bot {

namespace {

std::string bullets(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "- " : "\n- ") + item;
  return text;
}

std::string numbered(const std::vector<std::string>& items) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    text += (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + items[i];
  }
  return text;
}

std::string text_of(const TableBlock& table) {
  std::string text;
  for (const auto& row : table.rows) {
    text += (text.empty() ? "" : "\n\n") + row[0] + ":";
    for (size_t i = 1; i < row.size(); ++i) text += "\n" + table.columns[i] + ": " + row[i];
  }
  return text;
}

}  // namespace

std::string as_text(const Block& block, const Wording& w) {
  struct Writer {
    const Wording& w;
    std::string operator()(const TextBlock& b) const { return b.text; }
    std::string operator()(const CareCardBlock& b) const {
      return b.heading + "\n" + bullets(b.items);
    }
    std::string operator()(const ListBlock& b) const {
      return (b.title.empty() ? "" : b.title + "\n") + bullets(b.items);
    }
    std::string operator()(const TableBlock& b) const { return text_of(b); }
    std::string operator()(const ExerciseBlock& b) const {
      return b.title + "\n" + w.text("exercise_steps_intro") + "\n" + numbered(b.steps) + "\n" +
             b.dose + "\n" + w.text("exercise_stop_intro") + "\n" + bullets(b.stop_if);
    }
    std::string operator()(const FigureBlock&) const { return ""; }  // the words say it all
    std::string operator()(const EvidenceBlock& b) const { return b.text; }
    std::string operator()(const SourcesBlock&) const { return ""; }
  };
  return std::visit(Writer{w}, block);
}

std::string as_text(const Question& question) {
  std::string text = question.text;
  for (const auto& option : question.options) text += "\n- " + option.label;
  return text;
}

}  // namespace bot
