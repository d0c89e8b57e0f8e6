// What is counted as it is written: documents and speeches by what they are, persons by their speeches, the outlets
// that report a person; and where documents and their speeches stand in time.
//
// All of it is a function of a document's account, so that what comes counts as much as what goes, and check() counts
// again. Sums are written once for a transaction.
#include <algorithm>
#include <map>

#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// "sidebar run-of-headlines" of the reason "run-of-headlines:17".
std::string cut_of(const Block& block) {
  std::string of(to_string(block.kind));
  const std::string reason = block.reason.substr(0, block.reason.find(':'));
  return reason.empty() ? of : of + " " + reason;
}

}  // namespace

std::string_view SqliteRecord::tally_name(TallyOf what) {
  switch (what) {
    case TallyOf::language:
      return "language";
    case TallyOf::form:
      return "form";
    case TallyOf::outlet:
      return "outlet";
    case TallyOf::agency:
      return "agency";
    case TallyOf::refused:
      return "refused";
    case TallyOf::cut:
      return "cut";
    case TallyOf::doubt:
      return "doubt";
    case TallyOf::kind:
      return "kind";
    case TallyOf::polarity:
      return "polarity";
    case TallyOf::depth:
      return "depth";
    case TallyOf::when_of:
      return "when_of";
    case TallyOf::channel:
      return "channel";
    case TallyOf::engine:
      return "engine";
    case TallyOf::unspoken:
      return "unspoken";
  }
  return "";
}

void SqliteRecord::tally(Counted& counted, const Account& account, std::span<const Id> persons, std::int64_t sign) {
  const auto add = [&](TallyOf what, std::string_view of) {
    counted.tallies[{std::string(tally_name(what)), std::string(of)}] += sign;
  };
  const Document& document = account.document;
  add(TallyOf::language, document.language.code);
  add(TallyOf::form, to_string(document.form));
  add(TallyOf::outlet, document.outlet);
  add(TallyOf::agency, document.agency);
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::body) add(TallyOf::cut, cut_of(block));
  const auto add_doubts = [&](const std::vector<Doubt>& doubts) {
    for (const Doubt& doubt : doubts) add(TallyOf::doubt, to_string(doubt.kind));
  };
  add_doubts(document.doubts);
  for (const Doubt& doubt : document.doubts)
    if (is_refusal(doubt.kind)) {
      add(TallyOf::refused, to_string(doubt.kind));
      counted.tallies[{"total", "refused"}] += sign;
      break;
    }
  counted.tallies[{"total", "documents"}] += sign;
  counted.tallies[{"total", "speeches"}] += sign * static_cast<std::int64_t>(account.speeches.size());
  const std::string& outlet = document.outlet.empty() ? document.agency : document.outlet;
  for (const Person& person : account.persons) add_doubts(person.doubts);
  for (const Id person : persons) {
    counted.speeches[person] += 0;
    counted.outlets[{person, outlet}].first += sign;
  }
  for (std::size_t i = 0; i < account.speeches.size(); ++i) {
    const Speech& speech = account.speeches[i];
    add_doubts(speech.doubts);
    add(TallyOf::kind, to_string(speech.kind));
    add(TallyOf::polarity, to_string(speech.polarity));
    add(TallyOf::depth, std::to_string(speech.depth));
    add(TallyOf::when_of, to_string(when_said(speech, document.dates).of));
    std::uint32_t named = 0;
    for (const Channel& channel : speech.channels) {
      const std::uint32_t bit = 1u << static_cast<unsigned>(channel.kind);
      if ((named & bit) == 0) add(TallyOf::channel, to_string(channel.kind));
      named |= bit;
    }
    const Speaker speaker = i < account.speakers.size() ? account.speakers[i] : Speaker{};
    const auto who = static_cast<std::size_t>(speaker.person);
    if (speaker.person < 0 || who >= persons.size()) {
      add(TallyOf::unspoken, speaker.candidates.empty() ? "unknown" : "open");
      continue;
    }
    counted.speeches[persons[who]] += sign;
    counted.outlets[{persons[who], outlet}].second += sign;
  }
}

std::vector<SqliteRecord::TimeRow> SqliteRecord::time_rows(const Account& account) {
  std::map<std::pair<bool, std::int64_t>, TimeRow> rows;
  for (const Speech& speech : account.speeches) {
    const When when = when_said(speech, account.document.dates);
    const bool undated = when.of == WhenOf::unknown;
    const std::int64_t begin = undated ? 0 : when.moment.begin_s;
    TimeRow& row = rows[{undated, begin}];
    row.undated = undated;
    row.begin_s = begin;
    row.until_s = undated ? 0 : std::max(row.until_s, when.moment.end_s);
    row.kinds |= std::int64_t{1} << static_cast<int>(speech.kind) |
                 std::int64_t{1} << (kPolarityBit + static_cast<int>(speech.polarity)) |
                 std::int64_t{1} << (kDepthBit + std::min<std::uint32_t>(speech.depth, kMostDepth));
    for (const Channel& channel : speech.channels) row.channels |= std::int64_t{1} << static_cast<int>(channel.kind);
  }
  std::vector<TimeRow> out;
  for (auto& [at, row] : rows) out.push_back(row);
  return out;
}

std::vector<SqliteRecord::Id> SqliteRecord::cast_of(Id id) {
  std::vector<Id> persons;
  Query& query = database_->query("SELECT person FROM casts WHERE id BETWEEN ? AND ? ORDER BY id");
  query.bind(1, id * kRowsPerDocument).bind(2, (id + 1) * kRowsPerDocument - 1);
  while (query.step()) persons.push_back(query.integer(0));
  return persons;
}

void SqliteRecord::tally_document(Counted& counted, Id id, const Account& account, std::int64_t sign) {
  tally(counted, account, cast_of(id), sign);
  Query& query = database_->query("SELECT engine FROM documents WHERE id = ?");
  query.bind(1, id);
  if (query.step()) counted.tallies[{std::string(tally_name(TallyOf::engine)), std::string(query.text(0))}] += sign;
  query.reset();
}

// After its name is settled.
void SqliteRecord::count_in(Id id, const Account& account) {
  tally_document(counted_, id, account, 1);
  const std::string name = name_of(id);
  const Document& document = account.document;
  Query& times = database_->query(
      "INSERT INTO times (undated, begin_s, name, document, until_s, kinds, channels, language)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const TimeRow& row : time_rows(account)) {
    times.bind(1, row.undated ? 1 : 0).bind(2, row.begin_s).bind(3, name).bind(4, id).bind(5, row.until_s);
    times.bind(6, row.kinds).bind(7, row.channels).bind(8, document.language.code).run();
  }
  const When when = when_said({}, document.dates);
  const bool undated = when.of == WhenOf::unknown;
  Query& brief = database_->query(
      "INSERT INTO briefs (undated, begin_s, name, document, language, outlet, agency, refused)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  brief.bind(1, undated ? 1 : 0).bind(2, undated ? 0 : when.moment.begin_s).bind(3, name).bind(4, id);
  brief.bind(5, document.language.code).bind(6, document.outlet).bind(7, document.agency);
  brief.bind(8, is_refused(document) ? 1 : 0).run();
}

// Before its rows go.
void SqliteRecord::count_out(Id id) {
  if (database_->failed()) return;
  const Account account = load_account(id);
  if (take_damage()) return count_all_but(id);
  tally_document(counted_, id, account, -1);
  database_->query("DELETE FROM times WHERE document = ?").bind(1, id).run();
  database_->query("DELETE FROM briefs WHERE document = ?").bind(1, id).run();
  flush_counts();  // a person that nobody names goes with its row, and a later one may get its id
}

// Row by row: what changes several at once makes SQLite set a savepoint (see put_member).
void SqliteRecord::rename_times(Id id, const std::string& name) {
  Query& standing = database_->query("SELECT 1 FROM briefs WHERE document = ?");
  standing.bind(1, id);
  const bool counts = standing.step();
  standing.reset();
  if (!counts) return;
  for (const std::string table : {"times", "briefs"}) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    Query& query = database_->query("SELECT undated, begin_s FROM " + table + " WHERE document = ?");
    query.bind(1, id);
    while (query.step()) rows.emplace_back(query.integer(0), query.integer(1));
    Query& rename =
        database_->query("UPDATE " + table + " SET name = ? WHERE document = ? AND undated = ? AND begin_s = ?");
    for (const auto& [undated, begin] : rows) rename.bind(1, name).bind(2, id).bind(3, undated).bind(4, begin).run();
  }
}

void SqliteRecord::flush_counts() {
  Query& tallies = database_->query(
      "INSERT INTO tallies (what, \"of\", number) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET number = number + ?3");
  for (const auto& [of, number] : counted_.tallies)
    if (number != 0) tallies.bind(1, of.first).bind(2, of.second).bind(3, number).run();
  Query& speeches = database_->query("UPDATE persons SET speeches = speeches + ? WHERE id = ?");
  for (const auto& [person, number] : counted_.speeches)
    if (number != 0) speeches.bind(1, number).bind(2, person).run();
  Query& outlets = database_->query(
      "INSERT INTO person_outlets (person, outlet, documents, speeches) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT DO UPDATE SET documents = documents + ?3, speeches = speeches + ?4");
  Query& none = database_->query("DELETE FROM person_outlets WHERE person = ? AND outlet = ? AND documents = 0");
  for (const auto& [of, number] : counted_.outlets) {
    outlets.bind(1, of.first).bind(2, of.second).bind(3, number.first).bind(4, number.second).run();
    if (number.first <= 0) none.bind(1, of.first).bind(2, of.second).run();
  }
  if (!counted_.tallies.empty()) database_->query("DELETE FROM tallies WHERE number = 0").run();
  counted_ = {};
}

// What cannot be read says nothing that could be counted; `doctor` names it.
bool SqliteRecord::take_damage() {
  if (!database_->failed() || database_->error()->code != ErrorCode::damaged) return false;
  database_->take_error();
  return true;
}

void SqliteRecord::count_each(const std::vector<Id>& ids) {
  for (const Id id : ids) {
    const Account account = load_account(id);
    if (take_damage()) continue;
    if (database_->failed()) return;
    count_in(id, account);
  }
}

// Where a document that goes cannot be read: nobody knows what it had been counted for.
void SqliteRecord::count_all_but(Id id) {
  counted_ = {};
  database_->run(
      "DELETE FROM tallies; DELETE FROM person_outlets; DELETE FROM times; DELETE FROM briefs;"
      " UPDATE persons SET speeches = 0;");
  std::vector<Id> ids;
  Query& query = database_->query("SELECT id FROM documents WHERE id <> ? ORDER BY id");
  query.bind(1, id);
  while (query.step()) ids.push_back(query.integer(0));
  count_each(ids);
  flush_counts();
}

// Documents that an older schema kept, in one transaction.
Result<void> SqliteRecord::count_uncounted() {
  Query& first = database_->query("SELECT 1 FROM uncounted LIMIT 1");
  const bool some = first.step();
  first.reset();
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  if (!some) return {};
  Transaction transaction(*database_);
  std::vector<Id> ids;
  Query& query = database_->query("SELECT document FROM uncounted ORDER BY document");
  while (query.step()) ids.push_back(query.integer(0));
  count_each(ids);
  put_all_person_words();
  database_->query("DELETE FROM uncounted").run();
  return close(transaction);
}

}  // namespace readout
