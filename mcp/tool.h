// AssistantTool: one question that an assistant may ask, as data. The schema that is published and the check that an
// argument gets are made from the same ToolArgument, and every answer follows its output schema.
//
//   const AssistantTool* tool = find_assistant_tool("verify");
//   Result<ToolArguments> arguments = ToolArguments::read(json, tool->arguments);
//   Result<std::string> answer = tool->answer(*arguments, record);   // a JSON object, at most kMostAnswerBytes
//
// Tools only read. Descriptions are fixed words of this program: no word of a source ever stands in one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/document/json_value.h"
#include "readout/record/record.h"

namespace readout {

// Of a tool's answer as JSON. What has no room goes on with the answer's next_cursor.
inline constexpr std::size_t kMostAnswerBytes = 48u << 10;

enum class ArgumentType : std::uint8_t { text, whole_number, texts };

struct ToolArgument {
  std::string name;
  ArgumentType type = ArgumentType::text;
  std::string help;
  bool required = false;
  std::uint32_t most = 1000;  // bytes of a text, or of each of several; the greatest number
  std::vector<std::string> choices = {};
};

class ToolArguments {
 public:
  // Error: bad_argument; `where` is the place ("arguments.quote"), the message says what may stand there.
  static Result<ToolArguments> read(const JsonValue* given, std::span<const ToolArgument> known);

  bool has(std::string_view name) const { return texts_.contains(name); }
  std::string text(std::string_view name) const;  // "" where it is not given
  std::vector<std::string> texts(std::string_view name) const;
  std::uint32_t number(std::string_view name, std::uint32_t otherwise) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> texts_;
};

struct AssistantTool {
  std::string name;
  std::string title;
  std::string description;
  std::vector<ToolArgument> arguments;
  std::string output_schema;
  Result<std::string> (*answer)(const ToolArguments& arguments, Record& record) = nullptr;
};

// In the order in which they are listed.
const std::vector<AssistantTool>& assistant_tools();
const AssistantTool* find_assistant_tool(std::string_view name);

std::string input_schema(const AssistantTool& tool);

}  // namespace readout
