#include "readout/page/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "readout/desk/by_time.h"
#include "readout/desk/query.h"
#include "readout/desk/statement_page.h"
#include "readout/page/labels.h"
#include "readout/page/pages.h"
#include "readout/page/report_file.h"
#include "readout/page/report_ledger.h"
#include "readout/page/speech_list.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

Error too_large(const std::string& what) {
  return {ErrorCode::bad_argument,
          what + "; take one --person, --document or period (--since, --until), or --without-text", ""};
}

class ReportMaking {
 public:
  ReportMaking(const ReportAsk& ask, Visit& visit) : ask_(ask), visit_(visit), frame_(visit.frame) {}

  Result<std::string> make() {
    if (const Result<void> read = read_statements(); !read) return tl::unexpected(read.error());
    if (const Result<void> read = read_documents(); !read) return tl::unexpected(read.error());
    if (const Result<void> added = frame_.with_text ? add_pages() : add_ledger(); !added)
      return tl::unexpected(added.error());
    std::string whole = file_.finish(head(), foot());
    if (whole.size() > kMostReportBytes) return tl::unexpected(too_many_bytes());
    return whole;
  }

 private:
  Result<void> read_statements() {
    if (!ask_.statement.empty()) {
      Result<StatementPage> page = load_statement_page(visit_.record, ask_.statement);
      if (!page) return tl::unexpected(page.error());
      for (const SpeechRow& witness : page->witnesses) documents_.insert(witness.document);
      take(std::move(page->row));
      return {};
    }
    if (frame_.with_text) {
      const Result<std::size_t> count =
          for_each_speech(visit_.record, ask_.filter, [](const SpeechRow&) { return true; });
      if (!count) return tl::unexpected(count.error());
      if (*count > kMostReportStatements)
        return tl::unexpected(too_large(std::to_string(*count) + " statements, and a report with text holds at most " +
                                        std::to_string(kMostReportStatements)));
    }
    const Result<std::size_t> read = for_each_by_time(visit_.record, ask_.filter, [&](const SpeechRow& row) {
      take(row);
      return true;
    });
    if (!read) return tl::unexpected(read.error());
    return {};
  }

  void take(SpeechRow row) {
    if (!ids_.insert(row.id).second) return;
    documents_.insert(row.document);
    ++speeches_[row.document];
    if (row.person) {
      auto& [name, kind, count] = people_[row.person->key];
      name = row.person->name;
      kind = row.person->kind;
      ++count;
    }
    if (!frame_.with_text) {
      // Not needed, and most of what a row holds.
      row.words = row.cue_words = row.channel_words = {};
      row.speech.basis = row.speaker_basis = {};
      row.candidates = {};
    }
    rows_.push_back(std::move(row));
  }

  Result<void> read_documents() {
    sources_.insert(ask_.sources.begin(), ask_.sources.end());
    if (ask_.all_documents) {
      std::string after;
      for (;;) {
        const Result<std::vector<DocumentRow>> rows = visit_.record.documents(after);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) break;
        for (const DocumentRow& row : *rows) sources_.insert(row.document.name);
        after = rows->back().document.name;
      }
    }
    documents_.insert(sources_.begin(), sources_.end());
    return {};
  }

  Error too_many_bytes() const {
    return too_large("more than " + std::to_string(kMostReportBytes >> 20) + " MiB, which is the most");
  }

  Result<void> add(const Markup& page) {
    file_.add(page);
    if (file_.size() > kMostReportBytes) return tl::unexpected(too_many_bytes());
    return {};
  }

  TimelinePlot plot() const {
    TimelinePlot plot({TimelineLanes::speaker, false, frame_.with_text,
                       [](std::string_view id) { return Address::statement(Ground::file, id).str(); }});
    for (const SpeechRow& row : rows_) plot.add(row);
    return plot;
  }

  Result<void> add_page(PageMaker maker, const std::string& path, std::string_view rest) {
    const Result<PageParts> parts = maker({path, {}, PageForm::html}, rest, visit_);
    if (!parts) return tl::unexpected(parts.error());
    return add(parts->main);
  }

  Result<void> add_sources() {
    Result<void> added;
    for (const std::string& name : sources_)
      if (added) added = add_page(answer_source, "/source/" + name, name);
    return added;
  }

  Result<void> add_pages() {
    PageValues values;
    for (const SpeechRow& row : rows_) show_speech(values.each("statements"), row, frame_);
    if (rows_.size() > 1) {
      Markup picture;
      values.markup("picture_html", std::move(picture.picture(plot())));
    }
    Result<void> added;
    // What was asked for comes first.
    if (!ask_.all_documents) added = add_sources();
    if (added) added = add(render("report_list", values));
    for (const SpeechRow& row : rows_)
      if (added) added = add_page(answer_statement, "/statement/" + row.id, row.id);
    if (added && ask_.all_documents) added = add_sources();
    return added;
  }

  Result<void> add_ledger() {
    PageValues values;
    if (rows_.size() > 1) {
      Markup picture;
      values.markup("picture_html", std::move(picture.picture(ledger_plot(rows_))));
    }
    if (const Result<void> filled = fill_ledger(values, visit_.record, rows_); !filled)
      return tl::unexpected(filled.error());
    return add(render("report_ledger", values));
  }

  std::string title() const { return ask_.about.empty() ? "The whole pile" : visible(ask_.about); }

  Markup head() const {
    PageValues values;
    values.text("title", title()).text("style_source", style_source());
    values.markup("style_html", std::move(Markup().style_sheet()));
    for (const auto& [name, label] : {std::pair{"timeline", "By time"}, std::pair{"people", "People"},
                                      std::pair{"documents", "Documents"}, std::pair{"check", "How to check"}})
      values.each("parts").text("label", label).address("part_href", Address::page(Ground::file, name));
    values.number("statements", rows_.size()).number("documents", documents_.size());
    values.flag("without", !frame_.with_text);
    return render("report", values);
  }

  Markup foot() {
    PageValues values;
    std::vector<std::pair<std::string, PersonCount>> people(people_.begin(), people_.end());
    std::ranges::sort(people, [](const auto& a, const auto& b) {
      return std::tie(b.second.count, a.second.name, a.first) < std::tie(a.second.count, b.second.name, b.first);
    });
    for (const auto& [key, person] : people) {
      if (!frame_.with_text && !is_named(person.kind)) continue;
      PageValues& row = values.each("people");
      row.text("anchor", person_anchor(key)).text("name", visible(person.name));
      row.text("kind", std::string(to_string(person.kind))).number("speeches", person.count);
    }
    for (const std::string& name : documents_) {
      const Result<DocumentRow> found = visit_.record.document(name);
      if (!found) continue;  // it went meanwhile
      const Document& document = found->document;
      PageValues& row = values.each("documents");
      const bool whole = frame_.with_text && sources_.contains(name);
      row.text("anchor", whole ? "listed-" + source_anchor(name) : source_anchor(name)).text("name", visible(name));
      if (whole) row.address("source_href", Address::source(Ground::file, name));
      row.text("outlet", visible(outlet_of(document))).text("published", to_iso(document.dates.published));
      row.number("bytes", document.blob_bytes).text("sha256", to_hex(document.blob));
      row.number("speeches", speeches_[name]);
    }
    values.flag("without", !frame_.with_text).text("version", frame_.version);
    return render("report_foot", values);
  }

  struct PersonCount {
    std::string name;
    PersonKind kind = PersonKind::person;
    std::size_t count = 0;
  };

  const ReportAsk& ask_;
  Visit& visit_;
  const PageFrame& frame_;
  std::vector<SpeechRow> rows_;
  std::set<std::string> ids_;
  std::set<std::string> documents_;
  std::set<std::string> sources_;
  std::map<std::string, std::size_t> speeches_;
  std::map<std::string, PersonCount> people_;
  ReportFile file_{"top", "main", "people", "documents", "check"};
};

}  // namespace

Result<std::string> make_report(const ReportAsk& ask, Visit& visit) {
  return ReportMaking(ask, visit).make();
}

}  // namespace readout
