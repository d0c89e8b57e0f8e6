// The tool verify: does a quotation stand in the record, and how?
#include <algorithm>

#include "mcp/compared_place.h"
#include "mcp/tools.h"
#include "readout/desk/desk.h"

namespace readout {
namespace {

constexpr std::uint32_t kPlaces = 10;

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  const Result<AnswerCursor> cursor = read_cursor(arguments, "i");
  if (!cursor) return tl::unexpected(cursor.error());
  Desk desk(record, arguments.text("document"));
  const Result<VerifyPage> page =
      desk.ask(arguments.text("quote"), {arguments.text("speaker"), arguments.text("source")});
  if (!page) return tl::unexpected(page.error());
  JsonWriter json;
  begin_answer(json).key("quote").value(clip(page->quote, kMostTextBytes));
  write_verdict(json, page->verification);
  json.key("places_found").value(static_cast<std::uint64_t>(page->verification.places.size()));
  ItemPage places(arguments, kPlaces);
  for (std::size_t i = cursor->number; i < page->verification.places.size(); ++i)
    if (!places.add(compared_place(*page, page->verification.places[i]), {'i', static_cast<std::uint32_t>(i), {}}))
      break;
  places.write(json, "places");
  places.write_end(json);
  json.end();
  return json.take();
}

}  // namespace

AssistantTool verify_tool() {
  AssistantTool tool;
  tool.name = "verify";
  tool.title = "Verify a quotation";
  tool.description =
      "Does this quotation stand in the sources, word for word, and who said it? EXACT: the bytes as they stand. "
      "FOLDED: only case, marks, dashes, white space and the like differ. TRIMMED: a fair cut inside one passage. "
      "EDITED: brackets, tense, a synonym. REWORDED: the same in other words. SPLICED: sentences joined without a "
      "mark, pieces reversed or far apart. ALTERED: a change that bears meaning. INDIRECT: reported speech. OTHER "
      "SPEAKER, ELSEWHERE: not whose or not where it is said to be. NOT FOUND: with the nearest words. NOT CHECKABLE: "
      "fewer than three words, or no text. Only EXACT and FOLDED pass as a quotation. Says nothing about whether the "
      "words are true.";
  tool.arguments = {
      {"quote", ArgumentType::text, "the words, without quotation marks around them", true, 20000},
      {"speaker", ArgumentType::text, "who is said to have said it", false, 500},
      {"source", ArgumentType::text, "where it is said to stand: a name, title, address or outlet", false, 1000},
      {"document", ArgumentType::text, "compare with this document of the record only", false, 500},
      limit_argument(kPlaces),
      cursor_argument()};
  SchemaProperties properties = {{"quote", text_schema("the words that were asked about")}};
  add_verdict_properties(properties);
  properties.emplace_back("places_found", number_schema("places in all"));
  properties.emplace_back("places", list_schema("best first; for NOT FOUND the nearest", compared_place_schema()));
  tool.output_schema = answer_schema(std::move(properties));
  tool.answer = answer;
  return tool;
}

}  // namespace readout
