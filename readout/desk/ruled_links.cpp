// Links and discrepancies as people decided: what is, and is not, the same statement; who speaks at a place.
#include <algorithm>
#include <optional>
#include <tuple>

#include "readout/decision/anchor.h"
#include "readout/desk/ruled_record.h"

namespace readout {
namespace {

constexpr std::string_view kDecided = "decided";  // the rule of a link that people made or unmade

Basis basis_of(const Decision& by) {
  return {std::string(kDecided), 1, {{by.id, 1}}};
}

// Whether the link joins these bytes of its first document with those of the other.
bool is_between(const LinkRow& row, Span here, const std::string& other, Span there) {
  const std::optional<SpanName> a = parse_span_id(row.a);
  const std::optional<SpanName> b = parse_span_id(row.b);
  if (!a || !b || row.b_document != other) return false;
  if (is_about(here, a->delivered) && is_about(there, b->delivered)) return true;
  return row.a_document == other && is_about(here, b->delivered) && is_about(there, a->delivered);
}

// The smallest speech that holds the bytes.
Result<SpeechRow> speech_around(Record& record, const std::string& document, Span delivered) {
  const Result<std::vector<SpeechRow>> rows = record.speeches_of(document);
  if (!rows) return tl::unexpected(rows.error());
  const SpeechRow* least = nullptr;
  for (const SpeechRow& row : *rows)
    if (row.delivered.contains(delivered) && (least == nullptr || row.delivered.size() < least->delivered.size()))
      least = &row;
  if (least == nullptr) return fail(ErrorCode::not_found, "no statement holds these bytes", document);
  return *least;
}

Result<LinkRow> make_link(Record& record, const std::string& name, const TextAnchor& here, const std::string& other,
                          const TextAnchor& there) {
  const Result<SpeechRow> a = speech_around(record, name, here.delivered);
  const Result<SpeechRow> b = speech_around(record, other, there.delivered);
  const Result<Account> a_account = record.account(name);
  const Result<Account> b_account = record.account(other);
  for (const bool known : {a.has_value(), b.has_value(), a_account.has_value(), b_account.has_value()})
    if (!known) return fail(ErrorCode::not_found, "no statement holds these bytes", name);
  LinkRow row;
  row.a = span_id(name, here.delivered);
  row.b = span_id(other, there.delivered);
  row.a_document = name;
  row.b_document = other;
  row.a_speech = a->number;
  row.b_speech = b->number;
  row.a_span = a_account->document.text.map().to_text(here.delivered);
  row.b_span = b_account->document.text.map().to_text(there.delivered);
  row.a_words = here.exact;
  row.b_words = there.exact;
  row.kind = "version";
  return row;
}

}  // namespace

Result<std::vector<LinkRow>> RuledRecord::links_of(std::string_view document) {
  Result<std::vector<LinkRow>> rows = below_.links_of(document);
  if (!rows || rulings_.pairs().empty()) return rows;
  const Result<std::string> name = below_.find_name(document);
  if (!name) return tl::unexpected(name.error());
  return decided_links(*name, std::move(*rows));
}

// A decision unmakes every link of passages that it is about; one that says that they are the same makes a link where
// there is none.
Result<std::vector<LinkRow>> RuledRecord::decided_links(const std::string& name, std::vector<LinkRow> rows) {
  for (const DecidedPair& pair : rulings_.pairs()) {
    for (const bool turned : {false, true}) {
      const TextAnchor& here = turned ? pair.b : pair.a;
      const TextAnchor& there = turned ? pair.a : pair.b;
      const Result<std::vector<std::string>> heres = below_.names_of(here.blob);
      if (!heres) return tl::unexpected(heres.error());
      if (std::ranges::find(*heres, name) == heres->end()) continue;
      const Result<std::vector<std::string>> theres = below_.names_of(there.blob);
      if (!theres) return tl::unexpected(theres.error());
      for (const std::string& other : *theres) {
        bool joined = false;
        for (LinkRow& row : rows) {
          if (!is_between(row, here.delivered, other, there.delivered)) continue;
          if (pair.same) joined = joined || joins_statement(row.kind);
          if (pair.same || !joins_statement(row.kind)) continue;
          row.kind = "not_same";
          row.basis = basis_of(*pair.by);
        }
        // Links inside a document stand once.
        if (!pair.same || joined || (other == name && turned)) continue;
        Result<LinkRow> made = make_link(below_, name, here, other, there);
        if (!made) continue;  // no speech stands in these bytes: they join nothing
        made->basis = basis_of(*pair.by);
        rows.push_back(std::move(*made));
      }
    }
  }
  std::ranges::stable_sort(rows, {},
                           [](const LinkRow& row) { return std::tuple(row.a_span, row.b_document, row.b_span); });
  return rows;
}

// Who speaks there, by the name that was decided.
Result<void> RuledRecord::name_place(PlaceRow& place) {
  if (place.speech < 0) return {};
  SpeechFilter filter;
  filter.document = place.document;
  if (place.speech > 0) filter.after = Cursor{place.document, static_cast<std::uint32_t>(place.speech - 1)};
  filter.limit = 1;
  const Result<std::vector<SpeechRow>> rows = speeches(filter);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty() || rows->front().number != static_cast<std::uint32_t>(place.speech)) return {};
  if (rows->front().decided) place.speaker = rows->front().person ? rows->front().person->name : std::string();
  return {};
}

Result<void> RuledRecord::lay_over(DiscrepancyRow& row) {
  for (PlaceRow& place : row.places)
    if (const Result<void> done = name_place(place); !done) return done;
  for (WitnessRow& witness : row.witnesses)
    if (const Result<void> done = name_place(witness.place); !done) return done;
  return {};
}

Result<std::vector<DiscrepancyRow>> RuledRecord::discrepancies(const DiscrepancyFilter& filter) {
  Result<std::vector<DiscrepancyRow>> rows = below_.discrepancies(filter);
  if (!rows || (rulings_.persons().empty() && rulings_.given().empty())) return rows;
  for (DiscrepancyRow& row : *rows)
    if (const Result<void> done = lay_over(row); !done) return tl::unexpected(done.error());
  return rows;
}

Result<DiscrepancyRow> RuledRecord::discrepancy(std::string_view id) {
  Result<DiscrepancyRow> row = below_.discrepancy(id);
  if (!row) return row;
  if (const Result<void> done = lay_over(*row); !done) return tl::unexpected(done.error());
  return row;
}

}  // namespace readout
