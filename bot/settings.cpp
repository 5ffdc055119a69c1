// Entry point: load_settings. One table names every setting; file and environment both use it.
#include "bot/settings.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <variant>

#include "base/data_file.h"
#include "bot/setting_checks.h"

namespace bot {

namespace {

using Member = std::variant<std::string Settings::*, int Settings::*, size_t Settings::*,
                            std::chrono::seconds Settings::*, std::vector<std::string> Settings::*>;

struct Field {
  std::string_view name;
  Member member;
  int64_t least = 0, most = 0;  // numbers
  TextFault fault = nullptr;    // texts and the entries of lists
};

constexpr int64_t kDay = 24 * 3600;

const std::vector<Field>& fields() {
  using S = Settings;
  static const std::vector<Field> all = {
      {"clinic_name", &S::clinic_name, 0, 0, line_fault},
      {"country", &S::country, 0, 0, country_fault},
      {"clinic_contact", &S::clinic_contact, 0, 0, line_fault},
      {"clinic_phone", &S::clinic_phone, 0, 0, phone_fault},
      {"clinic_url", &S::clinic_url, 0, 0, url_fault},
      {"emergency_number", &S::emergency_number, 0, 0, line_fault},
      {"urgent_line", &S::urgent_line, 0, 0, line_fault},
      {"crisis_line", &S::crisis_line, 0, 0, line_fault},
      {"host", &S::host, 0, 0, line_fault},
      {"port", &S::port, 0, 65535},
      {"allowed_origins", &S::allowed_origins, 0, 0, origin_fault},
      {"session_idle", &S::session_idle, 60, 30 * kDay},
      {"session_lifetime", &S::session_lifetime, 60, 30 * kDay},
      {"max_sessions", &S::max_sessions, 1, 10'000'000},
      {"max_message_chars", &S::max_message_chars, 200, 20'000},
      {"max_body_bytes", &S::max_body_bytes, 4096, 1024 * 1024},
      {"threads", &S::threads, 1, 4096},
  };
  return all;
}

const Field* find_field(std::string_view name) {
  const auto it = std::find_if(fields().begin(), fields().end(),
                               [&](const Field& field) { return field.name == name; });
  return it == fields().end() ? nullptr : &*it;
}

std::string range_words(const Field& field) {
  return "this must be a whole number from " + std::to_string(field.least) + " to " +
         std::to_string(field.most);
}

// Each assign_* returns what is wrong and then leaves the setting as it was.

std::string assign_number(Settings& settings, const Field& field, int64_t value) {
  if (value < field.least || value > field.most) return range_words(field);
  std::visit(
      [&](auto member) {
        using T = std::decay_t<decltype(settings.*member)>;
        if constexpr (std::is_integral_v<T> || std::is_same_v<T, std::chrono::seconds>) {
          settings.*member = static_cast<T>(value);
        }
      },
      field.member);
  return "";
}

std::string assign_text(Settings& settings, const Field& field, const std::string& value) {
  const std::string fault = field.fault(value);
  if (fault.empty()) settings.*std::get<std::string Settings::*>(field.member) = value;
  return fault;
}

bool is_text(const Field& field) {
  return std::holds_alternative<std::string Settings::*>(field.member);
}
bool is_list(const Field& field) {
  return std::holds_alternative<std::vector<std::string> Settings::*>(field.member);
}
std::vector<std::string>& list_of(Settings& settings, const Field& field) {
  return settings.*std::get<std::vector<std::string> Settings::*>(field.member);
}

void read_member(Settings& settings, const Field& field, const base::DataNode& root,
                 const base::Problems& problems) {
  const size_t before = problems.size();
  if (is_list(field)) {
    const auto values = root.texts(field.name);
    for (size_t i = 0; i < values.size(); ++i) {
      const std::string fault = field.fault(values[i]);
      if (!fault.empty()) root.problem_in_list(field.name, i, fault);
    }
    if (problems.size() == before) list_of(settings, field) = values;
    return;
  }
  std::string fault;
  if (is_text(field)) {
    const std::string value = root.text(field.name);
    if (problems.size() == before) fault = assign_text(settings, field, value);
  } else {
    const int64_t value = root.integer(field.name);
    if (problems.size() == before) fault = assign_number(settings, field, value);
  }
  if (!fault.empty()) root.problem_at(field.name, fault);
}

void read_file(const std::filesystem::path& path, Settings& settings, base::Problems& problems) {
  const base::DataFile file(path, path.filename().string(), problems);
  if (!file.ok()) return;
  const base::DataNode root = file.root();
  for (const auto& [key, node] : root.members()) {
    const Field* field = find_field(key);
    if (field == nullptr) {
      std::string known;
      for (const Field& f : fields()) known += (known.empty() ? "" : ", ") + std::string(f.name);
      root.problem_at(key, "this is not a setting (the settings are: " + known + ")");
    } else {
      read_member(settings, *field, root, problems);
    }
  }
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find(',', start), text.size());
    const size_t first = text.find_first_not_of(' ', start);
    if (first < end) {
      const size_t last = text.find_last_not_of(' ', end - 1);
      parts.push_back(text.substr(first, last - first + 1));
    }
    start = end + 1;
  }
  return parts;
}

std::string assign_variable(Settings& settings, const Field& field, const std::string& value) {
  if (is_text(field)) return assign_text(settings, field, value);
  if (is_list(field)) {
    const auto parts = split_at_commas(value);
    for (const auto& part : parts) {
      if (const std::string fault = field.fault(part); !fault.empty()) return fault;
    }
    list_of(settings, field) = parts;
    return "";
  }
  int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end) return range_words(field);
  return assign_number(settings, field, number);
}

// A name that is none of ours is a fault: a typo in BACKTALK_COUNTRY would show wrong numbers.
void read_environment(Settings& settings, base::Problems& problems) {
  constexpr std::string_view kPrefix = "BACKTALK_";
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view line = *entry;
    const size_t equals = line.find('=');
    if (line.substr(0, kPrefix.size()) != kPrefix || equals == std::string_view::npos) continue;
    const std::string variable(line.substr(0, equals));
    std::string name = variable.substr(kPrefix.size());
    const bool upper =
        std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    std::transform(name.begin(), name.end(), name.begin(), ::tolower);
    const Field* field = upper ? find_field(name) : nullptr;
    const std::string value(line.substr(equals + 1));
    if (field == nullptr) {
      problems.push_back({variable, "", "there is no setting of this name"});
    } else if (!value.empty()) {
      const std::string fault = assign_variable(settings, *field, value);
      if (!fault.empty()) problems.push_back({variable, "", fault});
    }
  }
}

}  // namespace

Settings load_settings(const std::filesystem::path& file, base::Problems& problems) {
  Settings settings;
  if (!file.empty()) read_file(file, settings, problems);
  read_environment(settings, problems);
  std::transform(settings.country.begin(), settings.country.end(), settings.country.begin(),
                 ::toupper);
  if (settings.session_idle > settings.session_lifetime) {
    problems.push_back({"settings", "", "session_idle is longer than session_lifetime"});
  }
  return settings;
}

}  // namespace bot
