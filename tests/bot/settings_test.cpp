#include "bot/settings.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using bot::Settings;

namespace {

// A settings file that is gone again at the end of the test.
class SettingsFile {
 public:
  explicit SettingsFile(const std::string& text) {
    char name[] = "/tmp/backtalk_settings_XXXXXX";
    const int fd = ::mkstemp(name);
    REQUIRE(fd >= 0);
    ::close(fd);
    path_ = name;
    std::ofstream(path_) << text;
  }
  ~SettingsFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

std::vector<std::string> faults_of(const std::string& text) {
  const SettingsFile file(text);
  base::Problems problems;
  bot::load_settings(file.path(), problems);
  std::vector<std::string> faults;
  for (const auto& p : problems) faults.push_back(p.place + ": " + p.what);
  return faults;
}

}  // namespace

TEST_CASE("settings: no file and no variables give the defaults", "[settings]") {
  base::Problems problems;
  const Settings settings = bot::load_settings({}, problems);
  CHECK(problems.empty());
  CHECK(settings.port == 8080);
  CHECK(settings.host == "127.0.0.1");
  CHECK(settings.clinic_name == "this clinic");
}

TEST_CASE("settings: the file changes what it names, the environment comes after it",
          "[settings]") {
  const SettingsFile file(R"({"note": "ours", "clinic_name": "Hill Clinic", "country": "gb",
      "port": 9000, "session_idle": 600, "allowed_origins": ["https://hill.example"]})");
  const Variable port("BACKTALK_PORT", "9001");
  const Variable origins("BACKTALK_ALLOWED_ORIGINS", "https://a.example, https://b.example:8443");
  base::Problems problems;
  const Settings settings = bot::load_settings(file.path(), problems);
  CHECK(problems.empty());
  CHECK(settings.clinic_name == "Hill Clinic");
  CHECK(settings.country == "GB");
  CHECK(settings.port == 9001);
  CHECK(settings.session_idle == std::chrono::minutes(10));
  CHECK(settings.allowed_origins ==
        std::vector<std::string>{"https://a.example", "https://b.example:8443"});
}

TEST_CASE("settings: each kind of fault in a file is reported with its place", "[settings]") {
  struct Row {
    const char* text;
    const char* place;
    const char* part;
  };
  const Row rows[] = {
      {R"({"contry": "GB"})", "contry", "not a setting"},
      {R"({"country": "England"})", "country", "two letters"},
      {R"({"country": 44})", "country", "text"},
      {R"({"port": "80"})", "port", "whole number"},
      {R"({"port": 80.5})", "port", "whole number"},
      {R"({"port": 65536})", "port", "from 0 to 65535"},
      {R"({"threads": 0})", "threads", "from 1 to"},
      {R"({"clinic_url": "javascript:x"})", "clinic_url", "https://"},
      {R"({"clinic_phone": "call us"})", "clinic_phone", "digits"},
      {R"({"clinic_name": "a\nb"})", "clinic_name", "one line"},
      {R"({"allowed_origins": ["https://ok.example", "https://x.example/"]})",
       "allowed_origins, 2nd entry", "no slash"},
      {R"({"allowed_origins": ["*"]})", "allowed_origins, 1st entry", "no *"},
      {R"({"allowed_origins": ["null"]})", "allowed_origins, 1st entry", "origin"},
      {R"({"allowed_origins": []})", "allowed_origins", "empty"},
      {R"({"port": 1, "port": 2})", "", "twice"},
      {R"({"port": )", "line 1, column 10", "JSON"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto faults = faults_of(row.text);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].rfind(std::string(row.place) + ": ", 0) == 0);
    CHECK(faults[0].find(row.part) != std::string::npos);
  }
}

TEST_CASE("settings: all faults are reported at once, and the setting stays as it was",
          "[settings]") {
  const SettingsFile file(R"({"port": -1, "threads": 0, "nonsense": true})");
  base::Problems problems;
  const Settings settings = bot::load_settings(file.path(), problems);
  CHECK(problems.size() == 3);
  CHECK(settings.port == 8080);
  CHECK(settings.threads == 64);
}

TEST_CASE("settings: a bad or unknown variable is a fault", "[settings]") {
  struct Row {
    const char* name;
    const char* value;
    bool fine;
  };
  const Row rows[] = {
      {"BACKTALK_PORT", "80x", false},     {"BACKTALK_PORT", "99999999999999999999", false},
      {"BACKTALK_PORT", "0", true},        {"BACKTALK_CONTRY", "GB", false},
      {"BACKTALK_country", "GB", false},   {"BACKTALK_COUNTRY", "GBR", false},
      {"BACKTALK_COUNTRY", "", true},      {"BACKTALK_ALLOWED_ORIGINS", "https://a.b,*", false},
      {"BACKTALK_CLINIC_NAME", "A", true},
  };
  for (const Row& row : rows) {
    INFO(row.name << "=" << row.value);
    const Variable variable(row.name, row.value);
    base::Problems problems;
    bot::load_settings({}, problems);
    CHECK(problems.empty() == row.fine);
    if (!row.fine) CHECK(problems.at(0).file == row.name);
  }
}

TEST_CASE("settings: a missing file and an idle time over the lifetime are faults", "[settings]") {
  base::Problems problems;
  bot::load_settings("/nowhere/settings.json", problems);
  CHECK(problems.size() == 1);
  CHECK(faults_of(R"({"session_idle": 7200, "session_lifetime": 3600})").size() == 1);
}
