// The tool check: every quotation of a draft, as verify.
#include "mcp/compared_place.h"
#include "mcp/tools.h"
#include "readout/desk/desk.h"
#include "readout/desk/draft.h"

namespace readout {
namespace {

constexpr std::uint32_t kQuotations = 25;

void write_position(JsonWriter& json, std::string_view key, LinePosition at) {
  json.key(key).object().key("line").value(at.line).key("column").value(at.column).end();
}

std::string finding(const AskedQuotation& asked, const VerifyPage& page) {
  JsonWriter json;
  json.object().key("quote").value(clip(asked.words, kMostTextBytes));
  json.key("begin").value(asked.delivered.begin).key("end").value(asked.delivered.end);
  write_position(json, "from", asked.begin);
  write_position(json, "to", asked.end);
  json.key("claim").object().key("speaker").value(clip(page.claim.speaker, kMostShortBytes));
  json.key("source").value(clip(page.claim.source, kMostShortBytes)).end();
  write_verdict(json, page.verification);
  json.key("places_found").value(static_cast<std::uint64_t>(page.verification.places.size())).key("place");
  if (page.verification.places.empty())
    json.null();
  else
    json.raw(compared_place(page, page.verification.places.front()));
  json.end();
  return json.take();
}

// A name of which the reader tells the form.
std::string draft_name(std::string_view form) {
  return form == "plain" ? "arguments.text.txt" : form == "html" ? "arguments.text.html" : "arguments.text.md";
}

Result<std::string> answer(const ToolArguments& arguments, Record& record) {
  const Result<AnswerCursor> cursor = read_cursor(arguments, "i");
  if (!cursor) return tl::unexpected(cursor.error());
  const Result<std::vector<AskedQuotation>> asked =
      read_draft({draft_name(arguments.text("form")), arguments.text("text"), {}, {}});
  if (!asked) return tl::unexpected(asked.error());
  Desk desk(record);
  ItemPage quotations(arguments, kQuotations);
  std::uint64_t passed = 0;
  for (std::size_t i = cursor->number; i < asked->size(); ++i) {
    const AskedQuotation& one = (*asked)[i];
    const auto either = [](const std::string& own, const std::string& given) { return own.empty() ? given : own; };
    const Result<VerifyPage> page = desk.ask(one.words, {either(one.speaker, arguments.text("speaker")),
                                                         either(one.source, arguments.text("source")), one.loose});
    if (!page) return tl::unexpected(page.error());
    if (!quotations.add(finding(one, *page), {'i', static_cast<std::uint32_t>(i), {}})) break;
    passed += passes(page->verification.verdict);
  }
  JsonWriter json;
  begin_answer(json).key("quotations_found").value(static_cast<std::uint64_t>(asked->size()));
  json.key("passed_here").value(passed);
  quotations.write(json, "quotations");
  quotations.write_end(json);
  json.end();
  return json.take();
}

}  // namespace

AssistantTool check_tool() {
  AssistantTool tool;
  tool.name = "check";
  tool.title = "Check every quotation of a draft";
  tool.description =
      "Finds every quotation in a draft (Markdown, plain text, HTML, or JSON Lines of {\"quote\",\"speaker\","
      "\"source\"}), with the speaker and the source that the draft names for it, and answers for each as verify does, "
      "with the best place. Use it on your own answer before you give it: what does not pass (EXACT or FOLDED) is not "
      "to stand between quotation marks.";
  tool.arguments = {{"text", ArgumentType::text, "the draft", true, 1u << 20},
                    {"form",
                     ArgumentType::text,
                     "how the draft is written; markdown where it is not given",
                     false,
                     20,
                     {"markdown", "plain", "html"}},
                    {"speaker", ArgumentType::text, "who is said to have said what nobody is named for", false, 500},
                    {"source", ArgumentType::text, "where that is said to stand", false, 1000},
                    limit_argument(kQuotations),
                    cursor_argument()};
  const auto position = [](std::string_view help) {
    return object_schema({{"line", number_schema("from 1")}, {"column", number_schema("characters, from 1")}}, help);
  };
  SchemaProperties quotation = {{"quote", text_schema("words of the draft")},
                                {"begin", number_schema("first byte, in the draft")},
                                {"end", number_schema("behind the last byte")},
                                {"from", position("where it begins in the draft")},
                                {"to", position("where it ends")},
                                {"claim", object_schema({{"speaker", text_schema("whom the draft names")},
                                                         {"source", text_schema("where the draft has it from")}})}};
  add_verdict_properties(quotation);
  quotation.emplace_back("places_found", number_schema("places in all; verify lists them"));
  quotation.emplace_back("place", or_null(compared_place_schema()));
  tool.output_schema = answer_schema({{"quotations_found", number_schema("quotations of the draft, in all")},
                                      {"passed_here", number_schema("of those below: EXACT or FOLDED")},
                                      {"quotations", list_schema("in order of the draft", object_schema(quotation))}});
  tool.answer = answer;
  return tool;
}

}  // namespace readout
