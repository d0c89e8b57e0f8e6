// timeline: statements by the time they were said. Walked in the order of `times`, which has a narrow row for each
// document and each begin of a time in it; what a filter asks of documents, kinds and channels is told there, so that
// only what is shown is read whole.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"
#include "readout/record/words.h"

namespace readout {
namespace {

constexpr std::size_t kFew = 4000;  // documents that are sought one by one rather than met on the way

void sort_once(std::vector<std::int64_t>& ids) {
  std::ranges::sort(ids);
  const auto rest = std::ranges::unique(ids);
  ids.erase(rest.begin(), rest.end());
}

// Those of both; `some` is empty where everything fits.
void keep_common(std::optional<std::vector<std::int64_t>>& some, std::vector<std::int64_t> ids) {
  sort_once(ids);
  if (!some) {
    some = std::move(ids);
    return;
  }
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(*some, ids, std::back_inserter(both));
  some = std::move(both);
}

}  // namespace

// The documents in which alone something can fit, sorted; nothing where all may.
std::optional<std::vector<SqliteRecord::Id>> SqliteRecord::documents_for(const SpeechFilter& filter,
                                                                         const Chosen& chosen) {
  std::optional<std::vector<Id>> some;
  const auto keep = [&](Query& query) {
    std::vector<Id> ids;
    while (query.step()) ids.push_back(query.integer(0));
    keep_common(some, std::move(ids));
  };
  for (const Term& term : chosen.words) {
    const std::string match = match_query({term});
    keep(database_->query("SELECT DISTINCT rowid / 16777216 FROM passages_fts WHERE passages_fts MATCH ?")
             .bind(1, match));
  }
  if (!filter.speaker.empty() || !filter.also_persons.empty() || !filter.also_speeches.empty()) {
    std::vector<Id> ids;
    for (const Id person : chosen.persons) {
      const std::string token = "c" + std::to_string(person);
      Query& query = database_->query("SELECT rowid FROM document_keys WHERE document_keys MATCH ?");
      query.bind(1, token);
      while (query.step()) ids.push_back(query.integer(0));
    }
    for (const Id speech : chosen.speeches) ids.push_back(speech / kRowsPerDocument);
    keep_common(some, std::move(ids));
  }
  if (!filter.statement.empty()) {
    std::vector<Id> ids;
    Query& members = database_->query("SELECT speech / 16777216 FROM members WHERE statement = ?");
    members.bind(1, statement_number(filter.statement));
    while (members.step()) ids.push_back(members.integer(0));
    const std::string token = "s" + filter.statement;
    Query& keys = database_->query("SELECT rowid FROM document_keys WHERE document_keys MATCH ?");
    keys.bind(1, token);
    while (keys.step()) ids.push_back(keys.integer(0));
    keep_common(some, std::move(ids));
  }
  if (!filter.document.empty()) keep_common(some, {chosen.document});
  if (!chosen.channel.empty()) {
    // Words of a channel stand in the text; those of an outlet or agency need not.
    std::vector<Id> ids;
    const std::string words = widest_query(chosen.channel);
    Query& passages = database_->query("SELECT DISTINCT rowid / 16777216 FROM passages_fts WHERE passages_fts MATCH ?");
    passages.bind(1, words);
    while (passages.step()) ids.push_back(passages.integer(0));
    for (const char* column : {"outlet", "agency"}) {
      std::vector<std::string> fitting;
      Query& names = database_->query("SELECT \"of\" FROM tallies WHERE what = ?");
      names.bind(1, std::string_view(column));
      while (names.step())
        if (occur_in(chosen.channel, names.text(0))) fitting.emplace_back(names.text(0));
      Query& bearers = database_->query(std::string("SELECT document FROM briefs WHERE ") + column + " = ?");
      for (const std::string& name : fitting) {
        bearers.bind(1, name);
        while (bearers.step()) ids.push_back(bearers.integer(0));
      }
    }
    keep_common(some, std::move(ids));
  }
  return some;
}

// In the order that is asked for, from the cursor on; until `take` is false.
void SqliteRecord::walk_times(const TimelineFilter& filter, const std::optional<std::vector<Id>>& among,
                              const std::function<bool(const TimeRow&)>& take) {
  const auto read = [](Query& query) {
    TimeRow row;
    row.undated = query.integer(0) != 0;
    row.begin_s = query.integer(1);
    row.name = query.text(2);
    row.document = query.integer(3);
    row.until_s = query.integer(4);
    row.kinds = query.integer(5);
    row.channels = query.integer(6);
    row.language = query.text(7);
    return row;
  };
  const auto place = [](const TimeRow& row) { return std::pair(row.begin_s, std::string_view(row.name)); };
  const std::string columns =
      "SELECT undated, begin_s, name, document, until_s, kinds, channels, language FROM times WHERE ";
  const int undated = filter.undated ? 1 : 0;
  const std::int64_t begin = filter.after && !filter.undated ? filter.after->begin_s : 0;
  if (among && among->size() <= kFew) {
    std::vector<TimeRow> rows;
    Query& query = database_->query(columns + "document = ? AND undated = ?");
    for (const Id id : *among) {
      query.bind(1, id).bind(2, undated);
      while (query.step()) rows.push_back(read(query));
    }
    std::ranges::sort(rows, {}, place);
    if (filter.newest) std::ranges::reverse(rows);
    std::pair<std::int64_t, std::string_view> from = {begin, {}};
    if (filter.after) from.second = filter.after->document;
    for (const TimeRow& row : rows) {
      if (filter.after && (filter.newest ? from < place(row) : place(row) < from)) continue;
      if (!take(row)) return;
    }
    return;
  }
  std::string sql = columns + "undated = ?1";
  if (filter.after) sql += fmt::format(" AND (begin_s, name) {} (?2, ?3)", filter.newest ? "<=" : ">=");
  if (filter.speeches.until_s) sql += " AND begin_s < ?4";
  sql += filter.newest ? " ORDER BY begin_s DESC, name DESC" : " ORDER BY begin_s, name";
  Query& query = database_->query(sql);
  query.bind(1, undated);
  if (filter.after) query.bind(2, begin).bind(3, filter.after->document);
  if (filter.speeches.until_s) query.bind(4, *filter.speeches.until_s);
  while (query.step()) {
    if (among && !std::ranges::binary_search(*among, query.integer(3))) continue;
    if (!take(read(query))) break;
  }
  query.reset();
}

Result<std::vector<SpeechRow>> SqliteRecord::timeline(const TimelineFilter& filter) {
  const SpeechFilter& wanted = filter.speeches;
  const Result<Chosen> chosen = choose(wanted);
  if (!chosen) return tl::unexpected(chosen.error());
  std::vector<SpeechRow> rows;
  if (chosen->none || wanted.limit == 0) return rows;
  const auto channel_kind = parse_channel_kind(wanted.channel);
  std::int64_t kinds = 0;
  if (wanted.kind) kinds |= std::int64_t{1} << static_cast<int>(*wanted.kind);
  if (wanted.polarity) kinds |= std::int64_t{1} << (kPolarityBit + static_cast<int>(*wanted.polarity));
  if (wanted.depth) kinds |= std::int64_t{1} << (kDepthBit + std::min<std::uint32_t>(*wanted.depth, kMostDepth));
  const std::int64_t channels = channel_kind ? std::int64_t{1} << static_cast<int>(*channel_kind) : 0;

  std::string sql = speech_columns() + " WHERE s.id BETWEEN ?1 AND ?2 AND s.when_begin IS ?3";
  for (const std::string& condition : chosen->plain) sql += " AND " + condition;
  sql += filter.newest ? " ORDER BY s.id DESC" : " ORDER BY s.id";
  const std::unique_ptr<Query> speeches = database_->prepare(sql);
  const std::optional<std::vector<Id>> among = documents_for(wanted, *chosen);
  walk_times(filter, among, [&](const TimeRow& at) {
    if ((at.kinds & kinds) != kinds || (at.channels & channels) != channels) return true;
    if (!wanted.language.empty() && at.language != wanted.language) return true;
    if ((wanted.since_s && at.until_s <= *wanted.since_s) || (wanted.until_s && at.begin_s >= *wanted.until_s))
      return true;
    std::int64_t first = at.document * kRowsPerDocument;
    std::int64_t last = first + kRowsPerDocument - 1;
    const bool here =
        filter.after && filter.after->document == at.name && (filter.undated || filter.after->begin_s == at.begin_s);
    if (here && filter.newest) last = first + std::int64_t{filter.after->number} - 1;
    if (here && !filter.newest) first += std::int64_t{filter.after->number} + 1;
    speeches->bind(1, first).bind(2, last);
    if (at.undated)
      speeches->bind_null(3);
    else
      speeches->bind(3, at.begin_s);
    while (rows.size() < wanted.limit && speeches->step()) {
      SpeechRow row = make_row(*speeches);
      if (database_->failed()) break;
      if (fits(row, wanted, *chosen)) rows.push_back(std::move(row));
    }
    speeches->reset();
    return rows.size() < wanted.limit && !database_->failed();
  });
  return answer(std::move(rows));
}

}  // namespace readout
