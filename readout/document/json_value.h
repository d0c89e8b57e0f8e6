// JsonValue: JSON read into a plain tree, so that no other room needs the reader's library.
//
//   auto key = parse_json(R"({"id": "s1", "span": [4, 9]})");
//   key->find("id")->text;                  // "s1"
//   key->find("span")->items[1].number;     // 9
//
// Members keep their order; of members with one name find() gives the first. Texts are UTF-8. Numbers are doubles:
// whole numbers are exact up to 2^53. Error: bad_argument with the reader's word and `where` for text that is not JSON,
// is nested deeper than 200, or is larger than 256 MiB.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/base/result.h"

namespace readout {

enum class JsonType { null, boolean, number, text, array, object };

struct JsonValue {
  JsonType type = JsonType::null;
  bool flag = false;
  double number = 0;
  std::string text;
  std::vector<JsonValue> items;
  std::vector<std::pair<std::string, JsonValue>> members;

  // The member of that name; null where this is no object or has none.
  const JsonValue* find(std::string_view name) const;
  // The text of that member; "" where it is no text.
  std::string_view text_of(std::string_view name) const;

  friend bool operator==(const JsonValue&, const JsonValue&) = default;
};

Result<JsonValue> parse_json(std::string_view json, std::string where = {});

}  // namespace readout
