// Links and discrepancies as people decided: what is, and is not, the same statement; who speaks at a place.
#include <algorithm>
#include <map>
#include <tuple>

#include "readout/desk/ruled_record.h"

namespace readout {
namespace {

constexpr std::string_view kDecided = "decided";  // the rule of a link that people made or unmade

Basis basis_of(const Decision& by) {
  return {std::string(kDecided), 1, {{by.id, 1}}};
}

}  // namespace

Result<std::vector<LinkRow>> RuledRecord::links_of(std::string_view document) {
  Result<std::vector<LinkRow>> rows = below_.links_of(document);
  if (!rows || rulings_.pairs().empty()) return rows;
  const Result<std::string> name = below_.find_name(document);
  if (!name) return tl::unexpected(name.error());
  return decided_links(*name, std::move(*rows));
}

Result<std::vector<LinkRow>> RuledRecord::decided_links(const std::string& name, std::vector<LinkRow> rows) {
  struct Speeches {
    std::uint32_t here = 0;
    std::string there_document;
    std::uint32_t there = 0;
    bool operator<(const Speeches& other) const {
      return std::tie(here, there_document, there) < std::tie(other.here, other.there_document, other.there);
    }
  };
  struct Ruled {
    const DecidedPair* pair = nullptr;
    SpeechRow here;
    SpeechRow there;
  };
  std::map<Speeches, Ruled> ruled;
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
        // Bytes that are no speech join nothing.
        Result<SpeechRow> a = below_.speech(span_id(name, here.delivered));
        Result<SpeechRow> b = below_.speech(span_id(other, there.delivered));
        if (!a || !b) continue;
        if (other == name && a->number > b->number) continue;  // links inside a document stand once
        const Speeches key{a->number, other, b->number};
        ruled[key] = {&pair, std::move(*a), std::move(*b)};
      }
    }
  }
  for (LinkRow& row : rows) {
    auto found = ruled.find({row.a_speech, row.b_document, row.b_speech});
    if (found == ruled.end() && row.b_document == name) found = ruled.find({row.b_speech, name, row.a_speech});
    if (found == ruled.end()) continue;
    const DecidedPair* pair = found->second.pair;
    if (pair->same == joins_statement(row.kind)) {
      if (pair->same) ruled.erase(found);  // joined already
      continue;
    }
    if (pair->same) continue;
    row.kind = "not_same";
    row.basis = basis_of(*pair->by);
  }
  for (const auto& [speeches, one] : ruled) {
    if (!one.pair->same) continue;
    LinkRow row;
    row.a = one.here.id;
    row.b = one.there.id;
    row.a_document = one.here.document;
    row.b_document = one.there.document;
    row.a_speech = one.here.number;
    row.b_speech = one.there.number;
    const auto extent = [](const SpeechRow& speech) {
      return Span{speech.speech.content.front().begin, speech.speech.content.back().end};
    };
    row.a_span = extent(one.here);
    row.b_span = extent(one.there);
    for (const std::string& words : one.here.words) row.a_words += (row.a_words.empty() ? "" : " ") + words;
    for (const std::string& words : one.there.words) row.b_words += (row.b_words.empty() ? "" : " ") + words;
    row.kind = "version";
    row.basis = basis_of(*one.pair->by);
    rows.push_back(std::move(row));
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
