// Holds a JSON value against the parts of JSON Schema that web/openapi.json uses.
//
// Stricter than the standard: a property that the schema does not name is a fault, so that nothing
// the server sends goes undescribed.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "expression.h"

namespace http_test {

using Json = nlohmann::json;

class Schema {
 public:
  explicit Schema(Json openapi) : document_(std::move(openapi)) {}

  const Json& document() const { return document_; }

  // What is wrong, each with its place; empty: nothing.
  std::vector<std::string> faults(const Json& schema, const Json& value,
                                  const std::string& place = "$") const {
    std::vector<std::string> found;
    check(schema, value, place, found);
    return found;
  }

 private:
  using Faults = std::vector<std::string>;

  static bool has_type(const std::string& type, const Json& value) {
    return type == "object"    ? value.is_object()
           : type == "array"   ? value.is_array()
           : type == "string"  ? value.is_string()
           : type == "integer" ? value.is_number_integer()
           : type == "boolean" ? value.is_boolean()
           : type == "null"    ? value.is_null()
                               : false;
  }

  void check(const Json& schema, const Json& value, const std::string& place, Faults& found) const {
    if (schema.contains("$ref")) {
      const std::string pointer = schema["$ref"].get<std::string>().substr(1);
      return check(document_.at(Json::json_pointer(pointer)), value, place, found);
    }
    if (schema.contains("oneOf")) return check_one_of(schema["oneOf"], value, place, found);
    if (schema.contains("const") && value != schema["const"]) found.push_back(place + ": const");
    if (schema.contains("enum") &&
        std::count(schema["enum"].begin(), schema["enum"].end(), value) == 0) {
      found.push_back(place + ": " + value.dump() + " is not in the enum");
    }
    if (schema.contains("type")) {
      const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
      const bool fits = std::any_of(types.begin(), types.end(), [&](const Json& type) {
        return has_type(type.get<std::string>(), value);
      });
      if (!fits) return found.push_back(place + ": " + value.dump() + " has the wrong type");
    }
    if (value.is_string()) check_text(schema, value.get<std::string>(), place, found);
    if (value.is_array()) check_items(schema, value, place, found);
    if (value.is_object()) check_members(schema, value, place, found);
  }

  void check_one_of(const Json& choices, const Json& value, const std::string& place,
                    Faults& found) const {
    const auto fitting = std::count_if(choices.begin(), choices.end(), [&](const Json& choice) {
      return faults(choice, value).empty();
    });
    if (fitting != 1) found.push_back(place + ": fits " + std::to_string(fitting) + " of oneOf");
  }

  static void check_text(const Json& schema, const std::string& text, const std::string& place,
                         Faults& found) {
    if (text.size() < schema.value("minLength", 0u)) found.push_back(place + ": too short");
    if (schema.contains("pattern") &&
        !Expression(schema["pattern"].get<std::string>()).found_in(text)) {
      found.push_back(place + ": does not fit the pattern");
    }
  }

  void check_items(const Json& schema, const Json& list, const std::string& place,
                   Faults& found) const {
    if (!schema.contains("items")) return found.push_back(place + ": items are not described");
    for (size_t i = 0; i < list.size(); ++i) {
      check(schema["items"], list[i], place + "[" + std::to_string(i) + "]", found);
    }
  }

  void check_members(const Json& schema, const Json& object, const std::string& place,
                     Faults& found) const {
    for (const auto& key : schema.value("required", Json::array())) {
      if (!object.contains(key))
        found.push_back(place + ": " + key.get<std::string>() + " missing");
    }
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [key, member] : object.items()) {
      if (properties.contains(key)) {
        check(properties[key], member, place + "." + key, found);
      } else if (schema.contains("additionalProperties")) {
        check(schema["additionalProperties"], member, place + "." + key, found);
      } else {
        found.push_back(place + ": " + key + " is not described");
      }
    }
  }

  Json document_;
};

}  // namespace http_test
