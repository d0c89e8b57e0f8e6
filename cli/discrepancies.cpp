#include "cli/discrepancies.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "readout/discrepancy/weight.h"
#include "readout/engine/disagree.h"

namespace readout::cli {
namespace {

bool is_heavier(const ShownDiscrepancy& x, const ShownDiscrepancy& y) {
  return std::tie(y.weight, x.id) < std::tie(x.weight, y.id);
}

}  // namespace

Result<Inbox> read_inbox(Record& record, const std::string& document, int least, std::size_t limit,
                         const std::function<bool(const Discrepancy&)>& wanted) {
  Inbox inbox;
  std::set<std::string> seen;  // the same bytes under two names disagree once
  const auto keep_heaviest = [&] {
    std::ranges::sort(inbox.shown, is_heavier);
    if (inbox.shown.size() > limit) inbox.shown.resize(limit);
  };
  const Result<void> visited = visit_pairs(record, document, [&](const RecordPair& pair) {
    inbox.linked = inbox.linked || !pair.links.empty();
    for (const Discrepancy& one : find_discrepancies(pair)) {
      if (!wanted(one)) continue;
      std::string id = discrepancy_id(one, edition_of(pair.a), edition_of(pair.b));
      if (!seen.insert(id).second) continue;
      if (one.weight < least) {
        ++inbox.left_out;
        continue;
      }
      ++inbox.total;
      ++inbox.counts[std::string(weight_label(one.weight))];
      inbox.shown.push_back(show_discrepancy(one, id, pair.a, pair.b, pair.self));
    }
    if (inbox.shown.size() > 2 * limit) keep_heaviest();
    return true;
  });
  if (!visited) return tl::unexpected(visited.error());
  keep_heaviest();
  return inbox;
}

bool is_discrepancy_id(const std::string& id) {
  return id.size() >= 6 && id.size() <= 12 && id.starts_with("d-") &&
         id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

Result<ShownDiscrepancy> find_discrepancy(Record& record, const std::string& id) {
  std::map<std::string, ShownDiscrepancy> found;
  const Result<void> visited = visit_pairs(record, "", [&](const RecordPair& pair) {
    for (const Discrepancy& one : find_discrepancies(pair)) {
      std::string full = discrepancy_id(one, edition_of(pair.a), edition_of(pair.b));
      if (full.starts_with(id)) found.try_emplace(full, show_discrepancy(one, full, pair.a, pair.b, pair.self));
    }
    return found.size() < 2;
  });
  if (!visited) return tl::unexpected(visited.error());
  if (found.empty())
    return fail(ErrorCode::not_found, "no discrepancy has this id; 'readout inbox --all' lists them", id);
  if (found.size() > 1) return fail(ErrorCode::bad_argument, "fits several discrepancies", id);
  return found.begin()->second;
}

}  // namespace readout::cli
