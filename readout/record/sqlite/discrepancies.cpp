// Discrepancies as they are written, and which of them are told as one.
//
// A row comes and goes with the links of its two documents (or with its document), and marks what it shares a fold or
// an id with as unfolded. When linking ends, fold_discrepancies takes up everything that is joined to what is marked,
// over any number of steps, and folds it anew: by weight, then id, what shares a fold with one that is told is a
// witness of it; of several with one id (the same bytes under two names) the first by its documents' order stands. So
// what is told hangs on the rows that stand, not on the order of coming.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

constexpr std::size_t kDigits = 10;  // of an id

}  // namespace

std::int64_t SqliteRecord::discrepancy_code(std::string_view id) {
  std::int64_t code = 0;
  if (!id.starts_with("d-")) return -1;
  const std::string_view digits = id.substr(2);
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const bool whole = digits.size() == kDigits && end.ec == std::errc() && end.ptr == digits.data() + digits.size();
  return whole ? code : -1;
}

std::string SqliteRecord::discrepancy_id_of(std::int64_t code) {
  std::string id = "d-" + std::string(kDigits, '0');
  for (std::size_t i = id.size(); i-- > 2; code >>= 4) id[i] = "0123456789abcdef"[static_cast<std::size_t>(code & 15)];
  return id;
}

void SqliteRecord::count_discrepancy(const std::string& kind, std::int64_t weight, int told, int all) {
  auto& [told_more, all_more] = discrepancy_counts_[{kind, weight}];
  told_more += told;
  all_more += all;
}

void SqliteRecord::insert_discrepancies(const StoredLinks& links) {
  Query& query = database_->query(
      "INSERT INTO discrepancies (code, a, b, kind, weight, fold_a, fold_b, stands, told_by, packed)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, NULL, ?8)");
  for (const StoredDiscrepancy& one : links.discrepancies) {
    const std::int64_t code = discrepancy_code(one.id);
    if (code < 0) return database_->damaged("a discrepancy with the id '" + one.id + "'");
    const std::string packed = pack(one);
    query.bind(1, code).bind(2, links.turned ? links.b : links.a).bind(3, links.turned ? links.a : links.b);
    query.bind(4, one.kind).bind(5, one.weight).bind(8, packed);
    for (const int which : {0, 1}) {
      const auto fold = static_cast<std::int64_t>(one.folds[static_cast<std::size_t>(which)]);
      if (fold != 0)
        query.bind(6 + which, fold);
      else
        query.bind_null(6 + which);
    }
    query.run();
    count_discrepancy(one.kind, one.weight, 1, 1);
    unfolded_.insert(code);
  }
}

// Of the two, or of one and all others where `b` is negative.
void SqliteRecord::erase_discrepancies(Id a, Id b) {
  std::vector<std::int64_t> rows;
  const auto take = [&](Query& query) {
    while (query.step()) {
      const std::int64_t stands = query.integer(4);
      rows.push_back(query.integer(0));
      count_discrepancy(std::string(query.text(2)), query.integer(3), stands == static_cast<int>(Stand::told) ? -1 : 0,
                        stands == static_cast<int>(Stand::twice) ? 0 : -1);
      unfolded_.insert(query.integer(1));
      for (const int fold : {5, 6})
        if (!query.is_null(fold)) unfolded_.insert(-query.integer(fold));
    }
  };
  const std::string columns = "SELECT id, code, kind, weight, stands, fold_a, fold_b FROM discrepancies WHERE ";
  if (b < 0) {
    take(database_->query(columns + "a = ?1").bind(1, a));
    take(database_->query(columns + "b = ?1 AND a <> ?1").bind(1, a));
  } else {
    take(database_->query(columns + "a = ? AND b = ?").bind(1, a).bind(2, b));
    if (a != b) take(database_->query(columns + "a = ? AND b = ?").bind(1, b).bind(2, a));
  }
  Query& erase = database_->query("DELETE FROM discrepancies WHERE id = ?");
  for (const std::int64_t row : rows) erase.bind(1, row).run();
}

// Once for a transaction, before it is committed.
void SqliteRecord::flush_discrepancies() {
  Query& mark = database_->query("INSERT INTO unfolded (value) VALUES (?) ON CONFLICT DO NOTHING");
  for (const std::int64_t value : unfolded_) mark.bind(1, value).run();
  unfolded_.clear();
  Query& count = database_->query(
      "INSERT INTO discrepancy_counts (kind, weight, told, \"all\") VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT DO UPDATE SET told = told + ?3, \"all\" = \"all\" + ?4");
  for (const auto& [of, more] : discrepancy_counts_)
    count.bind(1, of.first).bind(2, of.second).bind(3, more.first).bind(4, more.second).run();
  if (!discrepancy_counts_.empty())
    database_->query("DELETE FROM discrepancy_counts WHERE told = 0 AND \"all\" = 0").run();
  discrepancy_counts_.clear();
}

void SqliteRecord::drop_discrepancies() {
  unfolded_.clear();
  discrepancy_counts_.clear();
}

std::string SqliteRecord::foldable_columns() {
  return "SELECT id, code, kind, weight, fold_a, fold_b, stands, told_by, a, b FROM discrepancies WHERE ";
}

std::vector<SqliteRecord::Foldable> SqliteRecord::read_foldables(Query& query) {
  std::vector<Foldable> rows;
  while (query.step()) {
    Foldable row;
    row.id = query.integer(0);
    row.code = query.integer(1);
    row.kind = query.text(2);
    row.weight = query.integer(3);
    row.folds = {query.is_null(4) ? 0 : query.integer(4), query.is_null(5) ? 0 : query.integer(5)};
    row.before.stands = static_cast<Stand>(query.integer(6));
    row.before.told_by = query.is_null(7) ? -1 : query.integer(7);
    row.a = query.integer(8);
    row.b = query.integer(9);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string SqliteRecord::order_of(Id id) {
  Query& query = database_->query("SELECT asked, suffix FROM documents WHERE id = ?");
  query.bind(1, id);
  std::string order;
  if (query.step()) {
    order = query.text(0);
    order += '\0';
    order += query.text(1);
  }
  query.reset();
  return order;
}

void SqliteRecord::fold(std::vector<Foldable>& rows) {
  std::ranges::sort(rows, [](const Foldable& x, const Foldable& y) {
    return std::tie(y.weight, x.code, x.id) < std::tie(x.weight, y.code, y.id);
  });
  std::map<std::int64_t, std::vector<Foldable*>> by_code;
  for (Foldable& row : rows) by_code[row.code].push_back(&row);
  for (auto& [code, same] : by_code) {
    if (same.size() < 2) continue;
    Foldable* first = nullptr;
    std::pair<std::string, std::string> least;
    for (Foldable* row : same) {
      std::pair<std::string, std::string> order = {order_of(row->a), order_of(row->b)};
      row->after = {Stand::twice, code};
      if (first != nullptr && least <= order) continue;
      first = row;
      least = std::move(order);
    }
    first->after = {};
  }
  std::map<std::int64_t, std::int64_t> known;  // a fold: who is told
  for (Foldable& row : rows) {
    if (row.after.stands == Stand::twice) continue;
    for (const std::int64_t fold : row.folds) {
      const auto found = fold == 0 ? known.end() : known.find(fold);
      if (found == known.end()) continue;
      row.after = {Stand::witness, found->second};
      break;
    }
    if (row.after.stands != Stand::told) continue;
    for (const std::int64_t fold : row.folds)
      if (fold != 0) known.try_emplace(fold, row.code);
  }
}

void SqliteRecord::fold_discrepancies() {
  flush_discrepancies();
  std::set<std::int64_t> waiting;  // codes, and folds with their sign turned
  Query& marked = database_->query("SELECT value FROM unfolded");
  while (marked.step()) waiting.insert(marked.integer(0));
  const std::string columns = foldable_columns();
  Query& put = database_->query("UPDATE discrepancies SET stands = ?, told_by = ? WHERE id = ?");
  std::set<std::int64_t> seen;  // values
  while (!waiting.empty() && !database_->failed()) {
    std::map<std::int64_t, Foldable> joined;
    std::vector<std::int64_t> front = {*waiting.begin()};
    seen.insert(front.back());
    while (!front.empty() && !database_->failed()) {
      const std::int64_t value = front.back();
      front.pop_back();
      waiting.erase(value);
      std::vector<Foldable> rows;
      if (value >= 0) {
        rows = read_foldables(database_->query(columns + "code = ?").bind(1, value));
      } else {
        rows = read_foldables(database_->query(columns + "fold_a = ?").bind(1, -value));
        for (Foldable& row : read_foldables(database_->query(columns + "fold_b = ?").bind(1, -value)))
          rows.push_back(std::move(row));
      }
      for (Foldable& row : rows) {
        for (const std::int64_t next : {row.code, -row.folds[0], -row.folds[1]})
          if ((next != 0 || next == row.code) && seen.insert(next).second) front.push_back(next);
        joined.try_emplace(row.id, std::move(row));
      }
    }
    std::vector<Foldable> rows;
    for (auto& [id, row] : joined) rows.push_back(std::move(row));
    fold(rows);
    for (const Foldable& row : rows) {
      if (row.before == row.after) continue;
      put.bind(1, static_cast<int>(row.after.stands)).bind(3, row.id);
      if (row.after.told_by >= 0)
        put.bind(2, row.after.told_by);
      else
        put.bind_null(2);
      put.run();
      const auto told = [](const Standing& at) { return at.stands == Stand::told ? 1 : 0; };
      const auto counts = [](const Standing& at) { return at.stands == Stand::twice ? 0 : 1; };
      count_discrepancy(row.kind, row.weight, told(row.after) - told(row.before),
                        counts(row.after) - counts(row.before));
    }
  }
  database_->query("DELETE FROM unfolded").run();
  flush_discrepancies();
}

}  // namespace readout
