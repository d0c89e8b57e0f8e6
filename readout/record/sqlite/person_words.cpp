// Words of persons' keys, names and offices, folded, so that a speaker is found by name without reading everybody.
#include <algorithm>
#include <set>

#include "readout/record/sqlite/sqlite_record.h"
#include "readout/record/words.h"

namespace readout {
namespace {

void add_words(std::set<std::string>& words, std::string_view text) {
  const std::string folded = fold_for_search(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.insert(folded.substr(at, end - at));
    at = end + 1;
  }
}

// What the index is asked for: the longest word of all terms, from `begin` to before `end`.
struct WordRange {
  std::string begin;
  std::string end;
};

WordRange longest_word(const Terms& terms) {
  WordRange range;
  for (const Term& term : terms) {
    for (std::size_t at = 0; at <= term.folded.size();) {
      const std::size_t end = std::min(term.folded.find(' ', at), term.folded.size());
      if (end - at > range.begin.size()) {
        range.begin = term.folded.substr(at, end - at);
        const bool open = term.prefix && end == term.folded.size();
        // No word holds a byte below the blank; none of UTF-8 is 0xff.
        range.end = range.begin + (open ? "\xff" : " ");
      }
      at = end + 1;
    }
  }
  return range;
}

}  // namespace

void SqliteRecord::put_person_words(Id person) {
  std::set<std::string> words;
  Query& query = database_->query(
      "SELECT p.key, f.name, f.offices FROM persons AS p JOIN forms AS f ON f.person = p.id WHERE p.id = ?");
  query.bind(1, person);
  while (query.step())
    for (const int column : {0, 1, 2}) add_words(words, query.text(column));
  Query& insert = database_->query("INSERT OR IGNORE INTO person_words (word, person) VALUES (?, ?)");
  for (const std::string& word : words) insert.bind(1, word).bind(2, person).run();
}

void SqliteRecord::put_all_person_words() {
  std::vector<Id> persons;
  Query& query = database_->query("SELECT id FROM persons ORDER BY id");
  while (query.step()) persons.push_back(query.integer(0));
  for (const Id person : persons) put_person_words(person);
}

void SqliteRecord::drop_person_words(Id person, std::string_view key, std::string_view name, std::string_view offices) {
  std::set<std::string> words;
  for (const std::string_view text : {key, name, offices}) add_words(words, text);
  Query& query = database_->query("DELETE FROM person_words WHERE word = ? AND person = ?");
  for (const std::string& word : words) query.bind(1, word).bind(2, person).run();
  put_person_words(person);
}

// The persons in whose key, or in one of whose forms, every term occurs.
std::vector<SqliteRecord::Id> SqliteRecord::find_persons(std::string_view words) {
  std::set<Id> ids;
  if (const std::optional<Id> id = find_person(words)) ids.insert(*id);
  const Terms terms = parse_terms(words);
  if (terms.empty()) return {ids.begin(), ids.end()};
  const WordRange range = longest_word(terms);
  Query& query = database_->query(
      "SELECT p.id, p.key, f.name, f.offices FROM person_words AS w CROSS JOIN persons AS p ON p.id = w.person"
      " CROSS JOIN forms AS f ON f.person = p.id WHERE w.word >= ? AND w.word < ?");
  query.bind(1, range.begin).bind(2, range.end);
  while (query.step()) {
    const Id id = query.integer(0);
    if (ids.contains(id)) continue;
    if (occur_in(terms, query.text(1)) || occur_in(terms, query.text(2)) ||
        (!query.text(3).empty() && occur_in(terms, query.text(3))))
      ids.insert(id);
  }
  return {ids.begin(), ids.end()};
}

void SqliteRecord::check_person_words(CheckReport& report) {
  std::set<std::string> words;
  std::int64_t expected = 0;
  Id last = -1;
  const auto count = [&] {
    Query& known = database_->query("SELECT 1 FROM person_words WHERE word = ? AND person = ?");
    for (const std::string& word : words) {
      known.bind(1, word).bind(2, last);
      const bool there = known.step();
      known.reset();
      if (!there) report.findings.push_back({word, "index", "a person is not found by this word of a name"});
    }
    expected += static_cast<std::int64_t>(words.size());
    words.clear();
  };
  Query& query = database_->query(
      "SELECT p.id, p.key, f.name, f.offices FROM persons AS p JOIN forms AS f ON f.person = p.id ORDER BY p.id");
  while (query.step()) {
    if (query.integer(0) != last) count();
    last = query.integer(0);
    for (const int column : {1, 2, 3}) add_words(words, query.text(column));
  }
  count();
  Query& all = database_->query("SELECT count(*) FROM person_words");
  if (all.step() && all.integer(0) != expected)
    report.findings.push_back({"persons", "index", "some are found by words that no name of theirs holds"});
  all.reset();
}

}  // namespace readout
