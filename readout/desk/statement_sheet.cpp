#include "readout/desk/statement_sheet.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "readout/desk/statement_page.h"
#include "readout/desk/versions.h"

namespace readout {
namespace {

// The link as seen from its other end.
LinkRow turned(LinkRow link) {
  std::swap(link.a, link.b);
  std::swap(link.a_document, link.b_document);
  std::swap(link.a_speech, link.b_speech);
  std::swap(link.a_span, link.b_span);
  std::swap(link.a_words, link.b_words);
  for (Evidence& one : link.basis.evidence) {
    if (one.name == "share:a")
      one.name = "share:b";
    else if (one.name == "share:b")
      one.name = "share:a";
  }
  return link;
}

// What one document has of the statement, each part once.
struct VersionRow {
  std::string document;
  std::vector<Span> covered;                             // of the statement
  std::map<std::uint32_t, std::vector<Span>> by_speech;  // of the document

  bool has(Span part) const {
    return std::ranges::any_of(covered, [&](Span one) {
      const Span shared = {std::max(one.begin, part.begin), std::min(one.end, part.end)};
      return shared.begin < shared.end && 2 * shared.size() > std::min(one.size(), part.size());
    });
  }
};

std::vector<VersionRow> lay_out(std::vector<LinkRow> links) {
  std::ranges::sort(links, {}, [](const LinkRow& link) {
    return std::tuple(link.b_document, link.b_speech, link.a_span, link.b_span);
  });
  std::vector<VersionRow> rows;
  for (const LinkRow& link : links) {
    VersionRow* taking = nullptr;
    for (VersionRow& row : rows)
      if (row.document == link.b_document && (row.by_speech.contains(link.b_speech) || !row.has(link.a_span))) {
        taking = &row;
        break;
      }
    if (taking == nullptr) taking = &rows.emplace_back(VersionRow{link.b_document, {}, {}});
    taking->covered.push_back(link.a_span);
    taking->by_speech[link.b_speech].push_back(link.b_span);
  }
  return rows;
}

VersionWitness make_witness(const VersionRow& row, Account account) {
  VersionWitness witness{{}, std::move(account), 0, {}};
  std::uint32_t most = 0;
  for (const auto& [speech, spans] : row.by_speech) {
    const std::vector<Span> linked = join_spans(spans);
    const std::vector<Span>& whole = witness.account.speeches[speech].content;
    const std::vector<Span>& taken =
        is_far_longer(whole, linked) || (row.by_speech.size() > 1 && !linked.empty()) ? linked : whole;
    if (size_of_spans(taken) > most) witness.speech = speech;
    most = std::max(most, size_of_spans(taken));
    witness.content.insert(witness.content.end(), taken.begin(), taken.end());
  }
  witness.content = join_spans(std::move(witness.content));
  const Document& document = witness.account.document;
  witness.id =
      span_id(document.name, document.text.to_blob({witness.content.front().begin, witness.content.back().end}));
  return witness;
}

// Whether one of the versions has words of this speech.
bool is_among(const std::vector<VersionWitness>& versions, const SpeechRow& row) {
  return std::ranges::any_of(versions, [&](const VersionWitness& one) {
    return one.account.document.name == row.document && std::ranges::any_of(one.content, [&](Span span) {
             return std::ranges::any_of(row.speech.content, [&](Span own) { return own.overlaps(span); });
           });
  });
}

}  // namespace

Result<StatementSheet> load_statement_sheet(Record& record, const std::string& id) {
  Result<StatementPage> page = load_statement_page(record, id);
  if (!page) return tl::unexpected(page.error());
  StatementSheet sheet;
  sheet.page = std::move(*page);
  const SpeechRow& row = sheet.page.row;
  Result<std::vector<LinkRow>> links = record.links_of(row.document);
  if (!links) return tl::unexpected(links.error());
  std::vector<LinkRow> versions;
  for (LinkRow& link : *links) {
    const bool from = link.a_speech == row.number;
    if (!from && !(link.b_document == row.document && link.b_speech == row.number)) continue;
    LinkRow mine = from ? std::move(link) : turned(std::move(link));
    if (mine.kind == "also_said")
      sheet.also_said.push_back(std::move(mine));
    else if (mine.kind == "not_same")
      sheet.not_same.push_back(std::move(mine));
    else
      versions.push_back(std::move(mine));
  }
  std::vector<VersionRow> rows = lay_out(std::move(versions));
  std::ranges::stable_sort(rows, {}, &VersionRow::document);
  if (rows.size() > kMostVersions) {
    sheet.more_versions = rows.size() - kMostVersions;
    rows.resize(kMostVersions);
  }
  sheet.versions.push_back(make_witness({row.document, {}, {{row.number, {}}}}, sheet.page.account));
  for (const VersionRow& one : rows) {
    const auto same = std::ranges::find(sheet.versions, one.document,
                                        [](const VersionWitness& known) { return known.account.document.name; });
    if (same != sheet.versions.end()) {
      VersionWitness again = make_witness(one, same->account);
      sheet.versions.push_back(std::move(again));
      continue;
    }
    Result<Account> account = record.account(one.document);
    if (!account) return tl::unexpected(account.error());
    sheet.versions.push_back(make_witness(one, std::move(*account)));
  }
  for (const SpeechRow& other : sheet.page.witnesses)
    if (!is_among(sheet.versions, other)) sheet.elsewhere.push_back(other);
  return sheet;
}

}  // namespace readout
