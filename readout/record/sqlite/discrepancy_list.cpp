// Discrepancies as they are read: pages by weight, one by its id, with their words and who speaks there.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

constexpr std::size_t kMostSheets = 256;  // texts at hand
constexpr std::size_t kLeastDigits = 4;   // of the beginning of an id

}  // namespace

// Good until the next call.
const SqliteRecord::Sheet& SqliteRecord::sheet_of(Id id, Sheets& sheets) {
  if (const auto found = sheets.find(id); found != sheets.end()) return found->second;
  if (sheets.size() >= kMostSheets) sheets.clear();
  Sheet& sheet = sheets[id];
  NamedText named = load_text(id);
  sheet.name = std::move(named.name);
  sheet.text = std::move(named.text);
  Query& query = database_->query("SELECT origin, outlet, agency, format FROM documents WHERE id = ?");
  query.bind(1, id);
  if (query.step()) {
    sheet.origin = query.text(0);
    sheet.outlet = query.text(query.text(2).empty() ? 1 : 2);
    sheet.has_lines = query.text(3) == to_string(Format::plain);
  }
  query.reset();
  return sheet;
}

PlaceRow SqliteRecord::place_row(Id id, const StoredPlace& place, Sheets& sheets) {
  PlaceRow row;
  const Sheet& sheet = sheet_of(id, sheets);
  if (place.span.end > sheet.text.size()) {
    database_->damaged("a discrepancy points past the end of " + sheet.name);
    return row;
  }
  row.id = span_id(sheet.name, sheet.text.to_blob(place.span));
  row.document = sheet.name;
  row.origin = sheet.origin;
  row.span = place.span;
  row.words = sheet.text[place.span];
  row.outlet = sheet.outlet;
  if (sheet.has_lines)
    row.line = static_cast<std::uint32_t>(std::ranges::count(sheet.text.view().substr(0, place.span.begin), '\n')) + 1;
  row.speech = place.speech;
  if (place.speech < 0) return row;
  Query& query = database_->query(
      "SELECT s.kind, s.when_of, s.\"when\", ifnull(c.name, '') FROM speeches AS s"
      " LEFT JOIN casts AS c ON c.id = s.document * 16777216 + s.speaker WHERE s.id = ?");
  query.bind(1, id * kRowsPerDocument + place.speech);
  if (query.step()) {
    row.form = query.text(0);
    if (query.text(1) != to_string(WhenOf::unknown)) row.when = query.text(2);
    row.speaker = query.text(3);
  } else {
    database_->damaged("a discrepancy of a speech that is not there, in " + sheet.name);
  }
  query.reset();
  return row;
}

DiscrepancyRow SqliteRecord::discrepancy_row(std::int64_t id, Sheets& sheets) {
  DiscrepancyRow row;
  StoredDiscrepancy one;
  bool bad = false;
  std::array<Id, 2> documents = {-1, -1};
  Query& query = database_->query("SELECT code, a, b, kind, weight, packed FROM discrepancies WHERE id = ?");
  query.bind(1, id);
  if (query.step()) {
    row.id = discrepancy_id_of(query.integer(0));
    documents = {query.integer(1), query.integer(2)};
    row.kind = query.text(3);
    row.weight = static_cast<int>(query.integer(4));
    unpack(query.text(5), one, bad);
  }
  query.reset();
  bad = bad || (!one.changes.empty() && one.places.size() < 2);
  if (bad) database_->damaged("the discrepancy " + row.id + " cannot be read");
  if (database_->failed()) return row;
  row.relation = one.relation;
  row.in_marks = one.in_marks;
  row.inside_one = documents[0] == documents[1];
  row.basis = std::move(one.basis);
  for (const StoredPlace& place : one.places) row.places.push_back(place_row(documents[place.side], place, sheets));
  for (StoredChange& change : one.changes) {
    const auto end_of = [&](std::size_t place, Span span, std::string& words, std::string& place_id) {
      const Sheet& sheet = sheet_of(documents[one.places[place].side], sheets);
      if (span.end > sheet.text.size()) return database_->damaged("a change points past the end of " + sheet.name);
      words = sheet.text[span];
      place_id = span_id(sheet.name, sheet.text.to_blob(span));
    };
    ChangeRow told{std::move(change.type), change.weight, {}, {}, {}, {}, change.a, change.b};
    end_of(0, change.a, told.a, told.a_id);
    end_of(1, change.b, told.b, told.b_id);
    row.changes.push_back(std::move(told));
  }
  return row;
}

void SqliteRecord::add_witnesses(const Foldable& told, std::span<const Foldable> witnesses, DiscrepancyRow& row,
                                 Sheets& sheets) {
  for (const Foldable& one : witnesses) {
    // By the first of its places that is known; its other place then stands beside the other one there.
    std::size_t which = 0;
    while (which < 2 && (one.folds[which] == 0 || std::ranges::find(told.folds, one.folds[which]) == told.folds.end()))
      ++which;
    if (which == 2) continue;
    const auto as = static_cast<std::size_t>(std::ranges::find(told.folds, one.folds[which]) - told.folds.begin());
    StoredDiscrepancy stored;
    bool bad = false;
    Query& query = database_->query("SELECT packed FROM discrepancies WHERE id = ?");
    query.bind(1, one.id);
    if (query.step()) unpack(query.text(0), stored, bad);
    query.reset();
    if (bad || stored.places.size() < 2) return database_->damaged("a witness of " + row.id + " cannot be read");
    const StoredPlace& place = stored.places[1 - which];
    row.witnesses.push_back({1 - as, place_row(place.side == 0 ? one.a : one.b, place, sheets)});
  }
  std::ranges::sort(row.witnesses, [](const WitnessRow& x, const WitnessRow& y) {
    return std::tie(x.as, x.place.id) < std::tie(y.as, y.place.id);
  });
}

// What a document has to do with, folded among itself.
std::vector<SqliteRecord::Foldable> SqliteRecord::foldables_of(Id id) {
  std::vector<Foldable> rows = read_foldables(database_->query(foldable_columns() + "a = ?").bind(1, id));
  for (Foldable& row : read_foldables(database_->query(foldable_columns() + "b = ?1 AND a <> ?1").bind(1, id)))
    rows.push_back(std::move(row));
  fold(rows);
  return rows;
}

Result<std::vector<DiscrepancyRow>> SqliteRecord::discrepancies(const DiscrepancyFilter& filter) {
  std::string sql = foldable_columns() + "weight >= ?1 AND weight < ?2";
  std::string ids = "[";
  for (const std::string& one : filter.ids)
    ids += fmt::format("{}{}", ids.size() > 1 ? "," : "", discrepancy_code(one));
  ids += "]";
  std::string kinds = "[";
  for (const std::string& kind : filter.kinds)
    if (kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos)
      kinds += fmt::format("{}\"{}\"", kinds.size() > 1 ? "," : "", kind);
  kinds += "]";
  const std::int64_t after = filter.after ? discrepancy_code(filter.after->id) : -1;
  std::vector<Foldable> told;
  std::vector<Foldable> own;
  if (filter.document.empty()) {
    sql += filter.ids.empty() ? " AND stands = 0" : " AND stands <> 2 AND code IN (SELECT value FROM json_each(?5))";
    if (!filter.kinds.empty()) sql += " AND kind IN (SELECT value FROM json_each(?6))";
    if (filter.after) sql += " AND weight <= ?3 AND (weight < ?3 OR code > ?4)";
    sql += " ORDER BY weight DESC, code LIMIT ?7";
    Query& query = database_->query(sql);
    query.bind(1, filter.least).bind(2, filter.below);
    if (filter.after) query.bind(3, filter.after->weight).bind(4, after);
    if (!filter.ids.empty()) query.bind(5, ids);
    if (!filter.kinds.empty()) query.bind(6, kinds);
    query.bind(7, static_cast<std::int64_t>(filter.limit));
    told = read_foldables(query);
  } else {
    const Result<Id> id = find_document(filter.document);
    if (!id) return tl::unexpected(id.error());
    own = foldables_of(*id);
    for (const Foldable& row : own) {
      const auto in = [](const auto& list, const auto& one) {
        return list.empty() || std::ranges::find(list, one) != list.end();
      };
      if (row.after.stands != Stand::told || row.weight < filter.least || row.weight >= filter.below) continue;
      if (!in(filter.kinds, row.kind) || !in(filter.ids, discrepancy_id_of(row.code))) continue;
      if (filter.after && std::pair(-row.weight, row.code) <= std::pair(-std::int64_t{filter.after->weight}, after))
        continue;
      if (told.size() < filter.limit) told.push_back(row);
    }
  }
  std::vector<DiscrepancyRow> rows;
  Sheets sheets;
  for (const Foldable& one : told) {
    if (database_->failed()) break;
    rows.push_back(discrepancy_row(one.id, sheets));
    std::vector<Foldable> witnesses;
    if (filter.document.empty()) {
      witnesses = read_foldables(
          database_->query(foldable_columns() + "told_by = ? AND stands = 1 ORDER BY id").bind(1, one.code));
    } else {
      for (const Foldable& row : own)
        if (row.after == Standing{Stand::witness, one.code}) witnesses.push_back(row);
    }
    add_witnesses(one, witnesses, rows.back(), sheets);
  }
  return answer(std::move(rows));
}

Result<DiscrepancyTotals> SqliteRecord::discrepancy_totals(std::string_view document) {
  DiscrepancyTotals totals;
  const auto linked = [&](Query& query) {
    totals.linked = query.step();
    query.reset();
  };
  if (document.empty()) {
    Query& query =
        database_->query("SELECT kind, weight, told, \"all\" FROM discrepancy_counts ORDER BY weight DESC, kind");
    while (query.step())
      totals.tallies.push_back({std::string(query.text(0)), static_cast<int>(query.integer(1)),
                                static_cast<std::uint64_t>(query.integer(2)),
                                static_cast<std::uint64_t>(query.integer(3))});
    linked(database_->query("SELECT 1 FROM links LIMIT 1"));
    return answer(std::move(totals));
  }
  const Result<Id> id = find_document(document);
  if (!id) return tl::unexpected(id.error());
  std::map<std::pair<std::int64_t, std::string>, DiscrepancyTally> tallies;
  for (const Foldable& row : foldables_of(*id)) {
    if (row.after.stands == Stand::twice) continue;
    DiscrepancyTally& tally = tallies[{-row.weight, row.kind}];
    tally.kind = row.kind;
    tally.weight = static_cast<int>(row.weight);
    tally.told += row.after.stands == Stand::told ? 1 : 0;
    ++tally.all;
  }
  for (auto& [of, tally] : tallies) totals.tallies.push_back(std::move(tally));
  linked(database_->query("SELECT 1 FROM links WHERE a = ?1 UNION ALL SELECT 1 FROM links WHERE b = ?1 LIMIT 1")
             .bind(1, *id));
  return answer(std::move(totals));
}

Result<DiscrepancyRow> SqliteRecord::discrepancy(std::string_view id) {
  const std::string_view digits = id.starts_with("d-") ? id.substr(2) : std::string_view();
  std::vector<Foldable> found;
  if (digits.size() >= kLeastDigits && digits.size() <= 10) {
    const std::int64_t from = discrepancy_code("d-" + std::string(digits) + std::string(10 - digits.size(), '0'));
    const std::int64_t until = discrepancy_code("d-" + std::string(digits) + std::string(10 - digits.size(), 'f'));
    if (from >= 0 && until >= 0)
      found = read_foldables(
          database_->query(foldable_columns() + "code BETWEEN ? AND ? AND stands <> 2 ORDER BY code, id LIMIT 2")
              .bind(1, from)
              .bind(2, until));
  }
  if (found.empty() && !database_->failed())
    return fail(ErrorCode::not_found, "no discrepancy has this id; 'readout inbox --all' lists them", std::string(id));
  // Of a linking that is not at its end, several may have one id.
  if (found.size() > 1 && found[0].code != found[1].code)
    return fail(ErrorCode::bad_argument, "fits several discrepancies", std::string(id));
  Sheets sheets;
  if (database_->failed()) return answer(DiscrepancyRow());
  return answer(discrepancy_row(found.front().id, sheets));
}

}  // namespace readout
