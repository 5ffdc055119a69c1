// Entry points: edit_distance, slip_rank.
#include "intents/slips.h"

#include <algorithm>
#include <array>

namespace intents {

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit || n > 63 || m > 63) return limit + 1;
  std::array<std::array<int, 64>, 3> rows{};
  auto* before = rows[0].data();
  auto* last = rows[1].data();
  auto* now = rows[2].data();
  for (int j = 0; j <= m; ++j) last[j] = j;
  for (int i = 1; i <= n; ++i) {
    now[0] = i;
    int least = i;
    for (int j = 1; j <= m; ++j) {
      const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
      least = std::min(least, now[j]);
    }
    if (least > limit) return limit + 1;
    auto* spare = before;
    before = last, last = now, now = spare;
  }
  return last[m];
}

namespace {

enum Rank { kDoubled, kSwapped, kLeftOut, kKeyBeside, kAnother, kFirstLetter };

bool keys_touch(char a, char b) {
  static constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  int row_a = -1, row_b = -1, at_a = 0, at_b = 0;
  for (int row = 0; row < 3; ++row) {
    if (const auto at = kRows[row].find(a); at != std::string_view::npos) {
      row_a = row, at_a = static_cast<int>(at);
    }
    if (const auto at = kRows[row].find(b); at != std::string_view::npos) {
      row_b = row, at_b = static_cast<int>(at);
    }
  }
  if (row_a < 0 || row_b < 0) return false;
  return std::abs(row_a - row_b) <= 1 && std::abs(at_a - at_b) <= 1;
}

// Where the longer word has one letter more, and whether that repeats its neighbour.
bool doubles(std::string_view longer, size_t at) {
  return (at > 0 && longer[at] == longer[at - 1]) ||
         (at + 1 < longer.size() && longer[at] == longer[at + 1]);
}

}  // namespace

int slip_rank(std::string_view typed, std::string_view meant) {
  size_t at = 0;
  while (at < typed.size() && at < meant.size() && typed[at] == meant[at]) ++at;
  if (typed.size() > meant.size()) {
    return doubles(typed, at) ? kDoubled : at == 0 ? kFirstLetter : kAnother;
  }
  if (typed.size() < meant.size()) {
    return doubles(meant, at) ? kDoubled : at == 0 ? kFirstLetter : kLeftOut;
  }
  if (at + 1 < typed.size() && typed[at] == meant[at + 1] && typed[at + 1] == meant[at] &&
      typed.substr(at + 2) == meant.substr(at + 2)) {
    return kSwapped;
  }
  if (at == 0) return kFirstLetter;
  return keys_touch(typed[at], meant[at]) ? kKeyBeside : kAnother;
}

}  // namespace intents
