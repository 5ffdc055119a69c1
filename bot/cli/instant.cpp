#include "bot/cli/instant.h"

#include <algorithm>
#include <string_view>

namespace bot::cli {

std::optional<Instant> read_instant(const std::string& text) {
  using namespace std::chrono;
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  const bool fits =
      std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(),
                 [](char c, char f) { return f == '0' ? c >= '0' && c <= '9' : c == f; });
  if (!fits) return std::nullopt;
  const auto number = [&text](size_t at, size_t digits) {
    return std::stoi(text.substr(at, digits));
  };
  const year_month_day date{year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                            day{static_cast<unsigned>(number(8, 2))}};
  const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Instant(sys_days{date}) + hours(hour) + minutes(minute) + seconds(second);
}

}  // namespace bot::cli
