// Speeches: rows read, filtered, and found by span id.
#include <charconv>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"
#include "readout/record/words.h"

namespace readout {
namespace {

enum Column {
  kDocument,
  kNumber,
  kBlobBegin,
  kBlobEnd,
  kKind,
  kPolarity,
  kDepth,
  kParent,
  kSpeaker,
  kJoined,
  kStatement,
  kContent,
  kCue,
  kSource,
  kChannels,
  kInsertions,
  kSameAs,
  kSaid,
  kBasis,
  kDoubts,
  kCandidates,
  kSpeakerBasis,
};

std::optional<std::uint32_t> parse_offset(std::string_view text) {
  std::uint32_t number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string SqliteRecord::speech_columns() {
  return "SELECT s.document, s.number, s.blob_begin, s.blob_end, s.kind, s.polarity, s.depth, s.parent, s.speaker,"
         " (SELECT m.statement FROM members AS m WHERE m.speech = s.id), s.statement, s.content, s.cue, s.source, "
         "s.channels, s.insertions, s.same_as, s.said, s.basis, s.doubts,"
         " s.candidates, s.speaker_basis FROM speeches AS s";
}

Speech SqliteRecord::read_speech(Query& query, bool& bad) {
  Speech speech;
  unpack_enum(query.text(kKind), speech.kind, bad);
  unpack_enum(query.text(kPolarity), speech.polarity, bad);
  speech.depth = static_cast<std::uint32_t>(query.integer(kDepth));
  speech.parent = query.is_null(kParent) ? -1 : static_cast<std::int32_t>(query.integer(kParent));
  unpack(query.text(kContent), speech.content, bad);
  unpack(query.text(kCue), speech.cue, bad);
  unpack(query.text(kSource), speech.source, bad);
  unpack(query.text(kChannels), speech.channels, bad);
  unpack(query.text(kInsertions), speech.insertions, bad);
  unpack(query.text(kSameAs), speech.same_as, bad);
  unpack(query.text(kSaid), speech.said, bad);
  unpack(query.text(kBasis), speech.basis, bad);
  unpack(query.text(kDoubts), speech.doubts, bad);
  return speech;
}

Speaker SqliteRecord::read_speaker(Query& query, bool& bad) {
  Speaker speaker;
  speaker.person = query.is_null(kSpeaker) ? -1 : static_cast<std::int32_t>(query.integer(kSpeaker));
  unpack(query.text(kCandidates), speaker.candidates, bad);
  unpack(query.text(kSpeakerBasis), speaker.basis, bad);
  return speaker;
}

std::string SqliteRecord::read_statement(Query& query) {
  return query.is_null(kJoined) ? std::string(query.text(kStatement)) : statement_id(query.integer(kJoined));
}

std::vector<Reporter> SqliteRecord::chain_of(const Shelf& shelf, std::int32_t parent) {
  std::vector<Reporter> chain;
  bool bad = false;
  for (std::int32_t at = parent; at >= 0 && !database_->failed();) {
    Query& query = database_->query("SELECT blob_begin, blob_end, parent, speaker, source FROM speeches WHERE id = ?");
    query.bind(1, shelf.id * kRowsPerDocument + at);
    if (!query.step()) {
      database_->damaged("a speech is reported in one that is not there");
      break;
    }
    Reporter reporter;
    reporter.id = span_id(shelf.row.document.name, make_span(static_cast<std::size_t>(query.integer(0)),
                                                             static_cast<std::size_t>(query.integer(1))));
    const std::int32_t next = query.is_null(2) ? -1 : static_cast<std::int32_t>(query.integer(2));
    const std::int64_t speaker = query.is_null(3) ? -1 : query.integer(3);
    if (speaker >= 0 && static_cast<std::size_t>(speaker) < shelf.persons.size())
      reporter.name = shelf.persons[static_cast<std::size_t>(speaker)].name;
    Span source;
    unpack(query.text(4), source, bad);
    reporter.source = shelf.row.document.text[source];
    query.reset();
    chain.push_back(std::move(reporter));
    if (next >= at) bad = true;  // a parent stands before its children
    if (bad) break;
    at = next;
  }
  if (bad) database_->damaged("a chain of speeches in " + shelf.row.document.name);
  return chain;
}

// As many as speeches(filter) finds.
std::uint32_t SqliteRecord::count_versions(const std::string& statement) {
  Query& joined = database_->query("SELECT count(*) FROM members WHERE statement = ?");
  joined.bind(1, statement_number(statement));
  std::int64_t count = joined.step() ? joined.integer(0) : 0;
  joined.reset();
  if (count > 0) return static_cast<std::uint32_t>(count);
  Query& alike = database_->query(
      "SELECT count(*) FROM document_keys AS k CROSS JOIN speeches AS s"
      " ON s.id BETWEEN k.rowid * 16777216 AND k.rowid * 16777216 + 16777215 AND s.statement = ?1"
      " LEFT JOIN members AS m ON m.speech = s.id WHERE document_keys MATCH 's' || ?1 AND m.speech IS NULL");
  alike.bind(1, statement);
  if (alike.step()) count = alike.integer(0);
  alike.reset();
  return static_cast<std::uint32_t>(count);
}

SpeechRow SqliteRecord::make_row(Query& query) {
  SpeechRow row;
  bool bad = false;
  const Shelf& at = shelf(query.integer(kDocument));
  if (database_->failed()) return row;
  const Document& document = at.row.document;
  row.document = document.name;
  row.number = static_cast<std::uint32_t>(query.integer(kNumber));
  row.delivered =
      make_span(static_cast<std::size_t>(query.integer(kBlobBegin)), static_cast<std::size_t>(query.integer(kBlobEnd)));
  row.id = span_id(document.name, row.delivered);
  row.blob = document.blob;
  row.outlet = document.outlet;
  row.agency = document.agency;
  row.url = document.url;
  row.language = document.language.code;
  row.speech = read_speech(query, bad);
  const Speaker speaker = read_speaker(query, bad);
  row.statement = read_statement(query);
  row.speaker_basis = speaker.basis;
  const auto person_at = [&](std::int32_t number) -> const Person* {
    const auto index = static_cast<std::size_t>(number);
    return number >= 0 && index < at.persons.size() ? &at.persons[index] : nullptr;
  };
  if (const Person* person = person_at(speaker.person)) row.person = *person;
  for (const std::int32_t number : speaker.candidates)
    if (const Person* person = person_at(number)) row.candidates.push_back(*person);
  for (const Span span : row.speech.content) row.words.emplace_back(document.text[span]);
  for (const Span span : row.speech.cue) row.cue_words.emplace_back(document.text[span]);
  for (const Channel& channel : row.speech.channels) row.channel_words.emplace_back(document.text[channel.span]);
  row.source_words = document.text[row.speech.source];
  row.chain = chain_of(at, row.speech.parent);
  const When when = when_said(row.speech, document.dates);
  row.when = when.moment;
  row.when_of = when.of;
  if (!row.statement.empty()) row.versions = count_versions(row.statement);
  if (bad) database_->damaged("speech " + row.id + " cannot be read");
  return row;
}

Result<std::vector<SpeechRow>> SqliteRecord::speeches_of(std::string_view document) {
  const Result<Id> id = find_document(document);
  if (!id) return tl::unexpected(id.error());
  std::vector<SpeechRow> rows;
  Query& query = database_->query(speech_columns() + " WHERE s.id BETWEEN ? AND ? ORDER BY s.id");
  query.bind(1, *id * kRowsPerDocument).bind(2, (*id + 1) * kRowsPerDocument - 1);
  while (query.step()) rows.push_back(make_row(query));
  return answer(std::move(rows));
}

Result<std::vector<SqliteRecord::Id>> SqliteRecord::find_speeches(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  const std::string_view spans = colon == std::string_view::npos ? std::string_view() : id.substr(colon + 1);
  const std::size_t dash = spans.find('-');
  const std::optional<std::uint32_t> begin = parse_offset(spans.substr(0, dash));
  const std::optional<std::uint32_t> end =
      dash == std::string_view::npos ? std::nullopt : parse_offset(spans.substr(dash + 1));
  if (!begin || (dash != std::string_view::npos && !end))
    return fail(ErrorCode::bad_argument, "a span id is NAME:BEGIN-END, as in 004:268-413", std::string(id));
  const Result<Id> document = find_document(id.substr(0, colon));
  if (!document) return tl::unexpected(document.error());
  std::vector<Id> ids;
  Query& query = database_->query(
      "SELECT s.id FROM speeches AS s WHERE s.id BETWEEN ?1 AND ?2 AND s.blob_begin = ?3"
      " AND (?4 < 0 OR s.blob_end = ?4) ORDER BY s.id");
  query.bind(1, *document * kRowsPerDocument).bind(2, (*document + 1) * kRowsPerDocument - 1).bind(3, *begin);
  query.bind(4, end ? std::int64_t{*end} : -1);
  while (query.step()) ids.push_back(query.integer(0));
  return answer(std::move(ids));
}

Result<SpeechRow> SqliteRecord::speech(std::string_view id) {
  const Result<std::vector<Id>> ids = find_speeches(id);
  if (!ids) return tl::unexpected(ids.error());
  std::vector<SpeechRow> rows;
  for (const Id each : *ids) {
    Query& query = database_->query(speech_columns() + " WHERE s.id = ?");
    query.bind(1, each);
    if (query.step()) rows.push_back(make_row(query));
    query.reset();
  }
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  if (rows.empty())
    return fail(ErrorCode::not_found, "no speech has this span; `readout statements --document` lists them",
                std::string(id));
  for (const SpeechRow& row : rows)
    if (row.id != rows.front().id)
      return fail(ErrorCode::bad_argument, "several speeches fit: " + rows[0].id + ", " + row.id, std::string(id));
  return std::move(rows.front());
}

}  // namespace readout
