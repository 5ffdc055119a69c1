// `backtalk chat`: a conversation in the terminal. Ends at "quit" or at the end of the input.
#include <unistd.h>

#include <iostream>

#include "bot/cli/command.h"
#include "bot/cli/talk.h"
#include "bot/cli/terminal.h"

namespace bot::cli {

namespace {

ExitCode chat(const Globals& globals) {
  const World world = load_world(globals);
  if (!world.problems.empty()) return report_problems(world.problems);
  Talk talk(world);
  const bool person = ::isatty(STDIN_FILENO) == 1;
  if (person) std::cout << "Type your message. \"quit\" ends the chat.\n\n";
  std::optional<Question> asked;
  std::string line;
  while (true) {
    if (person) std::cout << "> ";
    std::cout.flush();
    if (!std::getline(std::cin, line) || line == "quit") return kFine;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto tapped = read_numbers(line, asked);
    const auto outcome =
        talk.say(ChatRequest{tapped ? "" : line, tapped, "", ""}, std::chrono::system_clock::now());
    std::cout << '\n';
    if (const auto* refused = std::get_if<Refused>(&outcome)) {
      std::cout << refused->detail << "\n\n";
      continue;
    }
    const Reply& reply = std::get<Reply>(outcome);
    draw(std::cout, reply);
    asked = reply.question;
  }
}

}  // namespace

Run declare_chat(CLI::App&) { return chat; }

}  // namespace bot::cli
