#!/bin/bash
# Fails when a folder includes what it must not know: README, "The house", in executable form.
# Usage: include_direction.sh ROOT
cd "$1" || exit 2
faults=0

# breach FILES PATTERN WHY: no line of the files may match.
breach() {
  local lines
  lines=$(grep -nE "$2" $1 /dev/null) || return 0
  printf '%s\n' "$lines" | sed "s|\$|    <- $3|"
  faults=1
}

sources() { find "$@" -name '*.h' -o -name '*.cpp' | sort; }
flat() { find "$1" -maxdepth 1 \( -name '*.h' -o -name '*.cpp' \) ! -name main.cpp | sort; }
without() { sources base intents knowledge bot | grep -vE "$1"; }

# Which of our folders a folder may include.
breach "$(sources base)" '#include "(intents|knowledge|bot|tests)/' 'base knows nobody'
breach "$(sources intents)" '#include "(knowledge|bot|tests)/' 'intents knows base only'
breach "$(sources knowledge)" '#include "(intents|bot|tests)/' 'knowledge knows base only'
breach "$(flat bot)" '#include "(bot/(http|cli)|tests)/' 'bot does not know who calls it'
breach "$(sources bot/http)" '#include "(bot/cli|tests)/' 'http does not know the commands'
breach "$(sources bot/cli bot/main.cpp)" '#include "tests/' 'the program does not know its tests'

# Which files may open the door to a library that is not ours.
breach "$(without '^intents/')" '#include <(re2|unicode|hunspell)/' 'RE2, ICU, hunspell: intents/ only'
breach "$(without '^(knowledge/search|bot/[a-z_]*_sessions)\.')" '#include <sqlite3' \
  'SQLite: search and session stores only'
breach "$(without '^bot/[a-z_]*_sessions\.')" '#include <hiredis' 'hiredis: session stores only'
breach "$(without '^bot/http/')" '#include <httplib' 'httplib: bot/http/ only'
breach "$(without '^bot/cli/')" '#include <CLI/' 'CLI11: bot/cli/ only'
breach "$(without '^bot/(http|cli)/')" '#include <spdlog/' 'spdlog: bot/http/ and bot/cli/ only'
breach "$(without '^(base/data_(file|node)|bot/wire|bot/[a-z_]*_sessions)\.|^bot/(http|cli)/')" \
  '#include <nlohmann/json' 'JSON stays at the edges'

exit $faults
