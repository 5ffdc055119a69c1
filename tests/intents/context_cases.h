// Shared by the tests of ConText: one loaded Context, and cases "PHRASE in SENTENCE -> status".
#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "intents/clean.h"
#include "intents/context.h"
#include "intents/fold.h"

namespace context_cases {

inline const intents::Context& context() {
  static base::Problems problems;
  static const intents::Context loaded = intents::Context::load(SOURCE_DIR "/intents/en", problems);
  return loaded;
}

// The first place where the words of `phrase` stand in the sentence.
inline std::optional<intents::Span> find(const intents::Utterance& u, const std::string& phrase) {
  const std::string folded = intents::fold(phrase);
  const int words = static_cast<int>(u.words.size());
  for (int first = 0; first < words; ++first) {
    for (int last = first + 1; last <= words; ++last) {
      if (u.words_text({first, last}) == folded) return intents::Span{first, last};
    }
  }
  return std::nullopt;
}

inline const char* who_name(intents::Who who) {
  return who == intents::Who::kSelf    ? "self"
         : who == intents::Who::kOther ? "other_now"
                                       : "other_info";
}

struct Judged {
  std::string polarity = "not found", time, who, mode, why;
  bool sure = true;
  // "absent now self report"
  std::string str() const { return polarity + ' ' + time + ' ' + who + ' ' + mode; }
};

inline Judged judge(const std::string& sentence, const std::string& phrase,
                    const intents::Expecting* expecting = nullptr) {
  const intents::Utterance u = intents::clean(sentence);
  const auto span = find(u, phrase);
  if (!span) return {};
  const auto cls = context().class_of(u, *span);
  const intents::Status s = context().judge(u, {{*span, cls, {}}}, expecting).front();
  Judged j{name(s.polarity), name(s.time), who_name(s.who), name(s.mode), "", s.sure};
  for (const std::string& line : s.why) j.why += line + "; ";
  return j;
}

struct Case {
  std::string phrase, sentence, expected;
};

// Lines "PHRASE | SENTENCE | STATUS"; "#" opens a comment.
inline std::vector<Case> read_cases(const std::string& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  const auto trimmed = [](const std::string& s) {
    const size_t first = s.find_first_not_of(' '), last = s.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : s.substr(first, last - first + 1);
  };
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    Case c;
    std::getline(fields, c.phrase, '|');
    std::getline(fields, c.sentence, '|');
    std::getline(fields, c.expected);
    cases.push_back({trimmed(c.phrase), trimmed(c.sentence), trimmed(c.expected)});
  }
  return cases;
}

}  // namespace context_cases
