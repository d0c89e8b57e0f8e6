// check: links, the statements they join, and who has a key.
#include <algorithm>
#include <unordered_map>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

struct LinkRule {
  const char* message;
  const char* sql;
};

constexpr LinkRule kRules[] = {
    {"links of a document that is not there",
     "SELECT id FROM links WHERE a NOT IN (SELECT document FROM sketches) OR b NOT IN (SELECT document FROM sketches)"},
    {"keys of a document that is not there, or not current",
     "SELECT document FROM sketches WHERE document NOT IN (SELECT id FROM documents WHERE current = 1)"},
    {"nobody will link it: it has no keys, and is not among those without",
     "SELECT name FROM documents WHERE current = 1 AND id NOT IN (SELECT document FROM sketches)"
     " AND id NOT IN (SELECT document FROM unsketched) ORDER BY name"},
    {"a statement of a speech that is not there",
     "SELECT speech FROM members WHERE speech NOT IN (SELECT id FROM speeches)"},
    {"two documents have two rows of links", "SELECT min(id) FROM links GROUP BY a, b HAVING count(*) > 1"},
};

// Sets of keys and ranks that are equal have equal sums; others hardly ever.
std::uint64_t scatter(std::uint32_t key, std::uint64_t rank) {
  std::uint64_t x = rank * 0x9E3779B97F4A7C15u + key;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  return x ^ (x >> 31);
}

// Which are joined, over any number of steps.
class Joined {
 public:
  std::int64_t root(std::int64_t one) {
    std::int64_t at = one;
    for (auto next = above_.find(at); next != above_.end(); next = above_.find(at)) at = next->second;
    for (auto next = above_.find(one); next != above_.end(); next = above_.find(one)) {
      one = next->second;
      next->second = at;
    }
    return at;
  }

  void join(std::int64_t a, std::int64_t b) {
    a = root(a);
    b = root(b);
    if (a != b) above_[std::max(a, b)] = std::min(a, b);
  }

  // Everything that is joined to something less than itself.
  const std::unordered_map<std::int64_t, std::int64_t>& above() const { return above_; }

 private:
  std::unordered_map<std::int64_t, std::int64_t> above_;
};

}  // namespace

void SqliteRecord::check_links(CheckReport& report) {
  const auto find = [&](std::string where, const char* message) {
    report.findings.push_back({std::move(where), "link", message});
  };
  for (const LinkRule& rule : kRules) {
    Query& query = database_->query(rule.sql);
    while (query.step()) find(std::string(query.text(0)), rule.message);
  }
  Joined joined;
  Query& links = database_->query(
      "SELECT l.id, l.a, l.b, l.passages, length(CAST(a.text AS BLOB)), length(CAST(b.text AS BLOB)), a.speeches,"
      " b.speeches, a.name FROM links AS l JOIN documents AS a ON a.id = l.a JOIN documents AS b ON b.id = l.b"
      " ORDER BY l.id");
  while (links.step()) {
    std::vector<StoredLink> passages;
    bool bad = false;
    unpack(links.text(3), passages, bad);
    for (const StoredLink& link : passages) {
      bad = bad || link.a_span.end > links.integer(4) || link.b_span.end > links.integer(5) || link.a_span.empty() ||
            link.b_span.empty() || link.a_speech >= links.integer(6) || link.b_speech >= links.integer(7);
      if (!bad && joins_statement(link.kind))
        joined.join(links.integer(1) * kRowsPerDocument + link.a_speech,
                    links.integer(2) * kRowsPerDocument + link.b_speech);
    }
    if (bad) find(std::string(links.text(8)), "its links point at nothing, or cannot be read");
  }
  check_members(report, joined.above(), [&](std::int64_t speech) { return joined.root(speech); });
  check_postings(report);
}

// Each statement is what is joined, and has the least key as its id. What the next linking settles is let be.
void SqliteRecord::check_members(CheckReport& report, const std::unordered_map<std::int64_t, std::int64_t>& above,
                                 const std::function<std::int64_t(std::int64_t)>& root) {
  Query& waiting =
      database_->query("SELECT 1 FROM stale UNION ALL SELECT 1 FROM gone UNION ALL SELECT 1 FROM unlinked");
  const bool unsettled = waiting.step();
  waiting.reset();
  if (unsettled) return;
  std::unordered_map<std::int64_t, std::int64_t> least;  // of the root's statement
  std::size_t expected = 0;
  const auto take = [&](std::int64_t speech) {
    const auto [at, fresh] = least.try_emplace(root(speech), INT64_MAX);
    at->second = std::min(at->second, speech_key(speech));
    ++expected;
  };
  std::vector<std::int64_t> roots;
  for (const auto& [speech, up] : above) {
    take(speech);
    roots.push_back(root(speech));
  }
  std::ranges::sort(roots);
  const auto last = std::ranges::unique(roots);
  roots.erase(last.begin(), last.end());
  for (const std::int64_t speech : roots) take(speech);
  Query& members = database_->query("SELECT speech, statement FROM members ORDER BY speech");
  std::size_t found = 0;
  while (members.step()) {
    ++found;
    const auto at = least.find(root(members.integer(0)));
    if (at == least.end() || at->second != members.integer(1))
      report.findings.push_back({"members", "link",
                                 "speech " + std::to_string(members.integer(0)) + " is not of the statement " +
                                     statement_id(members.integer(1))});
  }
  if (found != expected) report.findings.push_back({"members", "link", "speeches that links join are of no statement"});
}

void SqliteRecord::check_postings(CheckReport& report) {
  std::uint64_t told = 0;
  std::uint64_t found = 0;
  Query& sketches = database_->query("SELECT rank, keys FROM sketches ORDER BY document");
  while (sketches.step()) {
    const std::string_view bytes = sketches.text(1);
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
      std::uint32_t key = 0;
      for (std::size_t k = 0; k < 4; ++k)
        key |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + k])) << (8 * k);
      told += scatter(key, static_cast<std::uint64_t>(sketches.integer(0)));
    }
  }
  read_all_postings(*database_, [&](std::uint32_t key, std::uint64_t rank) { found += scatter(key, rank); });
  if (told != found)
    report.findings.push_back({"postings", "index", "the postings do not fit the keys of the documents"});
}

}  // namespace readout
