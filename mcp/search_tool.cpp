// The tool search: statements and passages with these words.
#include "mcp/list_statements.h"
#include "mcp/tools.h"
#include "readout/decision/anchor.h"
#include "readout/desk/query.h"

namespace readout {
namespace {

std::string passage_item(const Passage& passage, KnownFiles& files) {
  const KnownFiles::File& file = files.find(passage.document);
  const Span delivered = parse_span_id(passage.id).value_or(SpanName()).delivered;
  JsonWriter json;
  json.object();
  write_place(json, {passage.document, file.origin, file.blob, delivered, passage.text});
  json.key("block").value(to_string(passage.block.kind)).key("reason").value(passage.block.reason);
  json.key("source_outlet").value(clip(passage.outlet, kMostShortBytes)).end();
  return json.take();
}

Result<void> list_passages(ItemPage& page, Record& record, const SpeechFilter& filter, const AnswerCursor& cursor,
                           KnownFiles& files) {
  AnswerCursor last{'p', cursor.number, cursor.document};
  PassageFilter passages;
  passages.words = filter.words;
  passages.limit = 50;
  if (!cursor.document.empty()) passages.after = Cursor{cursor.document, cursor.number};
  for (;;) {
    const Result<std::vector<Passage>> rows = record.search(passages);
    if (!rows) return tl::unexpected(rows.error());
    for (const Passage& passage : *rows) {
      if (!page.add(passage_item(passage, files), last)) return {};
      last = {'p', passage.number, passage.document};
    }
    if (rows->size() < passages.limit) return {};
    passages.after = Cursor{last.document, last.number};
  }
}

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  Result<SpeechQuery> query = parse_query(arguments.text("query"));
  if (!query) {
    Error error = query.error();
    error.where = "arguments.query: " + error.where;
    return tl::unexpected(error);
  }
  const Result<AnswerCursor> cursor = read_cursor(arguments, "sp");
  if (!cursor) return tl::unexpected(cursor.error());
  KnownFiles files(record);
  ItemPage found(arguments, kStatements);
  JsonWriter json;
  begin_answer(json);
  if (cursor->part == 's')
    if (const Result<void> listed = list_statements(found, record, query->filter, *cursor, files); !listed)
      return tl::unexpected(listed.error());
  const std::size_t statements = found.size();
  found.write(json, "statements");
  if (query->only_words && !found.is_full()) {
    const AnswerCursor from = cursor->part == 'p' ? *cursor : AnswerCursor{'p', 0, {}};
    if (const Result<void> listed = list_passages(found, record, query->filter, from, files); !listed)
      return tl::unexpected(listed.error());
  }
  const bool nothing = statements + found.size() == 0 && cursor->document.empty() && !found.is_full();
  found.write(json, "passages");
  found.write_end(json);
  json.key("reason").value(nothing ? empty_reason(record, query->filter) : std::string()).end();
  return json.take();
}

}  // namespace

AssistantTool search_tool() {
  AssistantTool tool;
  tool.name = "search";
  tool.title = "Search statements and passages";
  tool.description =
      "Statements with these words and, where no field is given, passages outside any statement too. Words are matched "
      "after folding of case and accents; all must occur; \"words in marks\" stand together; a final * is any ending. "
      "Fields: speaker:NAME about:WORDS date:2025-08 (or FROM..TO) kind:direct channel:WORDS document:NAME.";
  tool.arguments = {
      {"query", ArgumentType::text, "words and fields", true, 2000}, limit_argument(kStatements), cursor_argument()};
  SchemaProperties passage = place_properties();
  passage.insert(passage.end(), {{"block", text_schema("what part of the document it is")},
                                 {"reason", text_schema("why it was told so")},
                                 {"source_outlet", text_schema("who printed it")}});
  tool.output_schema = answer_schema({{"statements", list_schema("in order of document and place", statement_schema())},
                                      {"passages", list_schema("behind the last statement", object_schema(passage))},
                                      {"reason", text_schema("why nothing was found; else empty")}});
  tool.answer = answer;
  return tool;
}

}  // namespace readout
