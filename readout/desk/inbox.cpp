#include "readout/desk/inbox.h"

#include <algorithm>
#include <utility>

#include "readout/desk/ruled_record.h"

namespace readout {

namespace {

constexpr std::size_t kReadAtOnce = 200;

ShownDiscrepancy show_ruled(DiscrepancyRow row, const Rulings& rulings) {
  std::vector<DecidedRemark> decided = remarks_of(rulings.on_discrepancy(row.id));
  ShownDiscrepancy shown = show_discrepancy(std::move(row));
  shown.decided = std::move(decided);
  return shown;
}

}  // namespace

Result<Inbox> read_inbox(Record& record, const std::string& document, int least, std::size_t limit,
                         const std::vector<std::string>& kinds, InboxScope scope) {
  Inbox inbox;
  const Result<DiscrepancyTotals> totals = record.discrepancy_totals(document);
  if (!totals) return tl::unexpected(totals.error());
  inbox.linked = totals->linked;
  for (const DiscrepancyTally& tally : totals->tallies) {
    if (!kinds.empty() && std::ranges::find(kinds, tally.kind) == kinds.end()) continue;
    if (tally.weight < least) {
      inbox.left_out += tally.all;
    } else if (tally.told > 0) {
      inbox.counts[std::string(weight_label(tally.weight))] += tally.told;
      inbox.total += tally.told;
    }
  }
  const Rulings& rulings = rulings_of(record);
  const std::vector<std::string> judged = rulings.judged_discrepancies();
  DiscrepancyFilter filter;
  filter.kinds = kinds;
  filter.document = document;
  filter.least = least;
  filter.limit = judged.size();
  filter.ids = judged;
  std::vector<DiscrepancyRow> decided;
  if (!judged.empty()) {
    Result<std::vector<DiscrepancyRow>> rows = record.discrepancies(filter);
    if (!rows) return tl::unexpected(rows.error());
    decided = std::move(*rows);
  }
  inbox.decided = decided.size();
  if (scope == InboxScope::decided) {
    if (decided.size() > limit) decided.resize(limit);
    for (DiscrepancyRow& row : decided) inbox.shown.push_back(show_ruled(std::move(row), rulings));
    return inbox;
  }
  filter.ids.clear();
  const bool open_only = scope == InboxScope::open && inbox.decided > 0;
  for (;;) {
    filter.limit = open_only ? std::max(kReadAtOnce, limit - inbox.shown.size()) : limit - inbox.shown.size();
    Result<std::vector<DiscrepancyRow>> rows = record.discrepancies(filter);
    if (!rows) return tl::unexpected(rows.error());
    const bool last = rows->size() < filter.limit;
    if (!rows->empty()) filter.after = DiscrepancyCursor{rows->back().weight, rows->back().id};
    for (DiscrepancyRow& row : *rows)
      if (inbox.shown.size() < limit && (!open_only || rulings.on_discrepancy(row.id).stand == Stand::open))
        inbox.shown.push_back(show_ruled(std::move(row), rulings));
    if (last || inbox.shown.size() >= limit) return inbox;
  }
}

bool is_discrepancy_id(const std::string& id) {
  return id.size() >= 6 && id.size() <= 12 && id.starts_with("d-") &&
         id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

Result<ShownDiscrepancy> find_discrepancy(Record& record, const std::string& id) {
  Result<DiscrepancyRow> row = record.discrepancy(id);
  if (!row) return tl::unexpected(row.error());
  return show_ruled(std::move(*row), rulings_of(record));
}

}  // namespace readout
