#include "readout/desk/absence.h"

#include <algorithm>

#include "readout/desk/ruled_record.h"
#include "readout/record/words.h"

namespace readout {
namespace {

constexpr std::size_t kLookedAt = 50;

bool is_empty(Record& record) {
  const Result<std::vector<DocumentRow>> one = record.documents({}, 1);
  return one && one->empty();
}

bool has_person(Record& record, const std::string& words) {
  PersonFilter person;
  person.words = words;
  person.limit = 1;
  const Result<std::vector<PersonRow>> persons = record.persons(person);
  if (!persons || !persons->empty()) return true;
  // One whom people named as the speaker need not be a person of the record.
  const Terms terms = parse_terms(words);
  return !terms.empty() && std::ranges::any_of(rulings_of(record).given(), [&](const GivenSpeech& given) {
    return occur_in(terms, given.speaker.name);
  });
}

}  // namespace

Absence find_absence(Record& record, const SpeechFilter& filter) {
  if (is_empty(record)) return {AbsenceKind::not_in_pile, "documents", {}, 0, false};
  if (!filter.document.empty()) {
    const Result<std::string> name = record.find_name(filter.document);
    if (!name && name.error().code == ErrorCode::not_found)
      return {AbsenceKind::not_in_pile, "document", filter.document, 0, false};
  }
  if (filter.speaker.empty()) return {};
  if (!has_person(record, filter.speaker)) return {AbsenceKind::not_in_pile, "speaker", filter.speaker, 0, false};
  // Words alone tell one statement from another: without any, every unnamed speaker would be an answer.
  if (filter.words.empty()) return {};
  SpeechFilter anybody = filter;
  anybody.speaker.clear();
  anybody.after.reset();
  anybody.limit = kLookedAt;
  const Result<std::vector<SpeechRow>> rows = record.speeches(anybody);
  if (!rows) return {};
  const auto unnamed = static_cast<std::size_t>(std::ranges::count_if(
      *rows, [](const SpeechRow& row) { return !row.person || row.person->kind == PersonKind::unnamed; }));
  if (unnamed == 0) return {};
  return {AbsenceKind::unknown, {}, filter.speaker, unnamed, rows->size() == kLookedAt};
}

std::string_view to_string(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::not_in_pile:
      return "not in the pile";
    case AbsenceKind::unknown:
      return "unknown";
    case AbsenceKind::not_mentioned:
      return "not mentioned here";
  }
  return "";
}

}  // namespace readout
