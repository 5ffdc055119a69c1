#include <arpa/inet.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"

TEST_CASE("exit codes: what was typed wrongly is 2, with words on stderr only", "[exit_codes]") {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"nonsense"},
      {"version", "--nonsense"},
      {"ask"},
      {"ask", "my back hurts", "--batch", "-"},
      {"ask", "my back hurts", "--now", "yesterday"},
      {"ask", "my back hurts", "--country", "Atlantis"},
      {"ask", "my back hurts", "--port", "many"},
      {"sample", "no_such_finding"},
      {"sample", "numb_saddle", "--count", "0"},
      {"context"},
      {"eval"},
  };
  for (const auto& arguments : wrong) {
    std::string typed;
    for (const auto& argument : arguments) typed += argument + ' ';
    INFO(typed);
    const Ran ran = run(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
  }
}

TEST_CASE("exit codes: a word that is no command is named", "[exit_codes]") {
  CHECK(run({"nonsense"}).err.find("\"nonsense\" is no command") != std::string::npos);
  CHECK(run({}).err.find("subcommand is required") != std::string::npos);
}

TEST_CASE("exit codes: help and versions are 0, on stdout", "[exit_codes]") {
  for (const auto* argument : {"--help", "version", "openapi"}) {
    INFO(argument);
    const Ran ran = run({argument});
    CHECK(ran.code == 0);
    CHECK_FALSE(ran.out.empty());
    CHECK(ran.err.empty());
  }
  CHECK(run({"ask", "--help"}).code == 0);
}

TEST_CASE("exit codes: a file that cannot be read is 4", "[exit_codes]") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"ask", "--batch", "/no/such/file"},
                                             {"ask", "--batch", "/tmp"},
                                             {"context", "--batch", "/no/such/file"},
                                             {"eval", "/no/such/file"},
                                             {"openapi", "--web", "/no/such/folder"}}) {
    INFO(arguments[0]);
    const Ran ran = run(arguments);
    CHECK(ran.code == 4);
    CHECK_FALSE(ran.err.empty());
  }
}

TEST_CASE("exit codes: output that cannot be written is 4", "[exit_codes]") {
  const Ran ran = run({"version"}, "", "/dev/full");
  CHECK(ran.code == 4);
  CHECK(ran.err == "backtalk: cannot write to standard output\n");
}

TEST_CASE("exit codes: a data folder that is none is 3", "[exit_codes]") {
  for (const auto* command : {"check", "version", "chat", "serve"}) {
    INFO(command);
    CHECK(run({command, "--data", "/no/such/folder"}).code == 3);
  }
  const Ran ran = run({"ask", "hello", "--data", "/no/such/folder"});
  CHECK(ran.code == 3);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("intents/en/findings: the folder is missing") != std::string::npos);
  CHECK(ran.err.find("knowledge/en/topics: the folder is missing") != std::string::npos);
}

TEST_CASE("exit codes: a wrong setting in a file is bad data and named", "[exit_codes]") {
  const TempFolder folder;
  folder.write("clinic.json", R"({"country": "Atlantis", "prot": 1})");
  const Ran ran = run({"ask", "hello", "--settings", folder.path() / "clinic.json"});
  CHECK(ran.code == 3);
  CHECK(ran.err.find("clinic.json, country: this must be a country code") != std::string::npos);
  CHECK(ran.err.find("clinic.json, prot: this is not a setting") != std::string::npos);
}

TEST_CASE("flags: there is one for every setting", "[flags]") {
  const TempFolder folder;
  folder.write("clinic.json", R"({"nonsense": 1})");
  const Ran ran = run({"version", "--settings", folder.path() / "clinic.json"});
  const size_t list = ran.err.find("the settings are: ");
  REQUIRE(list != std::string::npos);
  std::istringstream names(ran.err.substr(list + 18, ran.err.find(')', list) - list - 18));
  const std::string help = run({"--help"}).out;
  int count = 0;
  for (std::string name; names >> name; ++count) {
    if (name.back() == ',') name.pop_back();
    for (char& c : name) c = c == '_' ? '-' : c;
    INFO(name);
    CHECK(help.find("--" + name + " ") != std::string::npos);
  }
  CHECK(count > 10);
}

TEST_CASE("flags: the flag wins over the file", "[flags]") {
  const TempFolder folder;
  folder.write("clinic.json", R"({"country": "GB"})");
  const std::string file = folder.path() / "clinic.json";
  const std::string message = "i cant feel between my legs and i wet myself";
  CHECK(run({"ask", message, "--settings", file}).out.find("999") != std::string::npos);
  const Ran ran = run({"ask", message, "--settings", file, "--country", "US"});
  CHECK(ran.out.find("911") != std::string::npos);
  CHECK(ran.out.find("999") == std::string::npos);
}

TEST_CASE("exit codes: serve without its web files is 3, without its port 4", "[exit_codes]") {
  CHECK(run({"serve", "--web", "/no/such/folder"}).code == 3);

  const int taken = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(taken, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(::listen(taken, 1) == 0);
  REQUIRE(::getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  const Ran ran = run({"serve", "--port", std::to_string(ntohs(address.sin_port))});
  ::close(taken);
  CHECK(ran.code == 4);
  CHECK(ran.err.find("cannot_listen") != std::string::npos);
}
