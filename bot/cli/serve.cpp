// `backtalk serve`: the web server.
#include <unistd.h>

#include <iostream>

#include "bot/cli/command.h"
#include "bot/cli/program_version.h"
#include "bot/http/server.h"
#include "bot/memory_sessions.h"

namespace bot::cli {

namespace {

ExitCode run_server(const Globals& globals) {
  World world = load_world(globals);
  if (world.web.empty()) {
    world.problems.push_back({"web", "",
                              "no web folder was found beside the program or above it; say where "
                              "it is with --web DIR"});
  }
  if (!world.problems.empty()) return report_problems(world.problems);
  MemorySessions sessions(world.settings.session_idle, world.settings.session_lifetime,
                          world.settings.max_sessions);
  Chat chat(*world.intents, *world.library, sessions, world.settings);
  const auto tell_person = [&](int port) {
    if (::isatty(STDERR_FILENO) == 0) return;  // only JSON lines go to a log
    const std::string host = world.settings.host == "0.0.0.0" ? "127.0.0.1" : world.settings.host;
    std::cerr << "Backtalk is ready: http://" << host << ':' << port << "/  (Ctrl-C stops it)\n";
  };
  return static_cast<ExitCode>(http::serve(http::backend_for(chat, kProgramVersion), world.settings,
                                           world.web, tell_person));
}

}  // namespace

Run declare_serve(CLI::App&) { return run_server; }

}  // namespace bot::cli
