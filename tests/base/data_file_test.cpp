#include "base/data_file.h"

#include <catch2/catch.hpp>
#include <functional>

#include "tests/base/temp_folder.h"

using base::DataFile;
using base::DataNode;
using Lines = std::vector<std::string>;

namespace {

// What an author is told when `text` is read as `read` does.
Lines faults(const std::string& text, const std::function<void(const DataNode&)>& read = {}) {
  const TempFolder folder;
  folder.write("fever.json", text);
  base::Problems problems;
  const DataFile file(folder.path() / "fever.json", "findings/fever.json", problems);
  if (read) read(file.root());
  return lines_of(problems);
}

const std::string kBroken =
    "this is not valid JSON (a missing comma, quote or bracket here or shortly before?)";

}  // namespace

TEST_CASE("data file: an ordinal names a place as people do", "[data_file]") {
  const std::pair<size_t, const char*> kTable[] = {
      {1, "1st"},   {2, "2nd"},   {3, "3rd"},   {4, "4th"},     {11, "11th"},
      {12, "12th"}, {13, "13th"}, {21, "21st"}, {112, "112th"}, {122, "122nd"}};
  for (const auto& [n, text] : kTable) CHECK(base::ordinal(n) == text);
}

TEST_CASE("data file: a file that is not there is one problem", "[data_file]") {
  base::Problems problems;
  const DataFile file("/nowhere/fever.json", "findings/fever.json", problems);
  CHECK_FALSE(file.ok());
  CHECK(file.stem() == "fever");
  CHECK(lines_of(problems) == Lines{"findings/fever.json: the file is missing or cannot be read"});
}

TEST_CASE("data file: broken JSON is named by line and column", "[data_file]") {
  const std::pair<const char*, const char*> kTable[] = {{"", "line 1, column 1"},
                                                        {"{", "line 1, column 2"},
                                                        {"{\"a\" 1}", "line 1, column 6"},
                                                        {"{\n  \"a\": 1,\n}", "line 3, column 1"},
                                                        {"{\n  \"a\": \"x\n}", "line 2, column 10"},
                                                        {"{\"a\": tru}", "line 1, column 10"},
                                                        {"{\"a\": \"\xFF\"}", "line 1, column 8"},
                                                        {"{} {}", "line 1, column 4"}};
  for (const auto& [text, place] : kTable) {
    INFO(text);
    CHECK(faults(text) == Lines{"findings/fever.json, " + std::string(place) + ": " + kBroken});
  }
}

TEST_CASE("data file: a whole file that is no object or no number is a problem", "[data_file]") {
  CHECK(faults("[1, 2]") == Lines{"findings/fever.json: the file must hold one object { ... }"});
  CHECK(faults("{\"a\": 1e999}") == Lines{"findings/fever.json: a number is too large"});
}

TEST_CASE("data file: a key that stands twice is a problem, in inner objects too", "[data_file]") {
  CHECK(faults(R"({"id": "a", "id": "b"})") ==
        Lines{"findings/fever.json: the key \"id\" stands twice in one object"});
  CHECK(faults(R"({"list": [{"x": 1, "x": 2}], "x": 3})") ==
        Lines{"findings/fever.json: the key \"x\" stands twice in one object"});
  CHECK(faults(R"({"a": {"x": 1}, "b": {"x": 2}})").empty());
}

TEST_CASE("data file: unknown keys are named with those that are known", "[data_file]") {
  const auto read = [](const DataNode& root) {
    root.allow_only({"id", "title"});
    root.object("in").allow_only({"text"});
  };
  CHECK(faults(R"({"id": 1, "titel": 2, "note": "fine", "in": {"txt": 1}})", read) ==
        Lines{"findings/fever.json: the key \"titel\" is not known here (known: id, title)",
              "findings/fever.json: the key \"in\" is not known here (known: id, title)",
              "findings/fever.json, in: the key \"txt\" is not known here (known: text)"});
}

TEST_CASE("data file: a required key that is missing is a problem", "[data_file]") {
  const auto read = [](const DataNode& root) {
    CHECK(root.text("a").empty());
    CHECK(root.integer("b") == 0);
    CHECK(root.texts("c").empty());
    CHECK(root.list("d").empty());
    CHECK(root.object("e").text("inner").empty());
    CHECK(root.choice("f", {"x", "y"}) == 0);
  };
  const auto missing = [](const std::string& key) {
    return "findings/fever.json: the key \"" + key + "\" is missing";
  };
  CHECK(faults("{}", read) ==
        Lines{missing("a"), missing("b"), missing("c"), missing("d"), missing("e"), missing("f")});
}

TEST_CASE("data file: a wrong type is a problem at its key", "[data_file]") {
  const auto read = [](const DataNode& root) {
    root.text("text");
    root.text_or("text", "");
    root.integer("whole");
    root.integer_or("whole", 1);
    CHECK(root.number_or("number", 2.5) == 2.5);
    CHECK(root.flag_or("flag", true));
    root.texts("texts");
    root.object("object");
    root.list("list");
    root.text_lists_or_none("rows");
  };
  const std::string file = "findings/fever.json, ";
  CHECK(faults(R"({"text": 1, "whole": 1.5, "number": "1", "flag": 0, "texts": "one",
                   "object": [], "list": {}, "rows": ["one"]})",
               read) ==
        Lines{file + "text: this must be a text", file + "text: this must be a text",
              file + "whole: this must be a whole number",
              file + "whole: this must be a whole number", file + "number: this must be a number",
              file + "flag: this must be true or false",
              file + "texts: this must be a list of texts",
              file + "object: this must be an object { ... }",
              file + "list: this must be a list [ ... ]",
              file + "rows, 1st entry: this must be a list of texts"});
}

TEST_CASE("data file: empty texts and lists are problems", "[data_file]") {
  const auto read = [](const DataNode& root) {
    root.text("text");
    CHECK(root.texts("none").empty());
    CHECK(root.texts_or_none("none").empty());
    CHECK(root.list("none").empty());
    CHECK(root.texts("texts") == Lines{"good"});
    root.text_lists_or_none("rows");
  };
  const std::string file = "findings/fever.json, ";
  CHECK(
      faults(R"({"text": "", "none": [], "texts": ["good", "", 3], "rows": [["a", ""]]})", read) ==
      Lines{file + "text: the text is empty", file + "none: the list is empty",
            file + "none: the list is empty", file + "none: the list is empty",
            file + "texts, 2nd entry: this must be a text, and not empty",
            file + "texts, 3rd entry: this must be a text, and not empty",
            file + "rows, 1st entry, 2nd part: this must be a text, and not empty"});
}

TEST_CASE("data file: a word that is no choice is told with all choices", "[data_file]") {
  const auto read = [](const DataNode& root) {
    CHECK(root.choice("class", {"symptom", "event"}) == 0);
    CHECK(root.choice("kind", {"symptom", "event"}) == 1);
  };
  CHECK(faults(R"({"class": "sign", "kind": "event"})", read) ==
        Lines{"findings/fever.json, class: \"sign\" is not one of: symptom, event"});
}

TEST_CASE("data file: an entry that is no object is told once", "[data_file]") {
  const auto read = [](const DataNode& root) {
    for (const DataNode& node : root.list("not")) {
      node.allow_only({"text", "goes_to"});
      CHECK(node.text("text").empty());
      CHECK(node.text("goes_to").empty());
    }
  };
  CHECK(faults(R"({"not": ["no fever"]})", read) ==
        Lines{"findings/fever.json, not, 1st entry: this must be an object { ... }"});
}

TEST_CASE("data file: what is optional may be missing or null", "[data_file]") {
  const auto read = [](const DataNode& root) {
    CHECK(root.text_or("a", "x") == "x");
    CHECK(root.text_or("null", "x") == "x");
    CHECK(root.is_null("null"));
    CHECK(root.has("null"));
    CHECK(root.integer_or("a", 7) == 7);
    CHECK(root.number_or("a", 7.5) == 7.5);
    CHECK(root.flag_or("a", true));
    CHECK(root.texts_or_none("a").empty());
    CHECK(root.list_or_none("a").empty());
    CHECK(root.text_lists_or_none("a").empty());
  };
  CHECK(faults(R"({"null": null})", read).empty());
}

TEST_CASE("data file: members come in file order, without the notes", "[data_file]") {
  const auto read = [](const DataNode& root) {
    Lines keys;
    for (const auto& [key, node] : root.members()) keys.push_back(key + "@" + node.place());
    CHECK(keys == Lines{"z@z", "a@a"});
  };
  CHECK(faults(R"({"z": {}, "note": "why", "a": {}})", read).empty());
}

TEST_CASE("data file: a folder is read in order of name, and must not be empty", "[data_file]") {
  const TempFolder folder;
  base::Problems problems;
  Lines names;
  const auto read = [&](const DataFile& file) { names.push_back(file.name()); };
  base::for_each_data_file(folder.path(), "findings", problems, read);
  folder.write("findings/readme.txt", "no data");
  base::for_each_data_file(folder.path(), "findings", problems, read);
  CHECK(lines_of(problems) == Lines(2, "findings: the folder is missing or holds no .json file"));
  folder.write("findings/b.json", "{}");
  folder.write("findings/a.json", "{}");
  folder.write("findings/c.json", "{");
  folder.write("findings/x.schema.json", "{");
  problems.clear();
  base::for_each_data_file(folder.path(), "findings", problems, read);
  CHECK(names == Lines{"findings/a.json", "findings/b.json"});
  CHECK(lines_of(problems) == Lines{"findings/c.json, line 1, column 2: " + kBroken});
}
