#include "mcp/tool.h"

#include <algorithm>
#include <cmath>

#include "mcp/schema.h"
#include "mcp/tools.h"
#include "readout/base/json.h"

namespace readout {
namespace {

constexpr std::size_t kMostTexts = 20;

std::string expected(const ToolArgument& argument) {
  if (argument.type == ArgumentType::whole_number) return "a whole number from 1 to " + std::to_string(argument.most);
  if (argument.type == ArgumentType::texts)
    return "a list of 1 to " + std::to_string(kMostTexts) + " texts of 1 to " + std::to_string(argument.most) +
           " bytes";
  if (argument.choices.empty()) return "a text of 1 to " + std::to_string(argument.most) + " bytes";
  std::string out = "one of:";
  for (const std::string& choice : argument.choices)
    out += (&choice == &argument.choices.front() ? " " : ", ") + choice;
  return out;
}

bool fits(const JsonValue& value, const ToolArgument& argument) {
  if (value.type != JsonType::text || value.text.empty() || value.text.size() > argument.most) return false;
  return argument.choices.empty() || std::ranges::find(argument.choices, value.text) != argument.choices.end();
}

// The values as text; empty where they are not what the argument takes.
std::vector<std::string> values_of(const JsonValue& value, const ToolArgument& argument) {
  std::vector<std::string> values;
  if (argument.type == ArgumentType::whole_number) {
    const double number = value.number;
    if (value.type == JsonType::number && number >= 1 && number <= argument.most && std::floor(number) == number)
      values.push_back(std::to_string(static_cast<std::uint32_t>(number)));
    return values;
  }
  if (argument.type == ArgumentType::text) {
    if (fits(value, argument)) values.push_back(value.text);
    return values;
  }
  if (value.type != JsonType::array || value.items.empty() || value.items.size() > kMostTexts) return values;
  for (const JsonValue& item : value.items) {
    if (!fits(item, argument)) return {};
    values.push_back(item.text);
  }
  return values;
}

}  // namespace

Result<ToolArguments> ToolArguments::read(const JsonValue* given, std::span<const ToolArgument> known) {
  ToolArguments arguments;
  static const JsonValue kNone{JsonType::object, false, 0, {}, {}, {}};
  if (given == nullptr || given->type == JsonType::null) given = &kNone;
  if (given->type != JsonType::object)
    return fail(ErrorCode::bad_argument, "is an object with the arguments by name", "arguments");
  for (const auto& [name, value] : given->members) {
    const auto found = std::ranges::find(known, name, &ToolArgument::name);
    if (found == known.end()) {
      std::string all;
      for (const ToolArgument& argument : known) all += (all.empty() ? "" : ", ") + argument.name;
      return fail(ErrorCode::bad_argument, "no such argument; there are: " + all, "arguments." + name.substr(0, 100));
    }
    if (value.type == JsonType::null) continue;
    std::vector<std::string> values = values_of(value, *found);
    if (values.empty()) return fail(ErrorCode::bad_argument, "takes " + expected(*found), "arguments." + name);
    if (!arguments.texts_.emplace(name, std::move(values)).second)
      return fail(ErrorCode::bad_argument, "is given twice", "arguments." + name);
  }
  for (const ToolArgument& argument : known)
    if (argument.required && !arguments.has(argument.name))
      return fail(ErrorCode::bad_argument, "is missing; it takes " + expected(argument), "arguments." + argument.name);
  return arguments;
}

std::string ToolArguments::text(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? std::string() : found->second.front();
}

std::vector<std::string> ToolArguments::texts(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? std::vector<std::string>() : found->second;
}

std::uint32_t ToolArguments::number(std::string_view name, std::uint32_t otherwise) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? otherwise : static_cast<std::uint32_t>(std::stoul(found->second.front()));
}

const std::vector<AssistantTool>& assistant_tools() {
  static const std::vector<AssistantTool> kTools = {verify_tool(),     check_tool(),   search_tool(),
                                                    statements_tool(), collate_tool(), show_tool()};
  return kTools;
}

const AssistantTool* find_assistant_tool(std::string_view name) {
  const auto found = std::ranges::find(assistant_tools(), name, &AssistantTool::name);
  return found == assistant_tools().end() ? nullptr : &*found;
}

std::string input_schema(const AssistantTool& tool) {
  JsonWriter json;
  json.object().key("type").value("object").key("properties").object();
  for (const ToolArgument& argument : tool.arguments) {
    json.key(argument.name).object();
    if (argument.type == ArgumentType::whole_number) {
      json.key("type").value("integer").key("minimum").value(1).key("maximum").value(argument.most);
    } else if (argument.type == ArgumentType::texts) {
      json.key("type").value("array").key("minItems").value(1).key("maxItems");
      json.value(static_cast<std::uint64_t>(kMostTexts)).key("items");
      json.object().key("type").value("string").key("minLength").value(1).key("maxLength").value(argument.most).end();
    } else {
      json.key("type").value("string").key("minLength").value(1).key("maxLength").value(argument.most);
      if (!argument.choices.empty()) {
        json.key("enum").array();
        for (const std::string& choice : argument.choices) json.value(choice);
        json.end();
      }
    }
    json.key("description").value(argument.help).end();
  }
  json.end();
  json.key("required").array();
  for (const ToolArgument& argument : tool.arguments)
    if (argument.required) json.value(argument.name);
  json.end().key("additionalProperties").value(false).end();
  return json.take();
}

}  // namespace readout
