// What a clinic sets for itself: its name, country, numbers, contact, and the server's limits.
//
// Promise: load_settings() takes the defaults, then the JSON file, then environment variables
// BACKTALK_*, then flags (the caller sets those last), and reports every fault. Nothing here can
// switch off the search for danger signs.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"

namespace bot {

struct Settings {
  // The clinic, as patients read it.
  std::string clinic_name = "this clinic";
  std::string country;         // ISO 3166 alpha-2, upper case; empty: unknown
  std::string clinic_contact;  // "01234 567890, weekdays 9 to 5"; empty: none
  std::string clinic_phone;    // for tap-to-call; may be empty
  std::string clinic_url;
  // Empty: what the country has, or words that fit any country.
  std::string emergency_number;
  std::string urgent_line;
  std::string crisis_line;

  // The server.
  std::string host = "127.0.0.1";
  int port = 8080;
  std::vector<std::string> allowed_origins;  // exact, "https://clinic.example"
  std::chrono::seconds session_idle{30 * 60};
  std::chrono::seconds session_lifetime{24 * 3600};
  size_t max_sessions = 20'000;
  size_t max_message_chars = 4000;  // code points
  size_t max_body_bytes = 64 * 1024;
  int threads = 64;
};

// `file` may be empty. Environment names: BACKTALK_ + the field in capitals (BACKTALK_COUNTRY).
Settings load_settings(const std::filesystem::path& file, base::Problems& problems);

// The numbers and names patients read, with the country's defaults and the fallback wording
// ("your local emergency number (911, 999 or 112)") filled in. Keys are the {slots} of texts:
// EMERGENCY, URGENT_LINE, CRISIS, POISON, CLINIC, CONTACT, MATERNITY.
struct Numbers {
  std::string emergency;      // as a person reads it: "999"
  std::string emergency_tel;  // to dial: "999"; empty when the country is unknown
  std::string urgent_line, urgent_tel;
  std::string crisis, crisis_tel;
  std::string poison;
};
Numbers numbers_for(const Settings&);

}  // namespace bot
