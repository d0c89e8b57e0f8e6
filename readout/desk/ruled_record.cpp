#include "readout/desk/ruled_record.h"

#include <algorithm>

#include "readout/record/words.h"

namespace readout {
namespace {

bool names_persons(const SpeechFilter& filter) {
  return !filter.speaker.empty() || !filter.also_persons.empty() || !filter.also_speeches.empty();
}

}  // namespace

const Rulings& rulings_of(Record& record) {
  static const Rulings kNone;
  const auto* ruled = dynamic_cast<const RuledRecord*>(&record);
  return ruled == nullptr ? kNone : ruled->rulings();
}

Record& machine_of(Record& record) {
  auto* ruled = dynamic_cast<RuledRecord*>(&record);
  return ruled == nullptr ? record : ruled->machine();
}

std::unique_ptr<Record> lay_over(std::unique_ptr<Record> record, Rulings rulings) {
  if (rulings.empty()) return record;
  return std::make_unique<RuledRecord>(std::move(record), std::make_unique<const Rulings>(std::move(rulings)));
}

// Who spoke, by name; and in whose words these were reported.
Result<void> RuledRecord::lay_over(SpeechRow& row) {
  const auto name = [&](Person& person) {
    const PersonRuling* ruling = rulings_.person(person.key);
    if (ruling != nullptr) {
      person.key = ruling->key;
      person.name = ruling->name;
    }
    return ruling;
  };
  const std::string recorded = row.person ? row.person->name : std::string();
  if (const std::optional<SpeakerRuling> spoken = rulings_.speaker(row)) {
    row.candidates.clear();
    row.person.reset();
    if (!spoken->name.empty()) {
      row.person = Person{spoken->key, spoken->name, PersonKind::person, {}, {}, {}};
      if (const Result<PersonRow> known = below_.person(spoken->key); known && !spoken->key.empty()) {
        row.person->kind = known->kind;
        row.person->offices = known->offices;
      }
    }
    row.decided = DecidedSpeaker{spoken->by->id, credit(*spoken->by), recorded};
  } else if (row.person) {
    const PersonRuling* ruling = name(*row.person);
    if (ruling != nullptr && row.person->name != recorded)
      row.decided = DecidedSpeaker{ruling->decisions.back()->id, credit(*ruling->decisions.back()), recorded};
  }
  for (Person& person : row.candidates) name(person);
  for (Reporter& reporter : row.chain) {
    const Result<SpeechRow> reporting = below_.speech(reporter.id);
    if (!reporting) continue;  // two speeches of one extent: it stays as the record has it
    if (const std::optional<SpeakerRuling> spoken = rulings_.speaker(*reporting)) {
      reporter.name = spoken->name;
      if (spoken->name.empty()) reporter.source.clear();
    } else if (reporting->person) {
      if (const PersonRuling* ruling = rulings_.person(reporting->person->key)) reporter.name = ruling->name;
    }
  }
  // As many as its page lists: see load_statement_page.
  std::int64_t versions = row.versions;
  for (const StatementRuling& other : rulings_.not_same_as(row.blob, row.delivered)) {
    const Result<SpeechRow> there = below_.speech(other.id);
    if (there && !row.statement.empty() && there->statement == row.statement) --versions;
  }
  for (const StatementRuling& other : rulings_.same_as(row.blob, row.delivered)) {
    const Result<SpeechRow> there = below_.speech(other.id);
    if (there && (row.statement.empty() || there->statement != row.statement)) ++versions;
  }
  row.versions = static_cast<std::uint32_t>(std::max<std::int64_t>(versions, 1));
  return {};
}

Result<void> RuledRecord::lay_over(std::vector<SpeechRow>& rows) {
  for (SpeechRow& row : rows)
    if (const Result<void> done = lay_over(row); !done) return done;
  return {};
}

// Whether the filter's words name this person by any name, decided or printed.
Result<bool> RuledRecord::is_meant(const PersonRuling& person, const SpeechFilter& filter) {
  for (const std::string& key : person.keys)
    if (key == filter.speaker || std::ranges::find(filter.also_persons, key) != filter.also_persons.end()) return true;
  if (filter.speaker.empty()) return false;
  const Terms terms = parse_terms(filter.speaker);
  if (terms.empty()) return false;
  if (occur_in(terms, person.name)) return true;
  for (const std::string& key : person.keys) {
    const Result<PersonRow> row = below_.person(key);
    if (!row && row.error().code != ErrorCode::not_found) return tl::unexpected(row.error());
    if (!row) continue;
    const auto has = [&](const std::string& text) { return occur_in(terms, text); };
    if (has(row->key) || std::ranges::any_of(row->names, has) || std::ranges::any_of(row->offices, has)) return true;
  }
  return false;
}

Result<RuledRecord::Widened> RuledRecord::widen(const SpeechFilter& filter) {
  Widened widened{filter, names_persons(filter), {}};
  if (!widened.by_speaker) return widened;
  std::set<std::string> meant;  // keys
  for (const PersonRuling& person : rulings_.persons()) {
    const Result<bool> is = is_meant(person, filter);
    if (!is) return tl::unexpected(is.error());
    if (!*is) continue;
    meant.insert(person.key);
    widened.filter.also_persons.insert(widened.filter.also_persons.end(), person.keys.begin(), person.keys.end());
  }
  const Terms terms = parse_terms(filter.speaker);
  for (const GivenSpeech& given : rulings_.given()) {
    const std::string& key = given.speaker.key;
    const bool named = !terms.empty() && occur_in(terms, given.speaker.name);
    const bool listed = std::ranges::find(filter.also_persons, key) != filter.also_persons.end() ||
                        std::ranges::find(filter.also_speeches, given.id) != filter.also_speeches.end();
    if (named || listed || (!key.empty() && (key == filter.speaker || meant.contains(key)))) {
      widened.given.insert(given.id);
      widened.filter.also_speeches.push_back(given.id);
    }
  }
  return widened;
}

// What was given to somebody is no longer the one's whom the record names.
bool RuledRecord::is_kept(const SpeechRow& row, const Widened& widened) const {
  return !widened.by_speaker || !rulings_.speaker(row) || widened.given.contains(row.id);
}

Result<std::vector<SpeechRow>> RuledRecord::speeches(const SpeechFilter& filter) {
  Result<Widened> widened = widen(filter);
  if (!widened) return tl::unexpected(widened.error());
  std::vector<SpeechRow> rows;
  for (;;) {
    widened->filter.limit = filter.limit - rows.size();
    Result<std::vector<SpeechRow>> page = below_.speeches(widened->filter);
    if (!page) return page;
    const bool last = page->size() < widened->filter.limit;
    if (!page->empty()) widened->filter.after = Cursor{page->back().document, page->back().number};
    for (SpeechRow& row : *page)
      if (is_kept(row, *widened)) rows.push_back(std::move(row));
    if (last || rows.size() >= filter.limit) break;
  }
  if (const Result<void> done = lay_over(rows); !done) return tl::unexpected(done.error());
  return rows;
}

Result<std::vector<SpeechRow>> RuledRecord::timeline(const TimelineFilter& filter) {
  Result<Widened> widened = widen(filter.speeches);
  if (!widened) return tl::unexpected(widened.error());
  TimelineFilter below = filter;
  below.speeches = widened->filter;
  std::vector<SpeechRow> rows;
  for (;;) {
    below.speeches.limit = filter.speeches.limit - rows.size();
    Result<std::vector<SpeechRow>> page = below_.timeline(below);
    if (!page) return page;
    const bool last = page->size() < below.speeches.limit;
    if (!page->empty()) below.after = time_cursor(page->back());
    for (SpeechRow& row : *page)
      if (is_kept(row, *widened)) rows.push_back(std::move(row));
    if (last || rows.size() >= filter.speeches.limit) break;
  }
  if (const Result<void> done = lay_over(rows); !done) return tl::unexpected(done.error());
  return rows;
}

Result<SpeechRow> RuledRecord::speech(std::string_view id) {
  Result<SpeechRow> row = below_.speech(id);
  if (!row) return row;
  if (const Result<void> done = lay_over(*row); !done) return tl::unexpected(done.error());
  return row;
}

Result<std::vector<SpeechRow>> RuledRecord::speeches_of(std::string_view document) {
  Result<std::vector<SpeechRow>> rows = below_.speeches_of(document);
  if (!rows) return rows;
  if (const Result<void> done = lay_over(*rows); !done) return tl::unexpected(done.error());
  return rows;
}

}  // namespace readout
