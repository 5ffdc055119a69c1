// The program: `backtalk COMMAND`. All commands stand in bot/cli.
#include "bot/cli/cli.h"

int main(int argc, char** argv) { return bot::cli::run(argc, argv); }
