// The tool statements: what was said, narrowed by who, when, how and where.
#include "mcp/list_statements.h"
#include "mcp/tools.h"
#include "readout/desk/query.h"

namespace readout {
namespace {

// The error of a filter, at the argument that it is about.
tl::unexpected<Error> at_argument(Error error, std::string_view name) {
  error.where = "arguments." + std::string(name);
  return tl::unexpected(std::move(error));
}

Result<SpeechFilter> filter_of(const ToolArguments& arguments) {
  SpeechFilter filter;
  filter.speaker = arguments.text("speaker");
  filter.words = arguments.text("about");
  filter.channel = arguments.text("channel");
  filter.document = arguments.text("document");
  if (arguments.has("date"))
    if (const Result<void> set = set_dates(filter, "date", arguments.text("date")); !set)
      return at_argument(set.error(), "date");
  if (arguments.has("kind"))
    if (const Result<void> set = set_kind(filter, "kind", arguments.text("kind")); !set)
      return at_argument(set.error(), "kind");
  return filter;
}

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  Result<SpeechFilter> filter = filter_of(arguments);
  if (!filter) return tl::unexpected(filter.error());
  const Result<AnswerCursor> cursor = read_cursor(arguments, "s");
  if (!cursor) return tl::unexpected(cursor.error());
  KnownFiles files(record);
  ItemPage statements(arguments, kStatements);
  if (const Result<void> listed = list_statements(statements, record, *filter, *cursor, files); !listed)
    return tl::unexpected(listed.error());
  JsonWriter json;
  begin_answer(json).key("reason").value(
      statements.size() == 0 && cursor->document.empty() ? empty_reason(record, *filter) : std::string());
  statements.write(json, "statements");
  statements.write_end(json);
  json.end();
  return json.take();
}

}  // namespace

AssistantTool statements_tool() {
  AssistantTool tool;
  tool.name = "statements";
  tool.title = "List statements";
  tool.description =
      "What was said: by whom, when, through which channel, where it stands. Every condition that is given must hold. "
      "An empty list comes with its reason: not in the sources at all, or not mentioned there.";
  tool.arguments = {{"speaker", ArgumentType::text, "words of a name, or an office: 'foreign ministry'", false, 500},
                    {"about", ArgumentType::text,
                     "words that the statement has; \"in marks\" together; a final * is any ending", false, 1000},
                    {"date", ArgumentType::text, "2025-08-01, 2025-08, 2025, or 2025-07..2025-08", false, 100},
                    {"kind",
                     ArgumentType::text,
                     "how it is reported, or what was done with it",
                     false,
                     100,
                     {"direct", "mixed", "indirect", "transcript", "said", "denied", "asked"}},
                    {"channel", ArgumentType::text, "words of a channel, an outlet or an agency", false, 500},
                    {"document", ArgumentType::text, "name of a document", false, 500},
                    limit_argument(kStatements),
                    cursor_argument()};
  tool.output_schema =
      answer_schema({{"reason", text_schema("why the list is empty; else empty")},
                     {"statements", list_schema("in order of document and place", statement_schema())}});
  tool.answer = answer;
  return tool;
}

}  // namespace readout
