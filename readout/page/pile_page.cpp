// Pile: what is here, what needs a look, what was cut and why, what could not be read.
#include "readout/desk/query.h"
#include "readout/page/csv.h"
#include "readout/page/discrepancy_values.h"
#include "readout/page/facets.h"
#include "readout/page/labels.h"
#include "readout/page/needs_values.h"
#include "readout/page/pages.h"
#include "readout/page/speech_list.h"

namespace readout {
namespace {

constexpr std::size_t kTallies = 40;
constexpr std::size_t kHeaviest = 5;
constexpr std::size_t kRefused = 20;
constexpr std::size_t kOutlets = 60;

// "1741046400.name"; ".name" among those without a date; in order of name alone too.
std::string cursor_of(const DocumentBrief& row) {
  const DocumentCursor cursor = document_cursor(row);
  return make_cursor({cursor.begin_s ? std::to_string(*cursor.begin_s) : std::string(), cursor.name});
}

Result<DocumentFilter> filter_of(const PageAsk& ask, std::size_t limit) {
  DocumentFilter filter;
  filter.language = param_of(ask.params, "language");
  filter.outlet = param_of(ask.params, "outlet");
  const std::string_view order = param_of(ask.params, "order");
  filter.order = order == "date"     ? DocumentOrder::date
                 : order == "newest" ? DocumentOrder::newest
                                     : DocumentOrder::name;
  const std::string_view read = param_of(ask.params, "read");
  if (!read.empty()) filter.refused = read == "refused";
  filter.limit = limit + 1;
  const std::string_view after = param_of(ask.params, "after");
  if (after.empty()) return filter;
  const Result<std::vector<std::string>> parts = read_cursor(after, 2);
  if (!parts) return tl::unexpected(parts.error());
  DocumentCursor cursor;
  cursor.name = parts->back();
  if (!parts->front().empty()) {
    const Result<std::int64_t> begin = read_cursor_number(parts->front());
    if (!begin) return tl::unexpected(begin.error());
    cursor.begin_s = *begin;
  }
  filter.after = cursor;
  return filter;
}

// What stands above the table, on its first page.
struct Summary {
  RecordCounts counts;
  std::vector<RecordTally> languages;
  std::vector<RecordTally> outlets;
  std::vector<RecordTally> cut;
  std::vector<RecordTally> doubts;
  std::vector<RecordTally> refusals;
  std::vector<RecordTally> dated;
  std::vector<DocumentBrief> refused;
  DiscrepancyTotals totals;
  std::vector<DiscrepancyRow> heaviest;
};

template <class T>
Result<void> put(T& place, Result<T> found) {
  if (!found) return tl::unexpected(found.error());
  place = std::move(*found);
  return {};
}

Result<Summary> load_summary(Record& record) {
  Summary all;
  if (auto done = put(all.counts, record.counts()); !done) return tl::unexpected(done.error());
  for (const auto& [rows, what, most] :
       {std::tuple{&all.languages, TallyOf::language, kTallies}, std::tuple{&all.outlets, TallyOf::outlet, kOutlets},
        std::tuple{&all.cut, TallyOf::cut, kTallies}, std::tuple{&all.doubts, TallyOf::doubt, kTallies},
        std::tuple{&all.refusals, TallyOf::refused, kTallies}, std::tuple{&all.dated, TallyOf::when_of, kTallies}})
    if (auto done = put(*rows, record.tallies(what, most)); !done) return tl::unexpected(done.error());
  DocumentFilter refused;
  refused.refused = true;
  refused.limit = kRefused;
  if (auto done = put(all.refused, record.document_list(refused)); !done) return tl::unexpected(done.error());
  if (auto done = put(all.totals, record.discrepancy_totals()); !done) return tl::unexpected(done.error());
  DiscrepancyFilter heaviest;
  heaviest.limit = kHeaviest;
  if (auto done = put(all.heaviest, record.discrepancies(heaviest)); !done) return tl::unexpected(done.error());
  return all;
}

void write_tally(JsonWriter& json, std::string_view key, const std::vector<RecordTally>& rows) {
  json.key(key).array();
  for (const RecordTally& row : rows) json.object().key("of").value(row.of).key("count").value(row.count).end();
  json.end();
}

std::string json_of(const PageAsk& ask, const std::optional<Summary>& summary, const std::vector<DocumentBrief>& rows,
                    const std::string& next, const PageFrame& frame) {
  JsonWriter json;
  json.object();
  if (summary) {
    const RecordCounts& counts = summary->counts;
    json.key("counts").object().key("documents").value(counts.documents).key("refused").value(counts.refused);
    json.key("statements").value(counts.speeches).key("people").value(counts.persons);
    json.key("files").value(counts.blobs).end();
    write_tally(json, "languages", summary->languages);
    write_tally(json, "outlets", summary->outlets);
    write_tally(json, "cut", summary->cut);
    write_tally(json, "doubts", summary->doubts);
    write_tally(json, "refused_for", summary->refusals);
    write_tally(json, "dated_by", summary->dated);
    write_tallies(json, "discrepancies", summary->totals);
  }
  json.key("documents").array();
  for (const DocumentBrief& row : rows) {
    json.object().key("name").value(row.name).key("origin").value(row.origin).key("outlet").value(row.outlet);
    json.key("agency").value(row.agency).key("title").value(frame.with_text ? row.title : "");
    json.key("language").value(row.language).key("form").value(row.form).key("format").value(row.format);
    json.key("refused").value(row.refused).key("date").value(to_iso(row.date)).key("date_of");
    json.value(to_string(row.date_of)).key("bytes").value(row.bytes).key("statements").value(row.speeches);
    json.key("current").value(row.current).end();
  }
  json.end();
  write_next(json, "next", ask, "after", next);
  json.end();
  return json.take();
}

void show_summary(PageValues& values, const Summary& all, const PageAsk& ask, const PageFrame& frame) {
  values.flag("summary");
  values.number("documents_count", all.counts.documents).number("statements_count", all.counts.speeches);
  values.number("people_count", all.counts.persons).number("refused_count", all.counts.refused);
  values.flag("some_refused", all.counts.refused > 0).flag("empty", all.counts.documents == 0);
  values.address("timeline_href", Address::page(frame.ground, "timeline"));
  values.address("person_href", Address::page(frame.ground, "person"));
  values.address("inbox_href", Address::page(frame.ground, "inbox"));
  values.address("method_href", Address::page(frame.ground, "method"));
  values.address("all_refused_href", narrowed(ask, "read", "refused"));
  for (const RecordTally& tally : all.languages)
    values.each("languages")
        .text("of", tally.of)
        .number("count", tally.count)
        .address("of_href", narrowed(ask, "language", tally.of));
  std::uint64_t named = 0;
  for (const RecordTally& tally : all.outlets) {
    if (tally.of.empty()) {
      values.number("no_outlet", tally.count);
      continue;
    }
    ++named;
    if (named > 12) continue;
    values.each("outlets")
        .text("of", tally.of)
        .number("count", tally.count)
        .address("of_href", narrowed(ask, "outlet", tally.of));
  }
  values.flag("more_outlets", named > 12);
  for (const RecordTally& tally : all.dated) {
    const bool said = tally.of == "speech" || tally.of == "said";
    values.each("dated").text("of", said ? tally.of + ": date of speaking" : tally.of).number("count", tally.count);
  }
  values.flag("some_cut", !all.cut.empty());
  for (const RecordTally& tally : all.cut) {
    const std::size_t blank = tally.of.find(' ');
    values.each("cut")
        .text("kind", tally.of.substr(0, blank))
        .text("reason", blank == std::string::npos ? "" : tally.of.substr(blank + 1))
        .number("count", tally.count);
  }
  values.flag("some_doubts", !all.doubts.empty());
  for (const RecordTally& tally : all.doubts) values.each("doubts").text("of", tally.of).number("count", tally.count);
  for (const DocumentBrief& row : all.refused)
    values.each("refused")
        .text("name", row.name)
        .text("origin", row.origin)
        .text("reason", row.refused)
        .number("bytes", row.bytes)
        .address("source_href", Address::source(frame.ground, row.name));
  values.flag("more_refused", all.counts.refused > all.refused.size());
  show_needs(values, all.totals, all.heaviest, frame);
}

void show_documents(PageValues& values, const std::vector<DocumentBrief>& rows, const PageFrame& frame) {
  values.flag("some_documents", !rows.empty());
  for (const DocumentBrief& row : rows) {
    PageValues& entry = values.each("documents");
    entry.text("name", row.name).address("source_href", Address::source(frame.ground, row.name));
    entry.text("outlet", outlet_label(row.outlet, row.agency)).text("title", frame.with_text ? row.title : "");
    entry.text("lang", lang_of(row.language)).text("language", row.language);
    entry.text("date", row.date_of == WhenOf::unknown ? "" : readable_time(row.date));
    entry.text("date_of", std::string(to_string(row.date_of))).text("form", row.form).text("refused", row.refused);
    entry.number("speeches", row.speeches).number("bytes", row.bytes).flag("old", !row.current);
    entry.text("origin", row.title.empty() || !frame.with_text ? row.origin : "");
  }
}

}  // namespace

Result<PageParts> answer_pile(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "there is no such page", ask.path);
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  const Result<DocumentFilter> filter = filter_of(ask, *limit);
  if (!filter) return tl::unexpected(filter.error());
  Result<std::vector<DocumentBrief>> rows = visit.record.document_list(*filter);
  if (!rows) return tl::unexpected(rows.error());
  const std::string next = cut_page(*rows, *limit, cursor_of);
  PageParts parts;
  parts.title = "Pile";
  parts.csv = "";
  if (ask.form == PageForm::csv) {
    Csv csv({"name", "origin", "outlet", "agency", "title", "language", "form", "format", "refused", "date", "date_of",
             "bytes", "statements", "current", "cursor"});
    for (const DocumentBrief& row : *rows)
      csv.row({row.name, row.origin, row.outlet, row.agency, visit.frame.with_text ? row.title : "", row.language,
               row.form, row.format, row.refused, to_iso(row.date), std::string(to_string(row.date_of)),
               std::to_string(row.bytes), std::to_string(row.speeches), row.current ? "1" : "0", cursor_of(row)});
    parts.csv = csv.take();
    return parts;
  }
  std::optional<Summary> summary;
  if (param_of(ask.params, "after").empty()) {
    Result<Summary> found = load_summary(visit.record);
    if (!found) return tl::unexpected(found.error());
    summary = std::move(*found);
  }
  if (ask.form == PageForm::json) {
    parts.json = json_of(ask, summary, *rows, next, visit.frame);
    return parts;
  }
  PageValues values;
  if (summary) show_summary(values, *summary, ask, visit.frame);
  std::vector<FacetChoice> languages;
  std::vector<FacetChoice> outlets;
  if (summary) {
    for (const RecordTally& tally : summary->languages) languages.push_back({tally.of, {}, tally.count});
    for (const RecordTally& tally : summary->outlets)
      if (!tally.of.empty()) outlets.push_back({tally.of, {}, tally.count});
  }
  show_facets(values, ask,
              {{"outlet", "Outlet", std::move(outlets)},
               {"language", "Language", std::move(languages)},
               {"read", "Read", {{"read", "", {}}, {"refused", "", {}}}},
               {"order", "Order", {{"date", "earliest first", {}}, {"newest", "latest first", {}}}, "by name"}});
  show_documents(values, *rows, visit.frame);
  show_next(values, ask, next);
  parts.main = render("pile", values);
  return parts;
}

}  // namespace readout
