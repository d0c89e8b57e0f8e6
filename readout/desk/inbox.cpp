#include "readout/desk/inbox.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "readout/discrepancy/weight.h"
#include "readout/engine/disagree.h"

namespace readout {
namespace {

bool is_heavier(const ShownDiscrepancy& x, const ShownDiscrepancy& y) {
  return std::tie(y.weight, x.id) < std::tie(x.weight, y.id);
}

struct Kept {
  ShownDiscrepancy shown;
  std::array<std::string, 2> keys;
};

// Heaviest first; what shares a place and its words with a heavier one becomes its witness.
std::vector<ShownDiscrepancy> fold(std::vector<Kept> kept) {
  std::ranges::sort(kept, [](const Kept& x, const Kept& y) { return is_heavier(x.shown, y.shown); });
  std::vector<ShownDiscrepancy> out;
  std::map<std::string, std::pair<std::size_t, std::size_t>> known;  // which, and which of its places
  for (Kept& one : kept) {
    bool taken = false;
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
      const auto found = known.find(one.keys[which]);
      if (taken || one.keys[which].empty() || found == known.end()) continue;
      out[found->second.first].witnesses.push_back({1 - found->second.second, one.shown.places[1 - which]});
      taken = true;
    }
    if (taken) continue;
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}})
      if (!one.keys[which].empty()) known.try_emplace(one.keys[which], out.size(), which);
    out.push_back(std::move(one.shown));
  }
  for (ShownDiscrepancy& one : out)
    std::ranges::sort(one.witnesses, [](const ShownWitness& x, const ShownWitness& y) {
      return std::tie(x.as, x.place.id) < std::tie(y.as, y.place.id);
    });
  return out;
}

}  // namespace

Result<Inbox> read_inbox(Record& record, const std::string& document, int least, std::size_t limit,
                         const std::function<bool(const Discrepancy&)>& wanted) {
  Inbox inbox;
  std::vector<Kept> kept;
  std::set<std::string> seen;  // the same bytes under two names disagree once
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
      kept.push_back({show_discrepancy(one, id, pair.a, pair.b, pair.self), fold_keys(one, pair.a, pair.b)});
    }
    return true;
  });
  if (!visited) return tl::unexpected(visited.error());
  inbox.shown = fold(std::move(kept));
  for (const ShownDiscrepancy& one : inbox.shown) ++inbox.counts[std::string(weight_label(one.weight))];
  inbox.total = inbox.shown.size();
  if (inbox.shown.size() > limit) inbox.shown.resize(limit);
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

}  // namespace readout
