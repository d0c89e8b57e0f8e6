// Documents: found by name, listed, loaded.
#include <fmt/format.h>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

constexpr std::size_t kMinDigestDigits = 6;
constexpr int kListed = 5;  // names that an error lists where several fit

bool is_digest_prefix(std::string_view text) {
  return text.size() >= kMinDigestDigits && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// The least string that is greater than everything that begins with `prefix`; "" where there is none.
std::string past(std::string prefix) {
  while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF) prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
  return prefix;
}

}  // namespace

Result<SqliteRecord::Id> SqliteRecord::find_document(std::string_view name) {
  if (name.empty()) return fail(ErrorCode::bad_argument, "a document's name is empty; `readout documents` lists them");
  std::vector<std::pair<Id, std::string>> found;
  const auto gather = [&](Query& query) {
    while (query.step()) found.emplace_back(query.integer(0), query.text(1));
  };
  gather(database_->query("SELECT id, name FROM documents WHERE name = ?").bind(1, name));
  if (found.empty())
    gather(database_->query("SELECT id, name FROM documents WHERE origin = ? AND current = 1 LIMIT 6").bind(1, name));
  if (found.empty()) {
    const std::string to = past(std::string(name));
    gather(database_->query("SELECT id, name FROM documents WHERE name >= ? AND name < ? ORDER BY name LIMIT 6")
               .bind(1, name)
               .bind(2, to));
  }
  if (found.empty() && is_digest_prefix(name)) {
    const std::string digits(name);
    gather(database_
               ->query("SELECT d.id, d.name FROM blobs AS b JOIN documents AS d ON d.blob = b.id"
                       " WHERE substr(lower(hex(b.digest)), 1, length(?1)) = ?1 ORDER BY d.name LIMIT 6")
               .bind(1, digits));
  }
  if (auto error = database_->take_error()) return tl::unexpected(std::move(*error));
  if (found.size() == 1) return found.front().first;
  if (found.empty())
    return fail(ErrorCode::not_found, "no document of this name; `readout documents` lists them", std::string(name));
  std::string names;
  for (int i = 0; i < kListed && i < static_cast<int>(found.size()); ++i)
    names += (i == 0 ? "" : ", ") + found[static_cast<std::size_t>(i)].second;
  if (found.size() > kListed) names += ", ...";
  return fail(ErrorCode::bad_argument, "several documents fit: " + names, std::string(name));
}

Result<std::string> SqliteRecord::find_name(std::string_view name) {
  const Result<Id> id = find_document(name);
  if (!id) return tl::unexpected(id.error());
  return answer(name_of(*id));
}

Result<std::vector<std::string>> SqliteRecord::names_of(const Digest& blob) {
  std::vector<std::string> names;
  const std::string_view bytes(reinterpret_cast<const char*>(blob.bytes.data()), blob.bytes.size());
  Query& query = database_->query(
      "SELECT d.name FROM blobs AS b JOIN documents AS d ON d.blob = b.id WHERE b.digest = ? ORDER BY d.name");
  query.bind_blob(1, bytes);
  while (query.step()) names.emplace_back(query.text(0));
  return answer(std::move(names));
}

std::vector<Block> SqliteRecord::load_blocks(Id id) {
  std::vector<Block> blocks;
  Query& query = database_->query(
      "SELECT begin, \"end\", kind, paragraph, reason FROM blocks WHERE id BETWEEN ? AND ? ORDER BY id");
  query.bind(1, id * kRowsPerDocument).bind(2, (id + 1) * kRowsPerDocument - 1);
  while (query.step()) {
    Block block;
    block.span = make_span(static_cast<std::size_t>(query.integer(0)), static_cast<std::size_t>(query.integer(1)));
    const std::optional<BlockKind> kind = parse_block_kind(query.text(2));
    if (!kind) return database_->damaged("a block of an unknown kind"), blocks;
    block.kind = *kind;
    block.paragraph = static_cast<std::uint32_t>(query.integer(3));
    block.reason = query.text(4);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::vector<Person> SqliteRecord::load_persons(Id id) {
  std::vector<Person> persons;
  bool bad = false;
  Query& query = database_->query(
      "SELECT p.key, c.name, c.kind, c.offices, c.mentions, c.doubts FROM casts AS c JOIN persons AS p ON p.id = "
      "c.person"
      " WHERE c.id BETWEEN ? AND ? ORDER BY c.id");
  query.bind(1, id * kRowsPerDocument).bind(2, (id + 1) * kRowsPerDocument - 1);
  while (query.step()) {
    Person person;
    person.key = query.text(0);
    person.name = query.text(1);
    unpack_enum(query.text(2), person.kind, bad);
    unpack(query.text(3), person.offices, bad);
    unpack(query.text(4), person.mentions, bad);
    unpack(query.text(5), person.doubts, bad);
    persons.push_back(std::move(person));
  }
  if (bad) database_->damaged("the persons of a document cannot be read");
  return persons;
}

SqliteRecord::Shelf SqliteRecord::load(Id id) {
  Shelf shelf;
  shelf.id = id;
  bool bad = false;
  std::int64_t revision = 0;
  Query& query = database_->query(
      "SELECT d.name, d.origin, b.digest, b.size, d.format, d.form, d.encoding, d.text, d.map, d.url, d.outlet, "
      "d.title,"
      " d.agency, d.place, d.authors, d.issuer, d.language, d.language_share, d.language_reliable, d.foreign_spans,"
      " d.dates, d.times, d.links, d.doubts, d.speeches, d.revision, b.kept, d.asked, d.suffix FROM documents AS d"
      " JOIN blobs AS b ON b.id = d.blob WHERE d.id = ?");
  query.bind(1, id);
  if (!query.step()) {
    database_->damaged(fmt::format("document {} is not there", id));
    return shelf;
  }
  Document& document = shelf.row.document;
  document.name = query.text(0);
  document.origin = query.text(1);
  const std::string_view digest = query.text(2);
  if (digest.size() == document.blob.bytes.size())
    std::copy(digest.begin(), digest.end(), document.blob.bytes.begin());
  else
    bad = true;
  document.blob_bytes = static_cast<std::uint64_t>(query.integer(3));
  unpack_enum(query.text(4), document.format, bad);
  unpack_enum(query.text(5), document.form, bad);
  document.encoding = query.text(6);
  std::string text(query.text(7));
  const auto size = static_cast<std::uint32_t>(text.size());
  OffsetMap map = unpack_map(query.text(8), size, bad);
  document.text = bad ? Text() : Text(std::move(text), std::move(map));
  document.url = query.text(9);
  document.outlet = query.text(10);
  document.title = query.text(11);
  document.agency = query.text(12);
  document.place = query.text(13);
  unpack(query.text(14), document.authors, bad);
  unpack(query.text(15), document.issuer, bad);
  document.language.code = query.text(16);
  document.language.share = query.real(17);
  document.language.reliable = query.integer(18) != 0;
  unpack(query.text(19), document.foreign, bad);
  unpack(query.text(20), document.dates, bad);
  unpack(query.text(21), document.times, bad);
  unpack(query.text(22), document.links, bad);
  unpack(query.text(23), document.doubts, bad);
  shelf.row.speeches = static_cast<std::uint32_t>(query.integer(24));
  revision = query.integer(25);
  shelf.kept = query.text(26);
  shelf.order = query.text(27);
  shelf.order += '\0';
  shelf.order += query.text(28);
  query.reset();
  shelf.row.text_bytes = size;
  shelf.row.replaces = neighbour(document.origin, revision, true);
  shelf.row.replaced_by = neighbour(document.origin, revision, false);
  document.blocks = load_blocks(id);
  shelf.persons = load_persons(id);
  if (bad) database_->damaged(fmt::format("the row of document {} cannot be read", document.name));
  return shelf;
}

const SqliteRecord::Shelf& SqliteRecord::shelf(Id id) {
  if (!shelf_ || shelf_->id != id) shelf_ = load(id);
  return *shelf_;
}

Result<std::vector<DocumentRow>> SqliteRecord::documents(std::string_view after, std::size_t limit) {
  std::vector<Id> ids;
  Query& query = database_->query("SELECT id FROM documents WHERE name > ? ORDER BY name LIMIT ?");
  query.bind(1, after).bind(2, static_cast<std::int64_t>(limit));
  while (query.step()) ids.push_back(query.integer(0));
  std::vector<DocumentRow> rows;
  rows.reserve(ids.size());
  for (const Id id : ids) {
    if (database_->failed()) break;
    rows.push_back(std::move(load(id).row));
    rows.back().document.text = Text();
  }
  return answer(std::move(rows));
}

Result<DocumentRow> SqliteRecord::document(std::string_view name) {
  const Result<Id> id = find_document(name);
  if (!id) return tl::unexpected(id.error());
  DocumentRow row = std::move(load(*id).row);
  row.document.text = Text();
  return answer(std::move(row));
}

Result<Account> SqliteRecord::account(std::string_view name) {
  const Result<Id> id = find_document(name);
  if (!id) return tl::unexpected(id.error());
  return account(*id);
}

Result<Account> SqliteRecord::account(DocumentNumber id) {
  return answer(load_account(id));
}

Account SqliteRecord::load_account(Id id) {
  Shelf shelf = load(id);
  Account account;
  account.document = std::move(shelf.row.document);
  account.persons = std::move(shelf.persons);
  account.order = std::move(shelf.order);
  bool bad = false;
  Query& query = database_->query(speech_columns() + " WHERE s.id BETWEEN ? AND ? ORDER BY s.id");
  query.bind(1, id * kRowsPerDocument).bind(2, (id + 1) * kRowsPerDocument - 1);
  while (query.step()) {
    account.speeches.push_back(read_speech(query, bad));
    // A parent stands before its children: every walk up a chain ends.
    bad = bad || account.speeches.back().parent >= static_cast<std::int32_t>(account.speeches.size()) - 1;
    account.speakers.push_back(read_speaker(query, bad));
    account.statements.emplace_back(read_statement(query));
  }
  if (bad) database_->damaged("the speeches of " + account.document.name + " cannot be read");
  if (shelf.kept == "bytes") {
    Query& blob =
        database_->query("SELECT b.bytes FROM documents AS d JOIN blobs AS b ON b.id = d.blob WHERE d.id = ?");
    blob.bind(1, id);
    if (blob.step()) account.bytes = std::make_shared<const std::string>(blob.text(0));
    blob.reset();
  }
  return account;
}

}  // namespace readout
