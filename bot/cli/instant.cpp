#include "bot/cli/instant.h"

#include <cstdio>

namespace bot::cli {

std::optional<Instant> read_instant(const std::string& text) {
  using namespace std::chrono;
  int year_number = 0, hour = 0, minute = 0, second = 0;
  unsigned month_number = 0, day_number = 0;
  int read = 0;
  const int fields = std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &year_number,
                                 &month_number, &day_number, &hour, &minute, &second, &read);
  const year_month_day date{year{year_number}, month{month_number}, day{day_number}};
  const bool clock =
      hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (fields != 6 || read != static_cast<int>(text.size()) || !date.ok() || !clock) {
    return std::nullopt;
  }
  return Instant(sys_days{date}) + hours(hour) + minutes(minute) + seconds(second);
}

}  // namespace bot::cli
