// JSON schemas as text, made of a few words.
//
//   object_schema({{"id", text_schema("span id")}, {"begin", number_schema("first byte")}})
//
// Every property of an object is there in every answer (null or "" where there is nothing to say), and no other is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readout {

using SchemaProperties = std::vector<std::pair<std::string, std::string>>;  // name, schema

std::string text_schema(std::string_view help);
std::string choice_schema(std::string_view help, const std::vector<std::string>& choices);
std::string number_schema(std::string_view help);  // whole, from 0
std::string flag_schema(std::string_view help);
std::string list_schema(std::string_view help, std::string_view item);
std::string object_schema(const SchemaProperties& properties, std::string_view help = {});
std::string or_null(std::string_view schema);

// The names of an enum's values, for choice_schema.
template <class E>
std::vector<std::string> names_of(E last) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) names.emplace_back(to_string(static_cast<E>(i)));
  return names;
}

}  // namespace readout
