// Entry point: numbers_for. What each country has; the clinic's own settings come first.
//
// Numbers are those that the red flag table names, each country's official emergency number, and
// lines that their own bodies publish: Australia 13 11 14 (Lifeline), 13 11 26 (Poisons Information
// Centre), 1800 022 222 (Healthdirect); Canada 988 (Public Health Agency of Canada); India 14416
// (Tele MANAS, Ministry of Health); Ireland 116 123 (Samaritans), 01 809 2166 (poisons.ie); New
// Zealand 1737 (national telehealth service), 0800 764 766 (poisons.co.nz).
// A line that no source of ours names stays generic: a wrong number is worse than none.
#include <algorithm>
#include <array>
#include <string_view>

#include "bot/settings.h"

namespace bot {

namespace {

struct Country {
  std::string_view code;
  std::string_view emergency, emergency_tel;
  std::string_view urgent_line, urgent_tel;
  std::string_view crisis, crisis_tel;
  std::string_view poison;
};

constexpr std::string_view kAnyEmergency = "your local emergency number (911, 999 or 112)";
constexpr std::string_view kAnyUrgent = "a nurse line";
constexpr std::string_view kAnyCrisis = "your local crisis line";
constexpr std::string_view kAnyPoison = "your local poison line";

constexpr Country kAnywhere = {"", kAnyEmergency, "", kAnyUrgent, "", kAnyCrisis, "", kAnyPoison};

constexpr std::array kCountries = {
    Country{"US", "911", "911", kAnyUrgent, "", "the 988 crisis line", "988",
            "the poison line at 1-800-222-1222"},
    Country{"GB", "999", "999", "NHS 111", "111",
            "Samaritans on 116 123, NHS 111 (option 2), or SHOUT by text on 85258", "116123",
            kAnyPoison},
    Country{"IE", "112 or 999", "112", kAnyUrgent, "", "Samaritans on 116 123", "116123",
            "the poisons line at 01 809 2166 (8 am to 10 pm)"},
    Country{"AU", "000", "000", "Healthdirect on 1800 022 222", "1800022222",
            "Lifeline on 13 11 14", "131114", "the poisons line at 13 11 26"},
    Country{"CA", "911", "911", kAnyUrgent, "", "the 988 crisis line", "988", kAnyPoison},
    Country{"IN", "112", "112", kAnyUrgent, "", "Tele MANAS on 14416", "14416", kAnyPoison},
    Country{"NZ", "111", "111", kAnyUrgent, "", "1737 (call or text)", "1737",
            "the poisons line at 0800 764 766"},
};

// The European Union without Ireland: 112 everywhere.
constexpr std::array<std::string_view, 26> kUnion = {
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"};

Country country_of(std::string_view code) {
  if (code == "UK") code = "GB";
  if (code == "EL") code = "GR";
  const auto it = std::find_if(kCountries.begin(), kCountries.end(),
                               [&](const Country& country) { return country.code == code; });
  if (it != kCountries.end()) return *it;
  Country country = kAnywhere;
  if (std::find(kUnion.begin(), kUnion.end(), code) != kUnion.end()) {
    country.emergency = country.emergency_tel = "112";
  }
  return country;
}

// The first number in words a clinic wrote: "999 or 112" dials 999. Empty: nothing to dial.
std::string dialable(std::string_view words) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string number = words[i] == '+' ? "+" : "";
    size_t digits = 0;
    for (size_t at = i + number.size(); at < words.size(); ++at) {
      const char c = words[at];
      if (c >= '0' && c <= '9') {
        number += c;
        ++digits;
      } else if (digits == 0 || (c != ' ' && c != '-' && c != '(' && c != ')')) {
        break;
      }
    }
    if (digits >= 3) return number;
  }
  return "";
}

void choose(const std::string& own, std::string_view words, std::string_view tel, std::string& out,
            std::string& out_tel) {
  out = own.empty() ? std::string(words) : own;
  out_tel = own.empty() ? std::string(tel) : dialable(own);
}

}  // namespace

Numbers numbers_for(const Settings& settings) {
  const Country country = country_of(settings.country);
  Numbers numbers;
  choose(settings.emergency_number, country.emergency, country.emergency_tel, numbers.emergency,
         numbers.emergency_tel);
  choose(settings.urgent_line, country.urgent_line, country.urgent_tel, numbers.urgent_line,
         numbers.urgent_tel);
  choose(settings.crisis_line, country.crisis, country.crisis_tel, numbers.crisis,
         numbers.crisis_tel);
  numbers.poison = country.poison;
  return numbers;
}

}  // namespace bot
