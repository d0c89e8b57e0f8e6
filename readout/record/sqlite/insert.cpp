// One document's rows.
#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

std::string_view refusal(const Document& document) {
  for (const Doubt& doubt : document.doubts)
    if (is_refusal(doubt.kind)) return to_string(doubt.kind);
  return {};
}

}  // namespace

SqliteRecord::Id SqliteRecord::insert_document(const Account& account, Id blob, const std::string& asked,
                                               const std::string& suffix, std::int64_t revision) {
  const Document& document = account.document;
  const std::string name = whole_name(asked, suffix);
  const std::string authors = pack(document.authors);
  const std::string issuer = pack(document.issuer);
  const std::string said = to_iso(document.dates.said);
  const std::string published = to_iso(document.dates.published);
  const std::string copied = to_iso(document.dates.copied);
  const std::string crawled = to_iso(document.dates.crawled);
  const std::string dates = pack(document.dates);
  const std::string times = pack(document.times);
  const std::string links = pack(document.links);
  const std::string foreign = pack(document.foreign);
  const std::string doubts = pack(document.doubts);
  const std::string map = pack_map(document.text.map());
  Query& query = database_->query(
      "INSERT INTO documents (name, asked, suffix, origin, blob, revision, current, engine, refused, format, form,"
      " encoding, language, language_share, language_reliable, url, outlet, title, agency, place, authors, issuer, "
      "said,"
      " published, copied, crawled, dates, times, links, foreign_spans, doubts, speeches, text, map)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
      " ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)");
  query.bind(1, name).bind(2, asked).bind(3, suffix).bind(4, document.origin).bind(5, blob).bind(6, revision);
  query.bind(7, engine_).bind_packed(8, refusal(document)).bind(9, to_string(document.format));
  query.bind(10, to_string(document.form)).bind(11, document.encoding).bind(12, document.language.code);
  query.bind(13, document.language.share).bind(14, document.language.reliable ? 1 : 0).bind(15, document.url);
  query.bind(16, document.outlet).bind(17, document.title).bind(18, document.agency).bind(19, document.place);
  query.bind_packed(20, authors).bind_packed(21, issuer).bind(22, said).bind(23, published).bind(24, copied);
  query.bind(25, crawled).bind_packed(26, dates).bind_packed(27, times).bind_packed(28, links);
  query.bind_packed(29, foreign).bind_packed(30, doubts);
  query.bind(31, static_cast<std::int64_t>(account.speeches.size())).bind(32, document.text.view());
  if (map.empty())
    query.bind_null(33);
  else
    query.bind_blob(33, map);
  query.run();
  return database_->last_id();
}

void SqliteRecord::insert_blocks(Id id, const Document& document) {
  Query& query = database_->query(
      "INSERT INTO blocks (id, document, number, kind, begin, \"end\", paragraph, reason) VALUES (?, ?, ?, ?, ?, ?, ?, "
      "?)");
  Query& words = database_->query("INSERT INTO passages_fts (rowid, text) VALUES (?, ?)");
  for (std::size_t i = 0; i < document.blocks.size() && !database_->failed(); ++i) {
    const Block& block = document.blocks[i];
    const auto number = static_cast<std::int64_t>(i);
    query.bind(1, id * kRowsPerDocument + number).bind(2, id).bind(3, number).bind(4, to_string(block.kind));
    query.bind(5, block.span.begin).bind(6, block.span.end).bind(7, block.paragraph).bind(8, block.reason).run();
    words.bind(1, id * kRowsPerDocument + number).bind(2, document.text[block.span]).run();
  }
}

std::vector<SqliteRecord::Id> SqliteRecord::insert_persons(Id id, const Account& account) {
  std::vector<Id> ids;
  Query& query = database_->query(
      "INSERT INTO casts (id, document, number, person, name, kind, offices, mentions, doubts)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < account.persons.size() && !database_->failed(); ++i) {
    const Person& person = account.persons[i];
    const Id who = person_id(person.key);
    const auto number = static_cast<std::int64_t>(i);
    const std::string offices = pack(person.offices);
    const std::string mentions = pack(person.mentions);
    const std::string doubts = pack(person.doubts);
    query.bind(1, id * kRowsPerDocument + number).bind(2, id).bind(3, number).bind(4, who).bind(5, person.name);
    query.bind(6, to_string(person.kind)).bind_packed(7, offices).bind_packed(8, mentions).bind_packed(9, doubts).run();
    ++forms_[{who, person.name, std::string(to_string(person.kind)), offices}];
    ids.push_back(who);
  }
  return ids;
}

// Once for a batch: many of its documents name the same people, and the table is written at random places.
void SqliteRecord::count_forms() {
  Query& query = database_->query(
      "INSERT INTO forms (person, name, kind, offices, documents) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT DO UPDATE SET documents = documents + ?5 RETURNING documents");
  std::vector<Id> named;  // in a new way
  for (const auto& [form, documents] : forms_) {
    const auto& [person, name, kind, offices] = form;
    query.bind(1, person).bind(2, name).bind(3, kind).bind(4, offices).bind(5, documents);
    while (query.step())
      if (query.integer(0) == documents && (named.empty() || named.back() != person)) named.push_back(person);
  }
  for (const Id person : named) put_person_words(person);
  forms_.clear();
}

void SqliteRecord::insert_speeches(Id id, const Account& account, const std::vector<Id>& persons) {
  const Document& document = account.document;
  Query& query = database_->query(
      "INSERT INTO speeches (id, document, number, begin, \"end\", blob_begin, blob_end, kind, polarity, depth, parent,"
      " person, speaker, statement, when_begin, when_end, when_of, \"when\", content, cue, source, channels, "
      "insertions,"
      " same_as, said, basis, doubts, candidates, speaker_basis)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
      " ?23, ?24, ?25, ?26, ?27, ?28, ?29)");
  for (std::size_t i = 0; i < account.speeches.size() && !database_->failed(); ++i) {
    const Speech& speech = account.speeches[i];
    const Speaker speaker = i < account.speakers.size() ? account.speakers[i] : Speaker{};
    const auto number = static_cast<std::int64_t>(i);
    const Span whole = extent(speech);
    const Span delivered = document.text.to_blob(whole);
    const When when = when_said(speech, document.dates);
    const std::string iso = to_iso(when.moment);
    const std::string content = pack(speech.content);
    const std::string cue = pack(speech.cue);
    const std::string source = pack(speech.source);
    const std::string channels = pack(speech.channels);
    const std::string insertions = pack(speech.insertions);
    const std::string same_as = pack(speech.same_as);
    const std::string said = pack(speech.said);
    const std::string basis = pack(speech.basis);
    const std::string doubts = pack(speech.doubts);
    const std::string candidates = pack(speaker.candidates);
    const std::string speaker_basis = pack(speaker.basis);
    query.bind(1, id * kRowsPerDocument + number).bind(2, id).bind(3, number).bind(4, whole.begin).bind(5, whole.end);
    query.bind(6, delivered.begin).bind(7, delivered.end).bind(8, to_string(speech.kind));
    query.bind(9, to_string(speech.polarity)).bind(10, speech.depth);
    if (speech.parent >= 0)
      query.bind(11, speech.parent);
    else
      query.bind_null(11);
    const auto who = static_cast<std::size_t>(speaker.person);
    if (speaker.person >= 0 && who < persons.size())
      query.bind(12, persons[who]).bind(13, speaker.person);
    else
      query.bind_null(12).bind_null(13);
    query.bind_packed(14, i < account.statements.size() ? std::string_view(account.statements[i]) : std::string_view());
    if (when.of != WhenOf::unknown)
      query.bind(15, when.moment.begin_s).bind(16, when.moment.end_s);
    else
      query.bind_null(15).bind_null(16);
    query.bind(17, to_string(when.of)).bind(18, iso).bind_packed(19, content).bind_packed(20, cue);
    query.bind_packed(21, source).bind_packed(22, channels).bind_packed(23, insertions).bind_packed(24, same_as);
    query.bind_packed(25, said).bind_packed(26, basis).bind_packed(27, doubts).bind_packed(28, candidates);
    query.bind_packed(29, speaker_basis).run();
  }
}

}  // namespace readout
