#include "mcp/schema.h"

#include "readout/base/json.h"

namespace readout {
namespace {

JsonWriter& begin(JsonWriter& json, std::string_view type, std::string_view help) {
  json.object().key("type").value(type);
  if (!help.empty()) json.key("description").value(help);
  return json;
}

}  // namespace

std::string text_schema(std::string_view help) {
  JsonWriter json;
  begin(json, "string", help).end();
  return json.take();
}

std::string choice_schema(std::string_view help, const std::vector<std::string>& choices) {
  JsonWriter json;
  begin(json, "string", help).key("enum").array();
  for (const std::string& choice : choices) json.value(choice);
  json.end().end();
  return json.take();
}

std::string number_schema(std::string_view help) {
  JsonWriter json;
  begin(json, "integer", help).key("minimum").value(0).end();
  return json.take();
}

std::string flag_schema(std::string_view help) {
  JsonWriter json;
  begin(json, "boolean", help).end();
  return json.take();
}

std::string list_schema(std::string_view help, std::string_view item) {
  JsonWriter json;
  begin(json, "array", help).key("items").raw(item).end();
  return json.take();
}

std::string object_schema(const SchemaProperties& properties, std::string_view help) {
  JsonWriter json;
  begin(json, "object", help).key("properties").object();
  for (const auto& [name, schema] : properties) json.key(name).raw(schema);
  json.end().key("required").array();
  for (const auto& [name, schema] : properties) json.value(name);
  json.end().key("additionalProperties").value(false).end();
  return json.take();
}

std::string or_null(std::string_view schema) {
  JsonWriter json;
  json.object().key("anyOf").array().raw(schema).object().key("type").value("null").end().end().end();
  return json.take();
}

}  // namespace readout
