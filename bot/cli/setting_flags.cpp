// Entry point: add_setting_flags.
#include "bot/cli/setting_flags.h"

#include <algorithm>

namespace bot::cli {

namespace {

struct Flag {
  const char* name;  // of the setting; the flag has "-" for "_"
  const char* type;
  const char* about;
};

constexpr Flag kFlags[] = {
    {"clinic_name", "TEXT", "the clinic's name, as patients read it"},
    {"country", "CODE", "two letters, for emergency numbers: US, GB, ..."},
    {"clinic_contact", "TEXT", "how to reach the clinic"},
    {"clinic_phone", "NUMBER", "the clinic's phone, for tap to call"},
    {"clinic_url", "URL", "the clinic's website"},
    {"emergency_number", "TEXT", "instead of the country's"},
    {"urgent_line", "TEXT", "instead of the country's"},
    {"crisis_line", "TEXT", "instead of the country's"},
    {"host", "ADDRESS", "where the server listens (127.0.0.1)"},
    {"port", "NUMBER", "its port (8080); 0 takes a free one"},
    {"allowed_origins", "LIST", "websites that may embed the chat, with commas between"},
    {"session_idle", "SECONDS", "a conversation ends after this long without a message"},
    {"session_lifetime", "SECONDS", "and after this long in any case"},
    {"max_sessions", "NUMBER", "conversations kept at once"},
    {"max_message_chars", "NUMBER", "longest message"},
    {"max_body_bytes", "NUMBER", "largest request"},
    {"threads", "NUMBER", "of the server"},
};

}  // namespace

void add_setting_flags(CLI::App& app, std::map<std::string, std::string>& settings) {
  for (const Flag& flag : kFlags) {
    std::string option = std::string("--") + flag.name;
    std::replace(option.begin(), option.end(), '_', '-');
    const std::string name = flag.name;
    app.add_option_function<std::string>(
           option, [&settings, name](const std::string& text) { settings[name] = text; },
           flag.about)
        ->type_name(flag.type)
        ->group("Settings");
  }
}

}  // namespace bot::cli
