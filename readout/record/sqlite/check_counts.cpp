// check: what is counted as it is written is counted again, and each document's place in time is told again.
#include "readout/record/sqlite/sqlite_record.h"

namespace readout {

void SqliteRecord::check_times(Id id, const std::string& name, const Account& account, CheckReport& report) {
  tally_document(recounted_, id, account, 1);
  std::vector<TimeRow> expected = time_rows(account);
  std::size_t found = 0;
  bool right = true;
  Query& query = database_->query(
      "SELECT undated, begin_s, name, until_s, kinds, channels, language FROM times WHERE document = ?"
      " ORDER BY undated, begin_s");
  query.bind(1, id);
  while (query.step()) {
    if (found < expected.size()) {
      const TimeRow& row = expected[found];
      right = right && (query.integer(0) != 0) == row.undated && query.integer(1) == row.begin_s &&
              query.text(2) == name && query.integer(3) == row.until_s && query.integer(4) == row.kinds &&
              query.integer(5) == row.channels && query.text(6) == account.document.language.code;
    }
    ++found;
  }
  const When when = when_said({}, account.document.dates);
  Query& brief = database_->query(
      "SELECT undated, begin_s, name, language, outlet, agency, refused FROM briefs WHERE document = ?");
  brief.bind(1, id);
  const bool there = brief.step();
  right = right && there && (brief.integer(0) != 0) == (when.of == WhenOf::unknown) &&
          brief.integer(1) == (when.of == WhenOf::unknown ? 0 : when.moment.begin_s) && brief.text(2) == name &&
          brief.text(3) == account.document.language.code && brief.text(4) == account.document.outlet &&
          brief.text(5) == account.document.agency && (brief.integer(6) != 0) == is_refused(account.document);
  brief.reset();
  if (!right || found != expected.size())
    report.findings.push_back({name, "index", "it does not stand in time where its dates say"});
}

// After every document.
void SqliteRecord::check_counts(CheckReport& report) {
  const auto find = [&](std::string where, const char* message) {
    report.findings.push_back({std::move(where), "index", message});
  };
  std::erase_if(recounted_.tallies, [](const auto& one) { return one.second == 0; });
  Counted stored;
  Query& tallies = database_->query("SELECT what, \"of\", number FROM tallies");
  while (tallies.step())
    stored.tallies[{std::string(tallies.text(0)), std::string(tallies.text(1))}] = tallies.integer(2);
  for (const auto& [of, number] : stored.tallies)
    if (const auto at = recounted_.tallies.find(of); at == recounted_.tallies.end() || at->second != number)
      find(of.first + " " + of.second, "it is counted wrongly");
  for (const auto& [of, number] : recounted_.tallies)
    if (!stored.tallies.contains(of)) find(of.first + " " + of.second, "it is not counted");
  Query& persons = database_->query("SELECT id, key, speeches FROM persons");
  while (persons.step()) {
    const auto at = recounted_.speeches.find(persons.integer(0));
    if ((at == recounted_.speeches.end() ? 0 : at->second) != persons.integer(2))
      find(std::string(persons.text(1)), "the speeches of a person are counted wrongly");
  }
  Query& outlets = database_->query("SELECT person, outlet, documents, speeches FROM person_outlets");
  while (outlets.step())
    stored.outlets[{outlets.integer(0), std::string(outlets.text(1))}] = {outlets.integer(2), outlets.integer(3)};
  if (stored.outlets != recounted_.outlets) find("person_outlets", "who reports a person is counted wrongly");
  recounted_ = {};
}

}  // namespace readout
