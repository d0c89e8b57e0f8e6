// check: discrepancies. Their ids are computed again from the bytes they point at, what is told is folded again, and
// the counts are counted again.
#include <algorithm>
#include <map>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

struct DiscrepancyRule {
  const char* message;
  const char* sql;
};

constexpr DiscrepancyRule kRules[] = {
    {"a discrepancy of a document that is not there, or not current",
     "SELECT id FROM discrepancies WHERE a NOT IN (SELECT id FROM documents WHERE current = 1)"
     " OR b NOT IN (SELECT id FROM documents WHERE current = 1)"},
    {"discrepancies are counted wrongly",
     "SELECT kind || ' ' || weight FROM (SELECT kind, weight, told, \"all\" FROM discrepancy_counts EXCEPT"
     " SELECT kind, weight, sum(stands = 0), sum(stands <> 2) FROM discrepancies GROUP BY kind, weight)"
     " UNION SELECT kind || ' ' || weight FROM (SELECT kind, weight, sum(stands = 0), sum(stands <> 2)"
     " FROM discrepancies GROUP BY kind, weight HAVING sum(stands <> 2) > 0"
     " EXCEPT SELECT kind, weight, told, \"all\" FROM discrepancy_counts)"},
};

}  // namespace

// What the next linking folds is let be.
void SqliteRecord::check_folds(CheckReport& report) {
  Query& waiting = database_->query("SELECT 1 FROM unfolded UNION ALL SELECT 1 FROM unlinked LIMIT 1");
  const bool unsettled = waiting.step();
  waiting.reset();
  if (unsettled) return;
  std::vector<Foldable> rows = read_foldables(database_->query(foldable_columns() + "1"));
  fold(rows);
  for (const Foldable& row : rows)
    if (row.before != row.after)
      report.findings.push_back({discrepancy_id_of(row.code), "link", "it is told with another than it should be"});
}

void SqliteRecord::check_discrepancies(CheckReport& report) {
  for (const DiscrepancyRule& rule : kRules) {
    Query& query = database_->query(rule.sql);
    while (query.step()) report.findings.push_back({std::string(query.text(0)), "link", rule.message});
  }
  struct Seen {
    std::string digest;
    Text text;
    std::int64_t speeches = 0;
  };
  std::map<Id, Seen> seen;
  const auto document = [&](Id id) -> const Seen& {
    if (const auto found = seen.find(id); found != seen.end()) return found->second;
    if (seen.size() > 500) seen.clear();
    Seen& one = seen[id];
    one.text = load_text(id).text;
    Query& query = database_->query(
        "SELECT lower(hex(b.digest)), d.speeches FROM documents AS d JOIN blobs AS b ON b.id = d.blob WHERE d.id = ?");
    query.bind(1, id);
    if (query.step()) {
      one.digest = query.text(0);
      one.speeches = query.integer(1);
    }
    query.reset();
    return one;
  };
  Query& query = database_->query(
      "SELECT code, a, b, kind, packed FROM discrepancies WHERE a IN (SELECT id FROM documents)"
      " AND b IN (SELECT id FROM documents) ORDER BY a, b, id");
  while (query.step()) {
    const std::string id = discrepancy_id_of(query.integer(0));
    StoredDiscrepancy one;
    bool bad = false;
    unpack(query.text(4), one, bad);
    std::vector<std::string> places;
    for (const StoredPlace& place : one.places) {
      const Seen& at = document(query.integer(place.side == 0 ? 1 : 2));
      bad = bad || place.span.end > at.text.size() || place.speech >= at.speeches;
      if (bad) break;
      const Span span = at.text.to_blob(place.span);
      places.push_back(at.digest + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end));
    }
    if (bad) {
      report.findings.push_back({id, "link", "the discrepancy points at nothing, or cannot be read"});
      continue;
    }
    std::ranges::sort(places);
    std::string content(query.text(3));
    for (const std::string& place : places) content += "\n" + place;
    if ("d-" + to_hex(sha256(content)).substr(0, 10) != id)
      report.findings.push_back({id, "link", "the id of a discrepancy is not that of its places"});
  }
  check_folds(report);
}

}  // namespace readout
