// The page of a span: /104:22-66: exact words with what stands around them, and the digest of the file they stand in.
#include <optional>

#include "readout/decision/anchor.h"
#include "readout/page/labels.h"
#include "readout/page/marked.h"
#include "readout/page/pages.h"
#include "readout/record/selectors.h"
#include "readout/view/annotate.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 400;

bool is_inside_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

// The words at these delivered bytes; nothing where they begin or end inside a character, an entity or the like.
std::optional<Span> words_at(const Text& text, Span delivered) {
  const Span words = text.map().to_text(delivered);
  if (words.empty() || is_inside_character(text.view(), words.begin) || is_inside_character(text.view(), words.end))
    return std::nullopt;
  const Span back = text.to_blob(words);
  if (back.begin < delivered.begin || back.end > delivered.end) return std::nullopt;
  return words;
}

// Where the bytes that were meant stand now, if another document has them; never shown in their stead.
Markup where_meant(Visit& visit, std::string_view digest, Span delivered) {
  Markup out;
  const Result<std::string> meant = visit.record.find_name(digest);
  if (!meant) return out;
  out.html("<p>The bytes that were meant stand in another document of the record: ");
  out.link(Address::bytes(visit.frame.ground, *meant, delivered, digest), span_id(visible(*meant), delivered));
  return std::move(out.html(".</p>"));
}

}  // namespace

Result<PageParts> answer_bytes(const PageAsk& ask, std::string_view rest, Visit& visit) {
  const std::optional<SpanName> asked = parse_span_id(rest);
  const std::string where(rest);
  if (!asked) return fail(ErrorCode::not_found, "bytes of a document are written NAME:BEGIN-END", where);
  const Span delivered = asked->delivered;
  const Result<std::string> name = visit.record.find_name(asked->document);
  if (!name) return tl::unexpected(name.error());
  Result<Account> account = visit.record.account(*name);
  if (!account) return tl::unexpected(account.error());
  const Document& document = account->document;
  const std::string digest = to_hex(document.blob);
  const std::string_view wanted = param_of(ask.params, "digest");
  if (!wanted.empty() && (wanted.size() < 8 || !digest.starts_with(wanted)))
    return refusal_parts(409, "These are not the bytes that were meant",
                         "The address was made for a file with the digest " + std::string(wanted) +
                             "…; under this name now stands one with the digest " + digest.substr(0, 16) +
                             "…. Nothing is shown, for it could be other words",
                         where, ask, where_meant(visit, wanted, delivered));
  if (delivered.end > document.blob_bytes)
    return refusal_parts(404, "The document ends before these bytes",
                         "It has " + std::to_string(document.blob_bytes) + " bytes", where, ask);
  const std::optional<Span> words = words_at(document.text, delivered);
  if (!words)
    return refusal_parts(404, "No words stand at just these bytes",
                         "They begin or end inside a character, or hold no text", where, ask);
  const std::string_view text = document.text.view();
  const Span prefix = selector_prefix(text, words->begin);
  const Span suffix = selector_suffix(text, words->end);
  PageParts parts;
  parts.here = "-";
  parts.title = span_id(*name, delivered);
  parts.permanent = Address::bytes(Ground::site, *name, delivered, digest.substr(0, 16));
  const bool shown = visit.frame.with_text;
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object().key("id").value(span_id(*name, delivered)).key("document").value(*name);
    json.key("sha256").value(digest).key("begin").value(delivered.begin).key("end").value(delivered.end);
    if (shown) {
      json.key("exact").value(document.text[*words]).key("prefix").value(document.text[prefix]);
      json.key("suffix").value(document.text[suffix]).key("target");
      SelectorWriter(document).write(json, *words);
    }
    json.key("permanent").value(parts.permanent->str()).key("statements").array();
    for (std::size_t i = 0; i < account->speeches.size(); ++i)
      if (extent(account->speeches[i]).overlaps(*words))
        json.value(span_id(*name, document.text.to_blob(extent(account->speeches[i]))));
    parts.json = json.end().end().take();
    return parts;
  }
  PageValues values;
  Markup context;
  if (shown) {
    std::vector<TextMark> marks = {{*words, MarkElement::mark, "said"}};
    for (const ForeignSpan& one : document.foreign) marks.push_back({one.span, MarkElement::bdi, "", lang_of(one)});
    write_marked(context, text, context_of(text, *words, kAround), std::move(marks));
  } else {
    context.html("<span class=\"soft\">The words are not passed on; whoever has the file can read them there.</span>");
  }
  values.text("id", visible(parts.title)).text("lang", lang_of(document.language.code));
  values.markup("context_html", std::move(context)).text("source", source_label(document));
  values.address("place_href", Address::place(visit.frame.ground, *name, delivered));
  values.text("begin", std::to_string(delivered.begin)).text("end", std::to_string(delivered.end));
  values.text("count", std::to_string(delivered.size())).text("digest", digest);
  values.text("origin", visible(document.origin.substr(document.origin.rfind('/') + 1)));
  values.address("permanent_href", *parts.permanent).text("permanent", parts.permanent->str());
  if (shown) values.text("prefix", visible(document.text[prefix])).text("suffix", visible(document.text[suffix]));
  if (shown) values.text("exact", visible(document.text[*words]));
  for (std::size_t i = 0; i < account->speeches.size(); ++i) {
    const Speech& speech = account->speeches[i];
    if (!extent(speech).overlaps(*words)) continue;
    const std::string id = span_id(*name, document.text.to_blob(extent(speech)));
    const std::int32_t person = account->speakers[i].person;
    values.each("statements")
        .text("id", visible(id))
        .text("kind", kind_label(speech))
        .text("who", person < 0 ? "unknown" : visible(account->persons[static_cast<std::size_t>(person)].name))
        .address("statement_href", Address::statement(visit.frame.ground, id));
    values.flag("has_statements");
  }
  parts.main = render("bytes", values);
  return parts;
}

}  // namespace readout
