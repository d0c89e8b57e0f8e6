#include "readout/desk/source_sheet.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "readout/discrepancy/document_diff.h"
#include "readout/engine/disagree.h"

namespace readout {
namespace {

constexpr std::size_t kMostChanges = 6;  // of one note

class MarginWriter {
 public:
  explicit MarginWriter(SourceSheet& sheet) : sheet_(sheet) {}

  void compare(const RecordPair& pair) {
    const Edition here = edition_of(pair.a);
    const Edition there = edition_of(pair.b);
    const std::vector<Counterpart> counterparts = find_counterparts(here, there, pair.links);
    if (counterparts.empty()) return;
    SourcePartner partner;
    partner.name = pair.b.document.name;
    partner.outlet = pair.b.document.outlet.empty() ? pair.b.document.agency : pair.b.document.outlet;
    for (const Moment* date : {&pair.b.document.dates.published, &pair.b.document.dates.copied,
                               &pair.b.document.dates.said, &pair.b.document.dates.crawled})
      if (!is_known(partner.date)) partner.date = *date;
    sheet_.partners.push_back(std::move(partner));
    MarginNote* row = nullptr;  // of passages that were dropped one behind the other
    std::uint32_t at = 0;
    for (const DiffItem& item : diff_documents(here, there, counterparts)) {
      SourcePartner& told = sheet_.partners.back();
      if (item.fate == DiffFate::added) {
        ++told.dropped;
        if (row != nullptr) {
          ++row->passages;
          continue;
        }
        MarginNote note;
        note.kind = MarginKind::dropped;
        note.span = {at, at};
        note.partner = sheet_.partners.size() - 1;
        note.there = there.document.text.to_blob(item.b.span);
        note.words = there.document.text[item.b.span];
        sheet_.notes.push_back(std::move(note));
        row = &sheet_.notes.back();
        continue;
      }
      row = nullptr;
      at = std::max(at, item.a.span.end);
      if (item.fate == DiffFate::omitted) {
        alone_.push_back(item.a.span);
        continue;
      }
      met_.push_back(item.a.span);
      ++told.kept;
      const Counterpart& one = counterparts[item.counterpart];
      if (one.relation == PassageRelation::verbatim && one.pair.changes.empty()) continue;
      ++told.changed;
      sheet_.notes.push_back(changed(one, here, there));
    }
    const SourcePartner& told = sheet_.partners.back();
    if (!reports_the_same(told))
      std::erase_if(sheet_.notes, [&](const MarginNote& note) {
        return note.kind == MarginKind::dropped && note.partner == sheet_.partners.size() - 1;
      });
  }

  void finish() {
    if (!sheet_.partners.empty()) add_only_here();
    std::ranges::stable_sort(sheet_.notes, {}, [](const MarginNote& note) {
      return std::tuple(note.span.begin, note.span.end, note.partner, note.kind, note.there);
    });
  }

 private:
  // One passage of many makes no version of a document: what else stands there was not dropped here.
  static bool reports_the_same(const SourcePartner& partner) {
    return partner.kept >= 3 || 4 * partner.kept >= partner.kept + partner.dropped;
  }

  MarginNote changed(const Counterpart& one, const Edition& here, const Edition& there) const {
    MarginNote note;
    note.kind = one.base_is_b ? MarginKind::changed : MarginKind::changed_by;
    note.span = one.a.span;
    note.partner = sheet_.partners.size() - 1;
    note.relation = one.relation;
    note.there = there.document.text.to_blob(one.b.span);
    const Text& from = one.base_is_b ? there.document.text : here.document.text;
    const Text& to = one.base_is_b ? here.document.text : there.document.text;
    // What bears on the meaning is never crowded out by what does not.
    for (const bool heavy : {true, false})
      for (const Change& change : one.pair.changes)
        if (bears_meaning(change) == heavy) {
          if (note.changes.size() < kMostChanges)
            note.changes.push_back({change.type, heavy, std::string(from[change.a]), std::string(to[change.b])});
          else
            ++note.more_changes;
        }
    return note;
  }

  // Passages of statements that every partner lacks, neighbours as one.
  void add_only_here() {
    std::ranges::sort(alone_);
    alone_.erase(std::unique(alone_.begin(), alone_.end()), alone_.end());
    std::ranges::sort(met_);
    std::vector<Span> lone;
    std::size_t next = 0;
    std::uint32_t reach = 0;  // the furthest end of what was met before
    for (const Span span : alone_) {
      while (next < met_.size() && met_[next].begin < span.end) reach = std::max(reach, met_[next++].end);
      if (reach > span.begin) continue;
      if (!lone.empty() && span.begin <= lone.back().end + 2)
        lone.back().end = std::max(lone.back().end, span.end);
      else
        lone.push_back(span);
    }
    for (const Span span : lone) {
      MarginNote note;
      note.kind = MarginKind::only_here;
      note.span = span;
      sheet_.notes.push_back(std::move(note));
    }
  }

  SourceSheet& sheet_;
  std::vector<Span> alone_;
  std::vector<Span> met_;
};

}  // namespace

Result<SourceSheet> load_source_sheet(Record& record, const std::string& name) {
  const Result<std::string> found = record.find_name(name);
  if (!found) return tl::unexpected(found.error());
  SourceSheet sheet;
  sheet.name = *found;
  const Result<DocumentRow> row = record.document(*found);
  if (!row) return tl::unexpected(row.error());
  sheet.replaces = row->replaces;
  sheet.replaced_by = row->replaced_by;
  bool loaded = false;
  MarginWriter margin(sheet);
  const Result<void> visited = visit_pairs(record, *found, [&](const RecordPair& pair) {
    if (!loaded) sheet.account = pair.a;
    loaded = true;
    if (!pair.self) margin.compare(pair);
    return sheet.partners.size() < kMostPartners;
  });
  if (!visited) return tl::unexpected(visited.error());
  if (!loaded) {
    Result<Account> account = record.account(*found);
    if (!account) return tl::unexpected(account.error());
    sheet.account = std::move(*account);
    sheet.account.document.name = *found;
  }
  if (sheet.partners.size() == kMostPartners) {
    const Result<std::vector<LinkRow>> links = record.links_of(*found);
    if (!links) return tl::unexpected(links.error());
    std::set<std::string> further;
    for (const LinkRow& link : *links)
      if (joins_statement(link.kind) && link.b_document > sheet.partners.back().name && link.b_document != *found)
        further.insert(link.b_document);
    sheet.more_partners = further.size();
  }
  margin.finish();
  return sheet;
}

std::string_view to_string(MarginKind kind) {
  switch (kind) {
    case MarginKind::changed:
      return "changed";
    case MarginKind::changed_by:
      return "changed by the other";
    case MarginKind::dropped:
      return "dropped";
    case MarginKind::only_here:
      return "only here";
  }
  return "";
}

}  // namespace readout
