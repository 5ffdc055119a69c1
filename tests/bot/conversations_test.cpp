// Golden transcripts: tests/conversations/*.txt, as approved by a person who read them.
//
// A line "> TEXT" is said by the patient, "# ..." is a remark, all else is what Backtalk answers.
// When a reply changes, the test writes NAME.actual.txt beside the approved file and fails;
// `bash tests/approve` shows the difference in words and takes it over.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/bot/test_chat.h"

namespace {

std::string play(const std::string& approved) {
  std::string actual, line;
  TestChat chat;
  std::istringstream in(approved);
  while (std::getline(in, line)) {
    if (line.starts_with("# ")) actual += line + "\n";
    if (!line.starts_with("> ")) continue;
    const bot::Reply reply = chat.say(line.substr(2));
    actual += (actual.empty() ? "" : "\n") + line + "\n\n[" + knowledge::name(reply.triage.level);
    for (const auto& flag : reply.triage.red_flags) actual += " " + flag.id;
    actual += "]\n" + reply.text + "\n";
  }
  return actual;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("conversations: every approved transcript is answered as approved", "[conversations]") {
  const std::filesystem::path folder = std::filesystem::path(SOURCE_DIR) / "tests/conversations";
  int transcripts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".txt") || name.ends_with(".actual.txt")) continue;
    ++transcripts;
    const std::string approved = read(entry.path());
    const std::string actual = play(approved);
    auto actual_path = entry.path();
    actual_path.replace_extension(".actual.txt");
    if (actual == approved) {
      std::filesystem::remove(actual_path);
    } else {
      std::ofstream(actual_path) << actual;
    }
    INFO(name << " has changed; read the difference with: bash tests/approve");
    CHECK(actual == approved);
  }
  CHECK(transcripts >= 10);
}
