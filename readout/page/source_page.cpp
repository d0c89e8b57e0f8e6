// The page of a document: as it was delivered, with who speaks where, what was cut, and what it did to others' words.
#include "readout/decision/rulings.h"
#include "readout/desk/source_sheet.h"
#include "readout/page/csv.h"
#include "readout/page/decide_part.h"
#include "readout/page/labels.h"
#include "readout/page/pages.h"
#include "readout/page/source_body.h"
#include "readout/view/document_view.h"
#include "readout/view/json_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

void add_dates(PageValues& values, const Document& document, bool with_text) {
  const Dates& dates = document.dates;
  for (const auto& [label, date] : {std::pair{"Said", &dates.said}, std::pair{"Published", &dates.published},
                                    std::pair{"Copied", &dates.copied}, std::pair{"Crawled", &dates.crawled}}) {
    Markup out;
    if (is_known(*date))
      write_moment(out, *date, with_text ? document.text.view() : std::string_view());
    else
      out.html("not mentioned");
    show_fact(values, label, std::move(out));
  }
}

void add_facts(PageValues& values, const SourceSheet& sheet, const Visit& visit) {
  const Document& document = sheet.account.document;
  const Ground ground = visit.frame.ground;
  const auto add_text = [&](std::string label, std::string_view text) {
    if (!text.empty()) show_fact(values, std::move(label), std::move(Markup().bdi(visible(text))));
  };
  add_text("Outlet", document.outlet);
  add_text("Agency", document.agency);
  add_text("Place", document.place);
  for (const std::string& author : document.authors) add_text("By", author);
  add_dates(values, document, visit.frame.with_text);
  if (!document.url.empty()) {
    Markup out;
    if (const std::optional<Address> web = Address::web(document.url))
      out.html("<a rel=\"external noreferrer noopener\"").href(*web).html(">").bdi(document.url).html("</a>");
    else
      out.bdi(document.url);
    show_fact(values, "Address", std::move(out));
  }
  const std::string origin = document.origin.substr(document.origin.rfind('/') + 1);
  Markup file;
  file.bdi(visible(origin)).html(" <span class=\"basis\">").number(document.blob_bytes).html(" bytes, ");
  file.text(to_string(document.format)).html(", ").text(document.encoding).html("</span>");
  show_fact(values, "File", std::move(file));
  show_fact(values, "sha256", std::move(Markup().html("<code>").text(to_hex(document.blob)).html("</code>")));
  Markup what;
  what.text(to_string(document.form))
      .html(", ")
      .text(document.language.code == "und" ? "language unknown" : document.language.code);
  show_fact(values, "Form", std::move(what));
  if (!sheet.replaces.empty())
    show_fact(values, "Replaces",
              std::move(Markup().link(Address::source(ground, sheet.replaces), visible(sheet.replaces))));
  show_doubts(values, document.doubts, document, visit.frame.with_text);
  if (visit.rulings == nullptr) return;
  const Standing standing = visit.rulings->on_document(document.blob);
  if (standing.by != nullptr)
    show_fact(values, "Decided",
              std::move(Markup().text(to_string(standing.stand)).html(" by ").bdi(credit(*standing.by))));
  for (const Decision* note : standing.notes) show_fact(values, "Note", std::move(Markup().bdi(credit(*note))));
}

void add_partners(PageValues& values, const SourceSheet& sheet, Ground ground) {
  for (const SourcePartner& partner : sheet.partners) {
    PageValues& row = values.each("partners");
    std::string label = visible(partner.name);
    if (!partner.outlet.empty()) label += ", " + visible(partner.outlet);
    if (is_known(partner.date)) label += ", " + to_iso(partner.date).substr(0, 10);
    row.text("label", label);
    row.address("partner_href", Address::source(ground, partner.name));
    row.number("kept", partner.kept).number("changed", partner.changed).number("dropped", partner.dropped);
  }
  values.flag("has_partners", !sheet.partners.empty());
  if (sheet.more_partners > 0) values.number("more_partners", sheet.more_partners);
}

std::string notes_json(const SourceSheet& sheet, bool with_text) {
  JsonWriter json;
  json.array();
  for (const MarginNote& note : sheet.notes) {
    const Span here = sheet.account.document.text.to_blob(note.span);
    json.object().key("kind").value(to_string(note.kind)).key("begin").value(here.begin).key("end").value(here.end);
    if (note.kind != MarginKind::only_here) {
      const SourcePartner& partner = sheet.partners[note.partner];
      json.key("document").value(partner.name).key("there").value(span_id(partner.name, note.there));
    }
    if (note.kind == MarginKind::dropped) {
      json.key("passages").value(static_cast<std::uint64_t>(note.passages));
      if (with_text) json.key("words").value(note.words);
    } else if (note.kind != MarginKind::only_here) {
      json.key("relation").value(to_string(note.relation)).key("changes").array();
      for (const MarginChange& change : note.changes) {
        json.object().key("type").value(to_string(change.type)).key("bears_meaning").value(change.heavy);
        if (with_text) json.key("from").value(change.from).key("to").value(change.to);
        json.end();
      }
      json.end();
    }
    json.end();
  }
  return json.end().take();
}

std::string whole_json(const SourceSheet& sheet, const DocumentRow& row, bool with_text) {
  JsonWriter json;
  json.object().key("name").value(sheet.name).key("replaces").value(sheet.replaces);
  json.key("replaced_by").value(sheet.replaced_by);
  if (with_text) {
    json.key("document").raw(document_json(sheet.account, row)).key("speeches").array();
    for (std::size_t i = 0; i < sheet.account.speeches.size(); ++i) json.raw(speech_json(sheet.account, i));
    json.end();
  } else {
    json.key("sha256").value(to_hex(sheet.account.document.blob));
  }
  json.key("notes").raw(notes_json(sheet, with_text));
  return json.end().take();
}

std::string speeches_csv(const SourceSheet& sheet, bool with_text) {
  Csv csv({"id", "begin", "end", "speaker", "kind", "polarity", "depth", "words"});
  for (const SpeechRow& row : speech_rows(sheet.account, sheet.name))
    csv.row({row.id, std::to_string(row.delivered.begin), std::to_string(row.delivered.end), speaker_label(row),
             std::string(to_string(row.speech.kind)), std::string(to_string(row.speech.polarity)),
             std::to_string(row.speech.depth), with_text ? spoken_words(row) : ""});
  return csv.take();
}

}  // namespace

Result<PageParts> answer_source(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (rest.empty()) return fail(ErrorCode::bad_argument, "a document is named: /source/104", ask.path);
  const Result<SourceSheet> sheet = load_source_sheet(visit.record, std::string(rest));
  if (!sheet) return tl::unexpected(sheet.error());
  const Document& document = sheet->account.document;
  PageParts parts;
  parts.here = "";
  parts.title = source_label(document);
  parts.permanent = Address::source(Ground::site, sheet->name);
  parts.csv = "";
  if (ask.form == PageForm::csv) {
    parts.csv = speeches_csv(*sheet, visit.frame.with_text);
    return parts;
  }
  if (ask.form == PageForm::json) {
    const Result<DocumentRow> row = visit.record.document(sheet->name);
    if (!row) return tl::unexpected(row.error());
    parts.json = whole_json(*sheet, *row, visit.frame.with_text);
    return parts;
  }
  const Ground ground = visit.frame.ground;
  PageValues values;
  values.text("anchor", source_anchor(sheet->name)).text("name", visible(sheet->name));
  values.text("heading", document.title.empty() ? visible(sheet->name) : visible(document.title));
  values.text("lang", lang_of(document.language.code)).text("refused", refusal_label(document));
  if (!sheet->replaced_by.empty())
    values.text("replaced_by", visible(sheet->replaced_by))
        .address("replaced_by_href", Address::source(ground, sheet->replaced_by));
  add_facts(values, *sheet, visit);
  add_partners(values, *sheet, ground);
  values.markup("body_html", source_body(*sheet, visit.frame));
  values.number("speeches", sheet->account.speeches.size()).flag("site", ground == Ground::site);
  values.address("inbox_href", Address::page(ground, "inbox").with("document", sheet->name));
  values.address("timeline_href", Address::page(ground, "timeline").with("document", sheet->name));
  values.markup("decide_html", decide_part(DecidedKind::document, "document:" + sheet->name, ask, visit));
  parts.main = render("source", values);
  return parts;
}

}  // namespace readout
