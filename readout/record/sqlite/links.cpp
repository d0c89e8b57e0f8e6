// Links, as they are shown.
#include <algorithm>
#include <tuple>
#include <utility>

#include "readout/record/sqlite/packed.h"
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {
namespace {

// "share:a" of a link that is turned round is the other's.
void turn(Basis& basis) {
  double* a = nullptr;
  double* b = nullptr;
  for (Evidence& evidence : basis.evidence) {
    if (evidence.name == "share:a") a = &evidence.weight;
    if (evidence.name == "share:b") b = &evidence.weight;
  }
  if (a != nullptr && b != nullptr) std::swap(*a, *b);
}

}  // namespace

std::vector<StoredLinks> SqliteRecord::stored_links(Id id) {
  std::vector<StoredLinks> all;
  bool bad = false;
  for (const char* side : {"a = ?1", "b = ?1 AND a <> ?1"}) {
    Query& query = database_->query(std::string("SELECT a, b, passages FROM links WHERE ") + side);
    query.bind(1, id);
    while (query.step()) {
      all.push_back({query.integer(0), query.integer(1), {}});
      unpack(query.text(2), all.back().links, bad);
    }
  }
  if (bad) database_->damaged("the links of a document cannot be read");
  return all;
}

SqliteRecord::NamedText SqliteRecord::load_text(Id id) {
  NamedText found;
  bool bad = false;
  Query& query = database_->query("SELECT name, text, map FROM documents WHERE id = ?");
  query.bind(1, id);
  if (query.step()) {
    found.name = query.text(0);
    std::string text(query.text(1));
    OffsetMap map = unpack_map(query.text(2), static_cast<std::uint32_t>(text.size()), bad);
    if (!bad) found.text = Text(std::move(text), std::move(map));
  } else {
    database_->damaged("a link of a document that is not there");
  }
  query.reset();
  if (bad) database_->damaged("the text of " + found.name + " cannot be read");
  return found;
}

Result<std::vector<LinkRow>> SqliteRecord::links_of(std::string_view document) {
  const Result<Id> id = find_document(document);
  if (!id) return tl::unexpected(id.error());
  std::vector<StoredLinks> all = stored_links(*id);
  for (StoredLinks& links : all) {
    if (links.a == *id) continue;
    std::swap(links.a, links.b);
    for (StoredLink& link : links.links) {
      std::swap(link.a_span, link.b_span);
      std::swap(link.a_speech, link.b_speech);
      turn(link.basis);
    }
  }
  std::vector<LinkRow> rows;
  const NamedText own = load_text(*id);
  for (StoredLinks& links : all) {
    if (database_->failed()) break;
    const NamedText other = links.b == *id ? own : load_text(links.b);
    for (StoredLink& link : links.links) {
      LinkRow row;
      row.a_document = own.name;
      row.b_document = other.name;
      row.a = span_id(own.name, own.text.to_blob(link.a_span));
      row.b = span_id(other.name, other.text.to_blob(link.b_span));
      row.a_speech = link.a_speech;
      row.b_speech = link.b_speech;
      row.a_span = link.a_span;
      row.b_span = link.b_span;
      row.a_words = own.text[link.a_span];
      row.b_words = other.text[link.b_span];
      row.kind = std::move(link.kind);
      row.basis = std::move(link.basis);
      rows.push_back(std::move(row));
    }
  }
  std::ranges::sort(rows, {}, [](const LinkRow& row) {
    return std::tie(row.a_span, row.b_document, row.b_span, row.a_speech, row.b_speech, row.kind);
  });
  return answer(std::move(rows));
}

}  // namespace readout
