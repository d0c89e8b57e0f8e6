// The tool collate: versions of one statement word for word.
#include <algorithm>

#include "mcp/answer.h"
#include "mcp/tools.h"
#include "readout/collation/change.h"
#include "readout/desk/passages.h"
#include "readout/view/collated_table.h"

namespace readout {
namespace {

constexpr std::uint32_t kItems = 60;  // witnesses and columns
constexpr std::size_t kMostWitnesses = 24;

Span delivered_of(const CollatedPassage& passage) {
  if (passage.pieces.empty() || passage.source == nullptr) return {};
  const CollatedPiece& first = passage.pieces.front();
  const CollatedPiece& last = passage.pieces.back();
  return passage.source->to_blob({first.text.begin, last.text.end});
}

// The words with an ellipsis where the pieces of the passage do not touch.
std::string words_of(const CollatedPassage& passage) {
  std::string words;
  for (const CollatedPiece& piece : passage.pieces) {
    if (!words.empty()) words += " … ";
    words += (*passage.source)[piece.text];
  }
  return words;
}

// The witness that is the base: an id, a document, or a beginning of an id. Without one, the first.
Result<std::size_t> base_of(const ToolArguments& arguments, const std::vector<CollatedPassage>& passages) {
  if (!arguments.has("base")) return std::size_t{0};
  if (const std::optional<std::size_t> found = find_passage(passages, arguments.text("base"))) return *found;
  return fail(ErrorCode::bad_argument, "no witness here has this id or document; 'witnesses' lists them without a base",
              "arguments.base");
}

std::string witness_item(const CollatedPassage& passage, const CollatedPassage& base, KnownFiles& files) {
  const KnownFiles::File& file = files.find(passage.document);
  JsonWriter json;
  json.object();
  write_place(json, {passage.document, file.origin, file.blob, delivered_of(passage), words_of(passage)});
  json.key("reported").value(passage.reported).key("relation");
  const bool own = &passage == &base;
  const PassagePair pair = own ? PassagePair() : compare_passages(base.words, passage.words, passage.reported);
  json.value(own ? "base" : to_string(pair.relation)).key("changes").array();
  for (std::size_t i = 0; i < std::min(pair.changes.size(), kMostChanges); ++i) {
    const Change& change = pair.changes[i];
    json.object().key("type").value(to_string(change.type)).key("turns_meaning").value(bears_meaning(change));
    json.key("base_id").value(id_within(base, change.a)).key("id").value(id_within(passage, change.b));
    json.key("source_base").value(clip(slice(base.words, change.a), kMostShortBytes));
    json.key("source_text").value(clip(slice(passage.words, change.b), kMostShortBytes)).end();
  }
  json.end().key("changes_found").value(static_cast<std::uint64_t>(pair.changes.size())).end();
  return json.take();
}

std::string column_item(const CollatedTable& table, const std::vector<CollatedPassage>& passages,
                        const Segment& segment) {
  JsonWriter json;
  json.object().key("cells").array();
  for (std::size_t w = 0; w < passages.size(); ++w) {
    const Span words = span_in(table, w, segment.begin, segment.end);
    if (words.empty()) {
      json.null();
      continue;
    }
    json.object().key("id").value(id_within(passages[w], words)).key("source_text");
    json.value(clip(words_in(table, passages, w, segment.begin, segment.end), kMostTextBytes)).end();
  }
  json.end().end();
  return json.take();
}

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  const Result<AnswerCursor> cursor = read_cursor(arguments, "wc");
  if (!cursor) return tl::unexpected(cursor.error());
  Result<std::vector<CollatedPassage>> passages = load_passages(record, arguments.texts("ids"));
  if (!passages) return tl::unexpected(passages.error());
  const Result<std::size_t> base = base_of(arguments, *passages);
  if (!base) return tl::unexpected(base.error());
  std::swap((*passages)[0], (*passages)[*base]);
  const std::size_t found = passages->size();
  if (found > kMostWitnesses) passages->resize(kMostWitnesses);
  const CollatedTable table = make_collated_table(*passages);
  KnownFiles files(record);
  JsonWriter json;
  begin_answer(json).key("witnesses_found").value(static_cast<std::uint64_t>(found));
  json.key("columns_found").value(static_cast<std::uint64_t>(table.segments.size()));
  ItemPage items(arguments, kItems);
  if (cursor->part == 'w')
    for (std::uint32_t i = cursor->number; i < passages->size(); ++i)
      if (!items.add(witness_item((*passages)[i], passages->front(), files), {'w', i, {}})) break;
  items.write(json, "witnesses");
  for (std::uint32_t i = cursor->part == 'c' ? cursor->number : 0; i < table.segments.size(); ++i)
    if (!items.add(column_item(table, *passages, table.segments[i]), {'c', i, {}})) break;
  items.write(json, "columns");
  items.write_end(json);
  json.end();
  return json.take();
}

}  // namespace

AssistantTool collate_tool() {
  AssistantTool tool;
  tool.name = "collate";
  tool.title = "Compare versions word for word";
  tool.description =
      "Versions of one statement, each against the base: what kind of version it is (verbatim, trimmed, edited, "
      "reworded, altered, spliced, indirect, omitted), every change with its name and bytes, and the words in aligned "
      "columns. With one id, all versions that the record links with it; with several, these. An id is that of a "
      "statement or of any bytes, as other tools give them (104:268-413).";
  tool.arguments = {
      {"ids", ArgumentType::texts, "statements, or any bytes of documents", true, 500},
      {"base", ArgumentType::text, "id or document of the witness that the others are held against", false, 500},
      limit_argument(kItems),
      cursor_argument()};
  const std::string change = object_schema({{"type", text_schema("negation, number, modal, unmarked-cut and so on")},
                                            {"turns_meaning", flag_schema("it can turn what the sentence says")},
                                            {"base_id", text_schema("where in the base; empty where it has nothing")},
                                            {"id", text_schema("where in this witness; empty where it has nothing")},
                                            {"source_base", text_schema("words of the base")},
                                            {"source_text", text_schema("words of this witness")}});
  SchemaProperties witness = place_properties();
  std::vector<std::string> relations = names_of(PassageRelation::omitted);
  relations.insert(relations.begin(), "base");
  witness.insert(witness.end(), {{"reported", flag_schema("it is reported speech")},
                                 {"relation", choice_schema("what it did to the base", relations)},
                                 {"changes", list_schema("at most 24", change)},
                                 {"changes_found", number_schema("changes in all")}});
  const std::string cell =
      object_schema({{"id", text_schema("span id")}, {"source_text", text_schema("words of the witness there")}});
  tool.output_schema = answer_schema(
      {{"witnesses_found", number_schema("witnesses in all; the first 24 are compared")},
       {"columns_found", number_schema("columns in all")},
       {"witnesses", list_schema("the base first", object_schema(witness))},
       {"columns", list_schema("behind the last witness: in order of the text",
                               object_schema({{"cells", list_schema("one a witness, in their order; null where it has "
                                                                    "nothing there",
                                                                    or_null(cell))}}))}});
  tool.answer = answer;
  return tool;
}

}  // namespace readout
