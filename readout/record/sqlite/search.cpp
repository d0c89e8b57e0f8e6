// search: passages in which all words occur, in order of document and place, with where the words stand.
#include <limits>

#include "readout/record/sqlite/sqlite_record.h"
#include "readout/record/words.h"

namespace readout {
namespace {

// Noncharacters, which no text should hold; one that does shows no matches.
constexpr std::string_view kOpen = "\xEF\xB7\x90";
constexpr std::string_view kClose = "\xEF\xB7\x91";

std::vector<Span> find_marks(std::string_view marked, std::string_view text) {
  std::vector<Span> matches;
  if (text.find(kOpen) != std::string_view::npos || text.find(kClose) != std::string_view::npos) return matches;
  std::size_t marks = 0;
  for (std::size_t at = marked.find(kOpen); at != std::string_view::npos; at = marked.find(kOpen, at)) {
    const std::size_t close = marked.find(kClose, at);
    if (close == std::string_view::npos) break;
    matches.push_back(make_span(at - marks, close - marks - kOpen.size()));
    marks += kOpen.size() + kClose.size();
    at = close + kClose.size();
  }
  return matches;
}

}  // namespace

// Words that stand in more passages than these are common.
constexpr std::int64_t kCommon = 5000;
// So many documents are looked at by name for a common word, before all its passages are put in order of name.
constexpr std::size_t kMostWalked = 2000;

bool SqliteRecord::is_common(const std::string& match) {
  Query& query =
      database_->query("SELECT count(*) FROM (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?1 LIMIT ?2)");
  query.bind(1, match).bind(2, kCommon + 1);
  const bool common = query.step() && query.integer(0) > kCommon;
  query.reset();
  return common;
}

bool SqliteRecord::walk(const std::string& match, const Cursor& after,
                        const std::function<bool(Id, std::string_view, std::span<const Id>)>& take) {
  std::vector<std::pair<Id, std::string>> documents;
  Query& query = database_->query("SELECT id, name FROM documents WHERE name >= ?1 ORDER BY name LIMIT ?2");
  query.bind(1, after.document).bind(2, static_cast<std::int64_t>(kMostWalked));
  while (query.step()) documents.emplace_back(query.integer(0), std::string(query.text(1)));
  std::vector<Id> passages;
  for (const auto& [id, name] : documents) {
    passages.clear();
    Query& in = database_->query(
        "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid");
    in.bind(1, match).bind(2, id * kRowsPerDocument).bind(3, (id + 1) * kRowsPerDocument - 1);
    while (in.step()) passages.push_back(in.integer(0));
    if (!passages.empty() && !take(id, name, passages)) return true;
  }
  return documents.size() < kMostWalked;
}

Result<std::vector<Passage>> SqliteRecord::search(const PassageFilter& filter) {
  std::vector<Passage> passages;
  const Terms terms = parse_terms(filter.words);
  if (terms.empty()) return passages;
  const std::string match = match_query(terms);
  Id first = 0;
  Id last = std::numeric_limits<Id>::max();
  if (!filter.document.empty()) {
    const Result<Id> id = find_document(filter.document);
    if (!id) return tl::unexpected(id.error());
    first = *id * kRowsPerDocument;
    last = first + kRowsPerDocument - 1;
  }
  const Cursor after = filter.after.value_or(Cursor{});
  std::vector<Id> ids;
  const bool walked = filter.document.empty() && is_common(match) &&
                      walk(match, after, [&](Id id, std::string_view name, std::span<const Id> found) {
                        for (const Id one : found)
                          if (ids.size() < filter.limit &&
                              (!filter.after || name != after.document || one - id * kRowsPerDocument > after.number))
                            ids.push_back(one);
                        return ids.size() < filter.limit;
                      });
  if (!walked) ids.clear();
  Query& query = database_->query(
      "SELECT f.rowid FROM passages_fts AS f JOIN documents AS d ON d.id = f.rowid / 16777216"
      " WHERE passages_fts MATCH ?1 AND f.rowid BETWEEN ?2 AND ?3"
      " AND (?4 = 0 OR d.name > ?5 OR (d.name = ?5 AND f.rowid % 16777216 > ?6)) ORDER BY d.name, f.rowid LIMIT ?7");
  query.bind(1, match).bind(2, first).bind(3, last).bind(4, filter.after ? 1 : 0).bind(5, after.document);
  query.bind(6, after.number).bind(7, static_cast<std::int64_t>(filter.limit));
  while (!walked && query.step()) ids.push_back(query.integer(0));

  for (const Id id : ids) {
    const Shelf& at = shelf(id / kRowsPerDocument);
    if (database_->failed()) break;
    const Document& document = at.row.document;
    const auto number = static_cast<std::uint32_t>(id % kRowsPerDocument);
    if (number >= document.blocks.size()) {
      database_->damaged("the word index knows a passage that is not there");
      break;
    }
    Passage passage;
    passage.document = document.name;
    passage.outlet = document.outlet;
    passage.number = number;
    passage.block = document.blocks[number];
    passage.text = document.text[passage.block.span];
    passage.id = span_id(document.name, document.text.to_blob(passage.block.span));
    Query& marks = database_->query(
        "SELECT highlight(passages_fts, 0, ?1, ?2) FROM passages_fts WHERE passages_fts MATCH ?3 AND rowid = ?4");
    marks.bind(1, kOpen).bind(2, kClose).bind(3, match).bind(4, id);
    if (marks.step()) passage.matches = find_marks(marks.text(0), passage.text);
    marks.reset();
    passages.push_back(std::move(passage));
  }
  return answer(std::move(passages));
}

}  // namespace readout
