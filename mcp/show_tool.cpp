// The tool show: a statement, any bytes, or a document with its statements.
#include <algorithm>

#include "mcp/list_statements.h"
#include "mcp/tools.h"
#include "readout/desk/linked_passages.h"
#include "readout/desk/passages.h"
#include "readout/desk/statement_page.h"
#include "readout/view/annotate.h"
#include "readout/view/speech_view.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 300;
constexpr std::size_t kMostBlocks = 40;
constexpr std::uint32_t kVersions = 20;

// What an answer of this tool is about; the rest is null or empty.
struct Shown {
  std::string_view what;
  std::string place = "null";
  std::string statement = "null";
  std::string citation = {};
  std::string document = "null";
};

std::string place_with_context(const Document& document, Span span, std::string_view words) {
  const Text& text = document.text;
  const Span around = context_of(text.view(), span, kAround);
  JsonWriter json;
  json.object();
  write_place(json, {document.name, document.origin, document.blob, text.to_blob(span), words}, 3 * kMostTextBytes);
  json.key("source_before").value(clip(text[{around.begin, span.begin}], kMostTextBytes));
  json.key("source_after").value(clip(text[{span.end, around.end}], kMostTextBytes)).end();
  return json.take();
}

std::string version_item(std::string_view relation, std::string_view kind, std::string_view rule,
                         const AnswerPlace& place) {
  JsonWriter json;
  json.object();
  write_place(json, place);
  json.key("relation").value(relation).key("kind").value(kind).key("rule").value(rule).end();
  return json.take();
}

std::string document_item(const DocumentRow& row) {
  const Document& document = row.document;
  const auto moment = [](const Moment& date) { return is_known(date) ? to_iso(date) : std::string(); };
  JsonWriter json;
  json.object().key("document").value(document.name).key("file").value(clip(document.origin, kMostTextBytes));
  json.key("sha256").value(to_hex(document.blob)).key("bytes").value(document.blob_bytes);
  json.key("source_title").value(clip(document.title, kMostShortBytes));
  json.key("source_outlet").value(clip(document.outlet.empty() ? document.agency : document.outlet, kMostShortBytes));
  json.key("source_url").value(clip(document.url, kMostTextBytes)).key("language").value(document.language.code);
  json.key("said").value(moment(document.dates.said)).key("published").value(moment(document.dates.published));
  json.key("copied").value(moment(document.dates.copied)).key("crawled").value(moment(document.dates.crawled));
  json.key("statements_found").value(row.speeches).key("replaced_by").value(row.replaced_by);
  json.key("blocks_found").value(static_cast<std::uint64_t>(document.blocks.size())).key("blocks").array();
  for (std::size_t i = 0; i < std::min(document.blocks.size(), kMostBlocks); ++i) {
    const Block& block = document.blocks[i];
    json.object().key("kind").value(to_string(block.kind)).key("reason").value(block.reason).end();
  }
  json.end().end();
  return json.take();
}

Result<std::string> finish(const Shown& shown, ItemPage& items, bool of_statement) {
  JsonWriter json;
  begin_answer(json).key("what").value(shown.what).key("place").raw(shown.place);
  json.key("statement").raw(shown.statement).key("source_citation").value(clip(shown.citation, 3 * kMostTextBytes));
  json.key("document").raw(shown.document);
  ItemPage none(ToolArguments(), 1);
  (of_statement ? items : none).write(json, "versions");
  (of_statement ? none : items).write(json, "statements");
  items.write_end(json);
  json.end();
  return json.take();
}

Result<std::string> show_document(const ToolArguments& arguments, Record& record) {
  const Result<AnswerCursor> cursor = read_cursor(arguments, "s");
  if (!cursor) return tl::unexpected(cursor.error());
  const Result<std::string> name = record.find_name(arguments.text("id"));
  if (!name) return tl::unexpected(name.error());
  const Result<DocumentRow> row = record.document(*name);
  if (!row) return tl::unexpected(row.error());
  KnownFiles files(record);
  ItemPage items(arguments, kStatements);
  SpeechFilter filter;
  filter.document = *name;
  if (const Result<void> listed = list_statements(items, record, filter, *cursor, files); !listed)
    return tl::unexpected(listed.error());
  return finish({.what = "document", .document = document_item(*row)}, items, false);
}

Result<std::string> show_bytes(const ToolArguments& arguments, Record& record) {
  const Result<CollatedPassage> passage = load_passage(record, arguments.text("id"));
  if (!passage) return tl::unexpected(passage.error());
  const Result<Account> account = record.account(passage->document);
  if (!account) return tl::unexpected(account.error());
  const Span span = passage->pieces.empty() ? Span{} : passage->pieces.front().text;
  const Span whole = {span.begin, span.begin + static_cast<std::uint32_t>(passage->words.size())};
  ItemPage none(arguments, 1);
  return finish({.what = "bytes", .place = place_with_context(account->document, whole, passage->words)}, none, true);
}

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  const std::string id = arguments.text("id");
  if (id.find(':') == std::string::npos) return show_document(arguments, record);
  const Result<AnswerCursor> cursor = read_cursor(arguments, "i");
  if (!cursor) return tl::unexpected(cursor.error());
  const Result<StatementPage> page = load_statement_page(record, id);
  if (!page && page.error().code == ErrorCode::not_found) return show_bytes(arguments, record);
  if (!page) return tl::unexpected(page.error());
  const Result<std::vector<LinkedPassage>> linked = load_linked_passages(record, page->row);
  if (!linked) return tl::unexpected(linked.error());
  KnownFiles files(record);
  std::vector<std::string> versions;
  for (const SpeechRow& row : page->witnesses)
    versions.push_back(
        version_item("verbatim", "same words", "",
                     {row.document, files.find(row.document).origin, row.blob, row.delivered, join_pieces(row.words)}));
  for (const LinkedPassage& one : *linked)
    versions.push_back(
        version_item(one.relation, one.kind, one.rule, {one.document, one.origin, one.blob, one.delivered, one.words}));
  ItemPage items(arguments, kVersions);
  for (std::uint32_t i = cursor->number; i < versions.size(); ++i)
    if (!items.add(std::move(versions[i]), {'i', i, {}})) break;
  Shown shown{.what = "statement"};
  const std::vector<Span>& content = page->row.speech.content;
  shown.place = place_with_context(page->account.document, {content.front().begin, content.back().end},
                                   join_pieces(page->row.words));
  shown.statement = statement_item(page->row, files);
  shown.citation = citation(page->row, page->account.document);
  return finish(shown, items, true);
}

std::string document_schema() {
  return object_schema(
      {{"document", text_schema("its name in the record")},
       {"file",
        text_schema(
            "where its bytes came from; FILE:LINE in a file of many documents, and bytes are those of the line")},
       {"sha256", text_schema("digest of the file's bytes")},
       {"bytes", number_schema("of the file")},
       {"source_title", text_schema("as printed")},
       {"source_outlet", text_schema("who printed it")},
       {"source_url", text_schema("as printed")},
       {"language", text_schema("code")},
       {"said", text_schema("ISO 8601; empty where unknown")},
       {"published", text_schema("the same")},
       {"copied", text_schema("the same")},
       {"crawled", text_schema("the same")},
       {"statements_found", number_schema("statements in all")},
       {"replaced_by", text_schema("the newer document from the same place; empty where this stands")},
       {"blocks_found", number_schema("blocks in all")},
       {"blocks", list_schema("what its parts were told to be, and why; at most 40",
                              object_schema({{"kind", text_schema("body, byline, navigation and so on")},
                                             {"reason", text_schema("the rule")}}))}});
}

}  // namespace

AssistantTool show_tool() {
  AssistantTool tool;
  tool.name = "show";
  tool.title = "Show a statement, bytes or a document";
  tool.description =
      "By the id of a statement (104:268-413, or a unique beginning: 104:268): its words with what stands around them, "
      "who, when, how and through whom, its versions in other documents, and a citation to paste. By any other bytes "
      "of "
      "a document: these. By the name of a document: its dates, its parts with the reasons, and its statements.";
  tool.arguments = {
      {"id", ArgumentType::text, "a span id as other tools give it, or the name of a document", true, 500},
      limit_argument(kStatements),
      cursor_argument()};
  SchemaProperties place = place_properties();
  place.insert(place.end(), {{"source_before", text_schema("what stands before it")},
                             {"source_after", text_schema("what stands behind it")}});
  SchemaProperties version = place_properties();
  version.insert(version.end(), {{"relation", text_schema("what became of the words there; 'also said': elsewhere")},
                                 {"kind", text_schema("of the link; 'same words' needs none")},
                                 {"rule", text_schema("why they are linked")}});
  tool.output_schema = answer_schema({{"what", choice_schema("what the id names", {"statement", "bytes", "document"})},
                                      {"place", or_null(object_schema(place))},
                                      {"statement", or_null(statement_schema())},
                                      {"source_citation", text_schema("of the statement, to be pasted; else empty")},
                                      {"document", or_null(document_schema())},
                                      {"versions", list_schema("of the statement", object_schema(version))},
                                      {"statements", list_schema("of the document", statement_schema())}});
  tool.answer = answer;
  return tool;
}

}  // namespace readout
