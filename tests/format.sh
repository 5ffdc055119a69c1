#!/bin/bash
# Fails when a C++ file is not formatted as .clang-format says. Usage: format.sh ROOT
cd "$1" || exit 2
find base intents knowledge bot tests \( -name '*.h' -o -name '*.cpp' \) -print0 |
  xargs -0 -P "$(nproc)" -n 20 clang-format --dry-run --Werror
