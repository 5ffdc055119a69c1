#include "bot/http/media_type.h"

#include <catch2/catch.hpp>

using bot::http::is_utf8_json;

TEST_CASE("media type: JSON in UTF-8, however it is written", "[media_type]") {
  for (const char* type :
       {"application/json", "Application/JSON", "application/json;charset=utf-8",
        "application/json ; charset=UTF-8", "application/json\t;\tcharset=\"utf-8\"",
        "application/json;", "application/json; v=1", " application/json; v=1; charset=utf-8 "}) {
    INFO(type);
    CHECK(is_utf8_json(type));
  }
}

TEST_CASE("media type: anything else is refused", "[media_type]") {
  for (const char* type : {"", ";", "; charset=utf-8", "text/json", "application/jsonx",
                           "application/json, text/plain", "application/problem+json",
                           "application/json; charset=latin1", "application/json; charset=utf-16",
                           "application/json; v=1; charset=iso-8859-1"}) {
    INFO(type);
    CHECK_FALSE(is_utf8_json(type));
  }
}
