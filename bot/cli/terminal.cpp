// Entry points: draw, read_numbers.
#include "bot/cli/terminal.h"

#include <algorithm>
#include <sstream>

namespace bot::cli {

namespace {

constexpr size_t kWidth = 78;

size_t characters(const std::string& utf8) {
  return static_cast<size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string line_of(char c) {
  std::string line(kWidth, c);
  line += '\n';
  return line;
}

std::string bullets(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += wrapped("- " + item, "  ", "    ");
  return out;
}

struct Draw {
  std::ostream& out;

  void operator()(const TextBlock& b) const { out << wrapped(b.text) << '\n'; }
  void operator()(const CareCardBlock& b) const {
    std::string level = name(b.level);
    std::transform(level.begin(), level.end(), level.begin(), ::toupper);
    out << line_of('=') << wrapped("[" + level + "] " + b.heading) << line_of('-')
        << bullets(b.items);
    for (const auto& action : b.actions) {
      out << "  >> " << action.label << (action.type == "call" ? "" : ": " + action.value) << '\n';
    }
    out << line_of('=') << '\n';
  }
  void operator()(const ListBlock& b) const {
    if (!b.title.empty()) out << wrapped(b.title);
    out << bullets(b.items) << '\n';
  }
  void operator()(const TableBlock& b) const {
    for (const auto& row : b.rows) {
      for (size_t i = 0; i < row.size(); ++i) {
        const bool named = i < b.columns.size() && !b.columns[i].empty();
        out << wrapped((named ? b.columns[i] + ": " : "") + row[i], i == 0 ? "" : "  ");
      }
    }
    out << '\n';
  }
  void operator()(const ExerciseBlock& b) const {
    out << wrapped(b.title);
    for (size_t i = 0; i < b.steps.size(); ++i) {
      out << wrapped(std::to_string(i + 1) + ". " + b.steps[i], "  ", "     ");
    }
    out << wrapped("How much: " + b.dose);
    if (!b.stop_if.empty()) out << "Stop if:\n" << bullets(b.stop_if);
    out << '\n';
  }
  void operator()(const FigureBlock& b) const {
    out << wrapped("[Picture: " + b.alt + "]") << '\n';
  }
  void operator()(const EvidenceBlock& b) const { out << wrapped(b.text) << '\n'; }
  void operator()(const SourcesBlock&) const {}  // drawn from the reply's own list, with titles
};

void draw(std::ostream& out, const Question& question) {
  out << wrapped(question.text);
  for (size_t i = 0; i < question.options.size(); ++i) {
    out << wrapped(std::to_string(i + 1) + ") " + question.options[i].label, "  ", "     ");
  }
  if (question.kind == QuestionKind::kMulti) out << "Type the numbers, or answer in words.\n";
  if (!question.why.empty()) out << wrapped("Why I ask: " + question.why);
  out << '\n';
}

}  // namespace

std::string wrapped(const std::string& text, const std::string& first, const std::string& next,
                    size_t width) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string row = first;
    bool fresh = true;  // no word in this row yet
    for (std::string word; words >> word; fresh = false) {
      if (!fresh && characters(row) + 1 + characters(word) > width) {
        out += row + '\n';
        row = next;
      } else if (!fresh) {
        row += ' ';
      }
      row += word;
    }
    out += (fresh ? "" : row) + '\n';
  }
  return out;
}

void draw(std::ostream& out, const Reply& reply) {
  for (const auto& block : reply.blocks) std::visit(Draw{out}, block);
  if (!reply.sources.empty()) {
    std::vector<std::string> sources;
    for (const auto& s : reply.sources) {
      const std::string year = s.year == 0 ? "" : ", " + std::to_string(s.year);
      sources.push_back(s.title + " (" + s.publisher + year + ") " + s.url);
    }
    out << "Sources\n" << bullets(sources) << '\n';
  }
  if (reply.question) draw(out, *reply.question);
  if (reply.quick_replies.empty()) return;
  out << "You can also say:\n";
  for (const auto& quick : reply.quick_replies) out << "  " << quick.message << '\n';
  out << '\n';
}

std::optional<Answer> read_numbers(const std::string& typed,
                                   const std::optional<Question>& question) {
  if (!question || question->options.empty()) return std::nullopt;
  std::string numbers = typed;
  std::replace(numbers.begin(), numbers.end(), ',', ' ');
  Answer answer{question->id, {}};
  std::istringstream in(numbers);
  for (std::string word; in >> word;) {
    const bool digits = word.size() <= 3 && std::all_of(word.begin(), word.end(), ::isdigit);
    const size_t number = digits ? std::stoul(word) : 0;
    if (number < 1 || number > question->options.size()) return std::nullopt;
    answer.values.push_back(question->options[number - 1].id);
  }
  if (answer.values.empty()) return std::nullopt;
  return answer;
}

}  // namespace bot::cli
