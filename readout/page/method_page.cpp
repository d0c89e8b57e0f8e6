// Method: files and digests, engine and lexicons, scores, limits, how an id is read, where the journal lies.
#include "readout/base/lexicon.h"
#include "readout/decision/rulings.h"
#include "readout/page/csv.h"
#include "readout/page/facets.h"
#include "readout/page/pages.h"
#include "readout/page/scores.h"

namespace readout {
namespace {

constexpr std::size_t kEngines = 20;

struct Method {
  std::vector<DocumentBrief> files;
  std::string next;  // cursor
  std::vector<RecordTally> engines;
  RecordCounts counts;
};

Result<Method> load_method(const PageAsk& ask, Record& record) {
  Method method;
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  DocumentFilter filter;
  filter.limit = *limit + 1;
  if (const std::string_view after = param_of(ask.params, "after"); !after.empty())
    filter.after = DocumentCursor{{}, std::string(after)};
  Result<std::vector<DocumentBrief>> files = record.document_list(filter);
  if (!files) return tl::unexpected(files.error());
  method.files = std::move(*files);
  method.next = cut_page(method.files, *limit, [](const DocumentBrief& file) { return file.name; });
  Result<std::vector<RecordTally>> engines = record.tallies(TallyOf::engine, kEngines);
  if (!engines) return tl::unexpected(engines.error());
  method.engines = std::move(*engines);
  const Result<RecordCounts> counts = record.counts();
  if (!counts) return tl::unexpected(counts.error());
  method.counts = *counts;
  return method;
}

std::string json_of(const PageAsk& ask, const Method& method, const PageFrame& frame) {
  JsonWriter json;
  json.object().key("version").value(frame.version).key("schema").value(record_schema());
  json.key("lexicons").value(to_hex(lexicon_digest())).key("engines").array();
  for (const RecordTally& engine : method.engines)
    json.object().key("engine").value(engine.of).key("documents").value(engine.count).end();
  json.end().key("record").value(frame.record_path).key("journal").value(journal_path(frame.record_path));
  json.key("scores").array();
  for (const ScoreRow& row : known_scores())
    json.object()
        .key("figure")
        .value(row.figure)
        .key("value")
        .value(row.value)
        .key("measured_on")
        .value(row.measured_on)
        .key("date")
        .value(kScoresDate)
        .key("command")
        .value(row.command)
        .end();
  json.end().key("files").array();
  for (const DocumentBrief& file : method.files)
    json.object()
        .key("name")
        .value(file.name)
        .key("sha256")
        .value(to_hex(file.blob))
        .key("bytes")
        .value(file.bytes)
        .key("origin")
        .value(file.origin)
        .key("refused")
        .value(file.refused)
        .end();
  json.end();
  write_next(json, "next", ask, "after", method.next);
  json.end();
  return json.take();
}

}  // namespace

Result<PageParts> answer_method(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "there is no such page", ask.path);
  const Result<Method> method = load_method(ask, visit.record);
  if (!method) return tl::unexpected(method.error());
  PageParts parts;
  parts.here = "method";
  parts.title = "Method";
  parts.csv = "";
  if (ask.form == PageForm::json) {
    parts.json = json_of(ask, *method, visit.frame);
    return parts;
  }
  if (ask.form == PageForm::csv) {
    Csv csv({"name", "sha256", "bytes", "origin", "refused", "cursor"});
    for (const DocumentBrief& file : method->files)
      csv.row({file.name, to_hex(file.blob), std::to_string(file.bytes), file.origin, file.refused, file.name});
    parts.csv = csv.take();
    return parts;
  }
  PageValues values;
  values.text("version", visit.frame.version).text("schema", std::to_string(record_schema()));
  values.text("lexicons", to_hex(lexicon_digest())).text("record", visit.frame.record_path);
  values.text("journal", visit.frame.record_path.empty() ? "" : journal_path(visit.frame.record_path));
  values.number("documents", method->counts.documents).text("scores_date", std::string(kScoresDate));
  values.address("csv_href", Address::again(ask, PageForm::csv));
  for (const RecordTally& engine : method->engines)
    values.each("engines").text("engine", engine.of).number("count", engine.count);
  for (const ScoreRow& row : known_scores())
    values.each("scores")
        .text("figure", std::string(row.figure))
        .text("value", std::string(row.value))
        .text("measured_on", std::string(row.measured_on))
        .text("command", std::string(row.command));
  for (const DocumentBrief& file : method->files)
    values.each("files")
        .text("name", file.name)
        .text("sha256", to_hex(file.blob))
        .number("bytes", file.bytes)
        .text("origin", file.origin)
        .text("refused", file.refused)
        .address("source_href", Address::source(visit.frame.ground, file.name));
  values.flag("some_files", !method->files.empty());
  show_next(values, ask, method->next);
  parts.main = render("method", values);
  return parts;
}

}  // namespace readout
