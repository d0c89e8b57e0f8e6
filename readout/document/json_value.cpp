#include "readout/document/json_value.h"

#include <simdjson.h>

namespace readout {
namespace {

constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxBytes = 256u << 20;

// The library has checked depth and form before this walk begins; the casts match the type that was asked for.
JsonValue to_value(simdjson::dom::element element) {
  JsonValue value;
  switch (element.type()) {
    case simdjson::dom::element_type::OBJECT:
      value.type = JsonType::object;
      for (const auto field : simdjson::dom::object(element))
        value.members.emplace_back(std::string(field.key), to_value(field.value));
      break;
    case simdjson::dom::element_type::ARRAY:
      value.type = JsonType::array;
      for (const auto item : simdjson::dom::array(element)) value.items.push_back(to_value(item));
      break;
    case simdjson::dom::element_type::STRING:
      value.type = JsonType::text;
      value.text = std::string(std::string_view(element));
      break;
    case simdjson::dom::element_type::INT64:
      value.type = JsonType::number;
      value.number = static_cast<double>(std::int64_t(element));
      break;
    case simdjson::dom::element_type::UINT64:
      value.type = JsonType::number;
      value.number = static_cast<double>(std::uint64_t(element));
      break;
    case simdjson::dom::element_type::DOUBLE:
      value.type = JsonType::number;
      value.number = double(element);
      break;
    case simdjson::dom::element_type::BOOL:
      value.type = JsonType::boolean;
      value.flag = bool(element);
      break;
    case simdjson::dom::element_type::NULL_VALUE:
      break;
  }
  return value;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const auto& [key, value] : members)
    if (key == name) return &value;
  return nullptr;
}

std::string_view JsonValue::text_of(std::string_view name) const {
  const JsonValue* member = find(name);
  return member == nullptr ? std::string_view() : std::string_view(member->text);
}

Result<JsonValue> parse_json(std::string_view json, std::string where) {
  if (json.size() > kMaxBytes) return fail(ErrorCode::bad_argument, "JSON larger than 256 MiB", std::move(where));
  if (json.empty()) return fail(ErrorCode::bad_argument, "no JSON: the text is empty", std::move(where));
  simdjson::dom::parser parser(kMaxBytes);
  if (const auto error = parser.allocate(json.size(), kMaxDepth); error != simdjson::SUCCESS)
    return fail(ErrorCode::bad_argument, simdjson::error_message(error), std::move(where));
  simdjson::dom::element element;
  if (const auto error = parser.parse(json.data(), json.size()).get(element); error != simdjson::SUCCESS)
    return fail(ErrorCode::bad_argument, simdjson::error_message(error), std::move(where));
  return to_value(element);
}

}  // namespace readout
