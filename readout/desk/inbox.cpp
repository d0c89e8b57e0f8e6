#include "readout/desk/inbox.h"

#include <algorithm>
#include <utility>

namespace readout {

Result<Inbox> read_inbox(Record& record, const std::string& document, int least, std::size_t limit,
                         const std::vector<std::string>& kinds) {
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
  DiscrepancyFilter filter;
  filter.kinds = kinds;
  filter.document = document;
  filter.least = least;
  filter.limit = limit;
  Result<std::vector<DiscrepancyRow>> rows = record.discrepancies(filter);
  if (!rows) return tl::unexpected(rows.error());
  for (DiscrepancyRow& row : *rows) inbox.shown.push_back(show_discrepancy(std::move(row)));
  return inbox;
}

bool is_discrepancy_id(const std::string& id) {
  return id.size() >= 6 && id.size() <= 12 && id.starts_with("d-") &&
         id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

Result<ShownDiscrepancy> find_discrepancy(Record& record, const std::string& id) {
  Result<DiscrepancyRow> row = record.discrepancy(id);
  if (!row) return tl::unexpected(row.error());
  return show_discrepancy(std::move(*row));
}

}  // namespace readout
