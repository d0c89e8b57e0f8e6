#include "readout/page/report_ledger.h"

#include <map>
#include <set>

#include "readout/page/labels.h"
#include "readout/page/speech_list.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kDigits = 16;

// Rows of a table, set in type a few hundred at a time: what a page knows of a row takes far more room than the row.
class LedgerRows {
 public:
  explicit LedgerRows(const char* list) : list_(list) {}

  PageValues& next() {
    if (waiting_ == kTogether) flush();
    ++waiting_;
    return values_.each(list_);
  }

  Markup take() {
    flush();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kTogether = 300;

  void flush() {
    if (waiting_ > 0) out_.add(render("report_ledger_rows", values_));
    values_ = PageValues();
    waiting_ = 0;
  }

  std::string list_;
  std::size_t waiting_ = 0;
  PageValues values_;
  Markup out_;
};

std::string who_of(const SpeechRow& row) {
  if (!row.person) return "unknown";
  return is_named(row.person->kind) ? visible(row.person->name) : std::string(to_string(row.person->kind));
}

// The beginning of the digest of each row's bytes, in order of the rows; documents are loaded once.
Result<std::vector<std::string>> digests_of(Record& record, const std::vector<SpeechRow>& rows) {
  std::map<std::string, std::vector<std::size_t>> of_document;
  for (std::size_t i = 0; i < rows.size(); ++i) of_document[rows[i].document].push_back(i);
  std::vector<std::string> digests(rows.size());
  for (const auto& [name, places] : of_document) {
    const Result<Account> account = record.account(name);
    if (!account) return tl::unexpected(account.error());
    const std::string_view bytes = account->bytes ? *account->bytes : account->document.text.view();
    for (const std::size_t i : places) digests[i] = to_hex(sha256(slice(bytes, rows[i].delivered))).substr(0, kDigits);
  }
  return digests;
}

// Links of the selected statements, each once.
Result<void> fill_links(PageValues& values, Record& record, const std::vector<SpeechRow>& rows) {
  std::map<std::string, std::set<std::uint32_t>> chosen;
  for (const SpeechRow& row : rows) chosen[row.document].insert(row.number);
  const auto is_chosen = [&](const std::string& document, std::uint32_t speech) {
    const auto found = chosen.find(document);
    return found != chosen.end() && found->second.contains(speech);
  };
  LedgerRows table("links");
  for (const auto& [document, numbers] : chosen) {
    const Result<std::vector<LinkRow>> links = record.links_of(document);
    if (!links) return tl::unexpected(links.error());
    for (const LinkRow& link : *links) {
      const bool a = is_chosen(link.a_document, link.a_speech), b = is_chosen(link.b_document, link.b_speech);
      const bool told = b && link.b_document < link.a_document;
      if ((!a && !(b && link.a_document == link.b_document)) || told) continue;
      PageValues& row = table.next();
      row.text("a", visible(link.a)).text("b", visible(link.b)).text("kind", link.kind);
      row.text("rule", visible(link.basis.rule));
    }
  }
  values.markup("links_html", table.take());
  return {};
}

}  // namespace

TimelinePlot ledger_plot(const std::vector<SpeechRow>& rows) {
  TimelineStyle style;
  style.with_text = false;
  style.address = [](std::string_view id) { return Address::statement(Ground::file, id).str(); };
  TimelinePlot plot(std::move(style));
  for (SpeechRow row : rows) {
    // Lanes bear names alone.
    if (!row.person || !is_named(row.person->kind))
      row.person = Person{"", who_of(row), PersonKind::unnamed, {}, {}, {}};
    plot.add(row);
  }
  return plot;
}

Result<void> fill_ledger(PageValues& values, Record& record, const std::vector<SpeechRow>& rows) {
  const Result<std::vector<std::string>> digests = digests_of(record, rows);
  if (!digests) return tl::unexpected(digests.error());
  LedgerRows table("statements");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SpeechRow& row = rows[i];
    PageValues& one = table.next();
    one.text("anchor", statement_anchor(row.id)).text("id", visible(row.id)).text("when", dated(row));
    one.text("who", who_of(row)).text("kind", kind_label(row.speech)).text("digest", (*digests)[i]);
    for (const Reporter& reporter : row.chain)
      one.each("chain")
          .text("id", visible(reporter.id))
          .address("statement_href", Address::statement(Ground::file, reporter.id));
    one.address("source_href", Address::source(Ground::file, row.document));
    one.text("outlet", visible(outlet_label(row.outlet, row.agency))).number("versions", row.versions);
  }
  values.markup("statements_html", table.take());
  return fill_links(values, record, rows);
}

}  // namespace readout
