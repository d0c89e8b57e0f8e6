// Names that depend on what stands in the record, never on the order of arrival. A group is the documents that ask for
// one name. One that is alone in its group among the current bears the name itself; all others bear it with a suffix.
#include <algorithm>

#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// Cannot stand in a name that is asked for, so that no asked name equals a suffixed one.
constexpr char kBeforeSuffix = '~';
constexpr std::size_t kShortSuffix = 8;  // digits, unless two of a group begin alike
constexpr std::size_t kMaxNameBytes = 60;

}  // namespace

std::string SqliteRecord::asked_name(const Document& document) {
  std::string asked = document.name.empty() ? short_name(document.origin) : document.name;
  if (asked.empty() || asked == "-") return "stdin";
  for (char& c : asked) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == ':' || c == '/' || c == kBeforeSuffix) c = '_';
  }
  std::size_t size = std::min(asked.size(), kMaxNameBytes);
  while (size > 0 && size < asked.size() && (static_cast<unsigned char>(asked[size]) & 0xC0) == 0x80) --size;
  asked.resize(size);
  return asked;
}

std::string SqliteRecord::suffix_of(const Document& document) {
  std::string identity = document.origin;
  identity += '\0';
  identity += to_hex(document.blob);
  return to_hex(sha256(identity)).substr(0, kLongSuffix);
}

// Good until it is settled: nobody else bears it.
std::string SqliteRecord::whole_name(const std::string& asked, const std::string& suffix) {
  return asked + kBeforeSuffix + suffix;
}

// After a document with this suffix came, went, or ceased to be current: names it, those whose suffix begins like its
// own, and the one that had, or now has, the name to itself. All others of the group keep theirs.
void SqliteRecord::settle_names(const std::string& asked, const std::string& suffix) {
  struct Bearer {
    Id id = 0;
    std::string suffix;
    std::string name;
    bool current = false;
  };
  std::vector<Bearer> bearers;
  const auto gather = [&](Query& query) {
    while (query.step()) {
      Bearer bearer{query.integer(0), std::string(query.text(1)), std::string(query.text(2)), query.integer(3) != 0};
      if (std::ranges::find(bearers, bearer.id, &Bearer::id) == bearers.end()) bearers.push_back(std::move(bearer));
    }
  };
  gather(database_->query("SELECT id, suffix, name, current FROM documents WHERE asked = ? AND current = 1 LIMIT 2")
             .bind(1, asked));
  const bool alone = bearers.size() == 1;
  gather(database_->query("SELECT id, suffix, name, current FROM documents WHERE name = ?").bind(1, asked));
  const std::string first = whole_name(asked, suffix.substr(0, kShortSuffix));
  const std::string past = first + "g";  // after every hexadecimal digit
  gather(database_->query("SELECT id, suffix, name, current FROM documents WHERE name >= ? AND name < ?")
             .bind(1, first)
             .bind(2, past));

  const auto rename = [&](Bearer& bearer, std::string name) {
    if (bearer.name == name) return;
    database_->query("UPDATE documents SET name = ? WHERE id = ?").bind(1, name).bind(2, bearer.id).run();
    rename_times(bearer.id, name);
    bearer.name = std::move(name);
    shelf_.reset();
  };
  // First out of the way, so that no two bear one name at any time.
  for (Bearer& bearer : bearers)
    if (!(alone && bearer.current)) rename(bearer, whole_name(asked, bearer.suffix));
  for (Bearer& bearer : bearers) {
    if (alone && bearer.current) {
      rename(bearer, asked);
      continue;
    }
    const std::string from = whole_name(asked, bearer.suffix.substr(0, kShortSuffix));
    const std::string to = from + "g";
    Query& alike = database_->query("SELECT count(*) FROM documents WHERE name >= ? AND name < ?");
    alike.bind(1, from).bind(2, to);
    const bool unlike_others = alike.step() && alike.integer(0) == 1;
    alike.reset();
    if (unlike_others) rename(bearer, from);
  }
}

std::string SqliteRecord::name_of(Id id) {
  Query& query = database_->query("SELECT name FROM documents WHERE id = ?");
  query.bind(1, id);
  std::string name;
  if (query.step()) name = query.text(0);
  query.reset();
  return name;
}

// The name of the document just before or after a revision at an origin; "" where there is none.
std::string SqliteRecord::neighbour(const std::string& origin, std::int64_t revision, bool older) {
  Query& query = database_->query(
      older ? "SELECT name FROM documents WHERE origin = ? AND revision < ? ORDER BY revision DESC LIMIT 1"
            : "SELECT name FROM documents WHERE origin = ? AND revision > ? ORDER BY revision LIMIT 1");
  query.bind(1, origin).bind(2, revision);
  std::string name;
  if (query.step()) name = query.text(0);
  query.reset();
  return name;
}

}  // namespace readout
