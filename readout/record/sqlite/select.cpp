// speeches(filter): the ids first, in order and few bytes each, then the rows of those that are asked for.
#include <fmt/format.h>

#include <algorithm>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"
#include "readout/record/words.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

std::string json_numbers(const std::vector<std::int64_t>& numbers) {
  std::string all = "[";
  for (const std::int64_t number : numbers) all += (all.size() > 1 ? "," : "") + std::to_string(number);
  return all + "]";
}

// What SQL cannot tell: words of the content, words of a channel.
bool holds_words(const SpeechRow& row, const Terms& words, const Terms& channel) {
  if (!words.empty() && !occur_in(words, joined(row.words))) return false;
  if (channel.empty()) return true;
  return occur_in(channel, joined(row.channel_words)) || occur_in(channel, row.outlet) || occur_in(channel, row.agency);
}

}  // namespace

Result<SqliteRecord::Chosen> SqliteRecord::choose(const SpeechFilter& filter) {
  Chosen chosen;
  std::vector<std::string>& conditions = chosen.conditions;
  const auto bind_later = [&](std::string text) { return chosen.bind_later(std::move(text)); };
  bool& few = chosen.few;
  const Terms& words = chosen.words = parse_terms(filter.words);
  chosen.none = !filter.words.empty() && words.empty();
  if (!filter.document.empty()) {
    const Result<Id> id = find_document(filter.document);
    if (!id) return tl::unexpected(id.error());
    few = true;
    chosen.document = *id;
    conditions.push_back(
        fmt::format("s.id BETWEEN {} AND {}", *id * kRowsPerDocument, (*id + 1) * kRowsPerDocument - 1));
  }
  if (!words.empty()) {
    few = true;
    const std::string within = filter.document.empty()
                                   ? std::string(")")
                                   : fmt::format(" AND f.rowid BETWEEN {} AND {})", chosen.document * kRowsPerDocument,
                                                 (chosen.document + 1) * kRowsPerDocument - 1);
    const std::string widest = widest_query(words);
    conditions.push_back(
        "s.id IN (SELECT t.id FROM passages_fts AS f JOIN blocks AS b ON b.id = f.rowid JOIN speeches AS t"
        " ON t.id BETWEEN b.document * 16777216 AND b.document * 16777216 + 16777215"
        " AND t.begin < b.\"end\" AND t.\"end\" > b.begin WHERE passages_fts MATCH " +
        bind_later(widest) + within);
    // The others somewhere in the document: a turn may hold one word in one passage and one in the next.
    for (const Term& term : words)
      if (const std::string match = match_query({term}); match != widest)
        conditions.push_back(
            "s.document IN (SELECT f.rowid / 16777216 FROM passages_fts AS f WHERE passages_fts MATCH " +
            bind_later(match) + within);
  }
  if (!filter.speaker.empty() || !filter.also_persons.empty() || !filter.also_speeches.empty()) {
    few = true;
    std::vector<Id> persons = filter.speaker.empty() ? std::vector<Id>() : find_persons(filter.speaker);
    for (const std::string& key : filter.also_persons)
      if (const std::optional<Id> id = find_person(key)) persons.push_back(*id);
    std::ranges::sort(persons);
    persons.erase(std::ranges::unique(persons).begin(), persons.end());
    std::string condition = "(s.id IN (SELECT t.id FROM json_each(" + bind_later(json_numbers(persons)) +
                            ") AS p CROSS JOIN document_keys AS k CROSS JOIN speeches AS t"
                            " ON t.id BETWEEN k.rowid * 16777216 AND k.rowid * 16777216 + 16777215"
                            " AND t.person = p.value WHERE document_keys MATCH 'c' || p.value)";
    if (!filter.also_speeches.empty()) {
      std::vector<Id> speeches;
      for (const std::string& id : filter.also_speeches) {
        // What is no longer there is nobody's.
        if (const Result<std::vector<Id>> found = find_speeches(id))
          speeches.insert(speeches.end(), found->begin(), found->end());
      }
      condition += " OR s.id IN (SELECT value FROM json_each(" + bind_later(json_numbers(speeches)) + "))";
      chosen.speeches = std::move(speeches);
    }
    conditions.push_back(condition + ")");
    chosen.persons = persons;
    std::string plain = "(s.person IN (SELECT value FROM json_each('" + json_numbers(persons) + "'))";
    if (!chosen.speeches.empty())
      plain += " OR s.id IN (SELECT value FROM json_each('" + json_numbers(chosen.speeches) + "'))";
    chosen.plain.push_back(plain + ")");
  }
  if (!filter.statement.empty()) {
    few = true;
    chosen.none = chosen.none || filter.statement.find_first_not_of("0123456789abcdef") != std::string::npos;
    const std::string key = bind_later(filter.statement);
    conditions.push_back("(s.id IN (SELECT m.speech FROM members AS m WHERE m.statement = " +
                         std::to_string(statement_number(filter.statement)) +
                         ") OR s.id IN (SELECT t.id FROM document_keys AS k CROSS JOIN speeches AS t"
                         " ON t.id BETWEEN k.rowid * 16777216 AND k.rowid * 16777216 + 16777215 AND t.statement = " +
                         key + " LEFT JOIN members AS m ON m.speech = t.id WHERE document_keys MATCH 's' || " + key +
                         " AND m.speech IS NULL))");
  }
  // "+" keeps SQLite from making an index of its own on such a column: it would find the rows of a kind for every
  // document anew (100,000 documents: minutes).
  const auto plainly = [&](std::string condition) {
    conditions.push_back(condition.starts_with("s.when") ? condition : "+" + condition);
    chosen.plain.push_back(std::move(condition));
  };
  if (!filter.channel.empty()) {
    if (parse_channel_kind(filter.channel)) {
      plainly("instr(s.channels, '[\"" + filter.channel + "\",') > 0");
    } else {
      chosen.channel = parse_terms(filter.channel);
    }
  }
  if (!filter.language.empty()) conditions.push_back("d.language = " + bind_later(filter.language));
  if (filter.kind) plainly(fmt::format("s.kind = '{}'", to_string(*filter.kind)));
  if (filter.polarity) plainly(fmt::format("s.polarity = '{}'", to_string(*filter.polarity)));
  if (filter.depth) plainly(fmt::format("s.depth = {}", *filter.depth));
  if (filter.since_s) plainly(fmt::format("s.when_end > {}", *filter.since_s));
  if (filter.until_s) plainly(fmt::format("s.when_begin < {}", *filter.until_s));
  return answer(std::move(chosen));
}

bool SqliteRecord::fits(const SpeechRow& row, const SpeechFilter& filter, const Chosen& chosen) {
  return (filter.statement.empty() || row.statement == filter.statement) &&
         holds_words(row, chosen.words, chosen.channel);
}

std::vector<SpeechRow> SqliteRecord::take_rows(Query& ids, const Chosen& chosen, std::size_t limit) {
  std::vector<SpeechRow> rows;
  while (rows.size() < limit && ids.step()) {
    Query& one = database_->query(speech_columns() + " WHERE s.id = ?");
    one.bind(1, ids.integer(0));
    if (!one.step()) break;
    SpeechRow row = make_row(one);
    one.reset();
    if (!database_->failed() && holds_words(row, chosen.words, chosen.channel)) rows.push_back(std::move(row));
  }
  return rows;
}

// Words that stand nearly everywhere: document by document, so that a page costs what it shows.
Result<std::optional<std::vector<SpeechRow>>> SqliteRecord::common_speeches(const SpeechFilter& filter,
                                                                            const Terms& words) {
  if (words.empty() || !filter.document.empty() || !filter.speaker.empty() || !filter.also_persons.empty() ||
      !filter.also_speeches.empty() || !filter.statement.empty())
    return std::nullopt;
  if (!is_common(match_query(words))) return std::nullopt;
  const std::string widest = widest_query(words);
  std::vector<SpeechRow> rows;
  std::optional<Error> error;
  SpeechFilter one = filter;
  const Cursor after = filter.after.value_or(Cursor{});
  const bool walked = walk(widest, after, [&](Id, std::string_view name, std::span<const Id>) {
    one.document = name;
    one.limit = filter.limit - rows.size();
    one.after = filter.after && name == after.document ? filter.after : std::nullopt;
    Result<std::vector<SpeechRow>> more = speeches(one);
    if (!more) error = std::move(more.error());
    if (!more) return false;
    for (SpeechRow& row : *more) rows.push_back(std::move(row));
    return rows.size() < filter.limit;
  });
  if (error) return tl::unexpected(std::move(*error));
  if (!walked) return std::nullopt;
  return rows;
}

Result<std::vector<SpeechRow>> SqliteRecord::speeches(const SpeechFilter& filter) {
  Result<std::optional<std::vector<SpeechRow>>> common = common_speeches(filter, parse_terms(filter.words));
  if (!common) return tl::unexpected(std::move(common.error()));
  if (*common) return answer(std::move(**common));
  Result<Chosen> chosen = choose(filter);
  if (!chosen) return tl::unexpected(chosen.error());
  if (chosen->none) return std::vector<SpeechRow>();
  if (filter.after) {
    const std::string name = chosen->bind_later(filter.after->document);
    chosen->conditions.push_back(
        fmt::format("d.name >= {0} AND (d.name > {0} OR s.number > {1})", name, filter.after->number));
  }
  const std::unique_ptr<Query> ids = database_->prepare(chosen->select() + " ORDER BY d.name, s.id");
  chosen->bind(*ids);
  return answer(take_rows(*ids, *chosen, filter.limit));
}

std::string SqliteRecord::Chosen::bind_later(std::string text) {
  texts.push_back(std::move(text));
  return fmt::format("?{}", texts.size());
}

void SqliteRecord::Chosen::bind(Query& query) const {
  for (std::size_t i = 0; i < texts.size(); ++i) query.bind(static_cast<int>(i + 1), texts[i]);
}

std::string SqliteRecord::Chosen::select() const {
  std::string sql = few ? "SELECT s.id FROM speeches AS s CROSS JOIN documents AS d ON d.id = s.document"
                        : "SELECT s.id FROM documents AS d CROSS JOIN speeches AS s"
                          " ON s.id BETWEEN d.id * 16777216 AND d.id * 16777216 + 16777215";
  for (std::size_t i = 0; i < conditions.size(); ++i) sql += (i == 0 ? " WHERE " : " AND ") + conditions[i];
  return sql;
}

}  // namespace readout
