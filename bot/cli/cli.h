// The command line: which command was asked for, and with what exit code it ends.
//
// Promise: data goes to stdout; logs, problems and usage faults go to stderr.
#pragma once

namespace bot::cli {

// The process's exit code, one of ExitCode (command.h).
int run(int argc, char** argv);

}  // namespace bot::cli
