// remove: the rows of one document, and what no other document needs.
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {

Result<std::string> SqliteRecord::remove(std::string_view name) {
  const Result<Id> found = find_document(name);
  if (!found) return tl::unexpected(found.error());
  shelf_.reset();
  std::string full = name_of(*found);
  {
    Transaction transaction(*database_);
    std::string origin;
    std::string asked;
    std::string suffix;
    bool current = false;
    Query& query = database_->query("SELECT origin, asked, suffix, current FROM documents WHERE id = ?");
    query.bind(1, *found);
    if (query.step()) {
      origin = query.text(0);
      asked = query.text(1);
      suffix = query.text(2);
      current = query.integer(3) != 0;
    }
    query.reset();
    erase_document(*found);
    settle_names(asked, suffix);
    // What stood at this place before stands there again.
    Query& before = database_->query(
        "SELECT id, asked, suffix FROM documents WHERE origin = ? AND current = 0 ORDER BY revision DESC LIMIT 1");
    before.bind(1, origin);
    if (current && before.step()) {
      const Id id = before.integer(0);
      const std::string older_asked(before.text(1));
      const std::string older_suffix(before.text(2));
      before.reset();
      database_->query("UPDATE documents SET current = 1 WHERE id = ?").bind(1, id).run();
      database_->query("INSERT INTO unsketched (document) VALUES (?)").bind(1, id).run();
      settle_names(older_asked, older_suffix);
    }
    before.reset();
    postings_.flush(*database_);
    close(transaction);
    postings_.drop();
    person_ids_.clear();
  }
  return answer(std::move(full));
}

void SqliteRecord::erase_document(Id id) {
  const std::int64_t first = id * kRowsPerDocument;
  const std::int64_t last = first + kRowsPerDocument - 1;
  count_forms();
  count_out(id);
  erase_links(id);
  database_
      ->query("INSERT INTO document_keys (document_keys, rowid, tokens) SELECT 'delete', d.id, " +
              std::string(kKeyTokens) + " FROM documents AS d WHERE d.id = ?")
      .bind(1, id)
      .run();
  database_
      ->query(
          "INSERT INTO passages_fts (passages_fts, rowid, text)"
          " SELECT 'delete', id, text FROM passages WHERE id BETWEEN ? AND ?")
      .bind(1, first)
      .bind(2, last)
      .run();
  database_->query("DELETE FROM blocks WHERE id BETWEEN ? AND ?").bind(1, first).bind(2, last).run();
  database_->query("DELETE FROM speeches WHERE id BETWEEN ? AND ?").bind(1, first).bind(2, last).run();

  struct PrintedForm {
    Id person = 0;
    std::string name;
    std::string kind;
    std::string offices;
  };
  std::vector<PrintedForm> forms;
  Query& casts = database_->query("SELECT person, name, kind, offices FROM casts WHERE id BETWEEN ? AND ?");
  casts.bind(1, first).bind(2, last);
  while (casts.step())
    forms.push_back(
        {casts.integer(0), std::string(casts.text(1)), std::string(casts.text(2)), std::string(casts.text(3))});
  database_->query("DELETE FROM casts WHERE id BETWEEN ? AND ?").bind(1, first).bind(2, last).run();
  for (const PrintedForm& form : forms) {
    const auto bind = [&](Query& query) -> Query& {
      return query.bind(1, form.person).bind(2, form.name).bind(3, form.kind).bind(4, form.offices);
    };
    bind(database_->query("UPDATE forms SET documents = documents - 1"
                          " WHERE person = ? AND name = ? AND kind = ? AND offices = ?"))
        .run();
    bind(database_->query("DELETE FROM forms"
                          " WHERE person = ? AND name = ? AND kind = ? AND offices = ? AND documents <= 0"))
        .run();
    if (database_->changes() == 0) continue;
    Query& key = database_->query("SELECT key FROM persons WHERE id = ?");
    key.bind(1, form.person);
    const std::string known = key.step() ? std::string(key.text(0)) : std::string();
    key.reset();
    drop_person_words(form.person, known, form.name, form.offices);
    database_->query("DELETE FROM persons WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM forms WHERE person = ?1)")
        .bind(1, form.person)
        .run();
    person_ids_.clear();
  }

  Query& query = database_->query("SELECT blob FROM documents WHERE id = ?");
  query.bind(1, id);
  const Id blob = query.step() ? query.integer(0) : -1;
  query.reset();
  database_->query("DELETE FROM documents WHERE id = ?").bind(1, id).run();
  database_->query("DELETE FROM blobs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM documents WHERE blob = ?1)")
      .bind(1, blob)
      .run();
}

}  // namespace readout
