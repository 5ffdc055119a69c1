# What bot/run and tests/run share: Debian packages and builds. To be sourced; knows $root after.
#
# Promise: everything it does and prints goes to stderr and reads nothing from stdin; when all is up
# to date, up_to_date answers in a few milliseconds, without cmake or dpkg.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

build_packages=(g++ cmake ninja-build pkg-config ccache libre2-dev libicu-dev libsqlite3-dev
  libhunspell-dev hunspell-en-us hunspell-en-gb nlohmann-json3-dev libcpp-httplib-dev libcli11-dev libspdlog-dev)
test_packages=(catch2 clang-format git)
# For the pages in a browser; a node or Chromium of one's own is as good.
command -v chromium >/dev/null || test_packages+=(chromium)
command -v node >/dev/null && command -v npm >/dev/null || test_packages+=(nodejs npm)

# install_packages NAME...: those that are missing, as root or through sudo.
install_packages() {
  local name missing=() as_root=()
  for name in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] ||
      missing+=("$name")
  done
  ((${#missing[@]} == 0)) && return
  if ((EUID != 0)); then
    command -v sudo >/dev/null || {
      echo "backtalk: please install as root: apt-get install ${missing[*]}" >&2
      return 4
    }
    as_root=(sudo)
  fi
  echo "backtalk: installing ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -q </dev/null >&2 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qy --no-install-recommends "${missing[@]}" </dev/null >&2
}

# up_to_date PRESET FOLDER...: nothing that is built from was changed since the last build.
up_to_date() {
  local preset=$1 stamp=$root/build/$1/built
  shift
  [[ -e $stamp ]] || return
  [[ -z $(cd "$root" && find setup.sh CMakeLists.txt CMakePresets.json "$@" \
    -name en -prune -o -newer "$stamp" -print -quit) ]]
}

# build_preset PRESET TARGET...: configured when it is new, then built; one at a time.
build_preset() {
  local preset=$1 folder=$root/build/$1
  shift
  mkdir -p "$folder"
  (
    flock 9
    cd "$root" || exit 4
    touch "$folder/begun"
    [[ -e $folder/build.ninja ]] || cmake --preset "$preset" || exit
    cmake --build --preset "$preset" --target "$@" && mv "$folder/begun" "$folder/built"
  ) </dev/null >&2 9>"$folder/lock"
}
