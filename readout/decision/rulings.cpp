#include "readout/decision/rulings.h"

#include <algorithm>
#include <array>

#include "readout/decision/replay.h"

namespace readout {
namespace {

constexpr std::size_t kLeastIdBytes = 6;  // "j-5b0c"

template <class Map, class Key>
Standing standing_in(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? Standing() : found->second;
}

}  // namespace

Result<Rulings> Rulings::replay(Journal journal, Record& record) {
  Rulings rulings;
  rulings.faults_ = std::move(journal.faults);
  rulings.all_.reserve(journal.decisions.size());
  for (Decision& decision : journal.decisions) rulings.all_.push_back({std::move(decision), {}, {}, {}, false});
  if (const Result<void> done = RulingsReplay(rulings, record).run(); !done) return tl::unexpected(done.error());
  return rulings;
}

Result<Rulings> load_rulings(Record& record, const std::string& journal_path) {
  Result<Journal> journal = read_journal(journal_path);
  if (!journal) return tl::unexpected(journal.error());
  return Rulings::replay(std::move(*journal), record);
}

Result<const RuledDecision*> Rulings::find(std::string_view id) const {
  if (id.size() < kLeastIdBytes || !id.starts_with("j-"))
    return fail(ErrorCode::bad_argument,
                "a decision's id is j- and at least four digits; 'readout decisions' lists them", std::string(id));
  const RuledDecision* found = nullptr;
  for (const RuledDecision& each : all_) {
    if (!each.decision.id.starts_with(id)) continue;
    if (found != nullptr) return fail(ErrorCode::bad_argument, "fits several decisions", std::string(id));
    found = &each;
  }
  if (found == nullptr)
    return fail(ErrorCode::not_found, "no decision has this id; 'readout decisions' lists them", std::string(id));
  return found;
}

Standing Rulings::on_discrepancy(std::string_view id) const {
  return standing_in(on_discrepancies_, id);
}

std::vector<std::string> Rulings::judged_discrepancies() const {
  std::vector<std::string> ids;
  for (const auto& [id, standing] : on_discrepancies_)
    if (standing.stand != Stand::open) ids.push_back(id);
  return ids;
}

Standing Rulings::on_person(std::string_view key) const {
  return standing_in(on_persons_, key);
}

Standing Rulings::on_passage(const Digest& blob, Span delivered) const {
  return standing_in(on_passages_, Place(blob, delivered));
}

Standing Rulings::on_document(const Digest& blob) const {
  return standing_in(on_passages_, Place(blob, Span()));
}

const PersonRuling* Rulings::person(std::string_view key) const {
  const auto found = person_of_.find(key);
  return found == person_of_.end() ? nullptr : &persons_[found->second];
}

std::optional<SpeakerRuling> Rulings::speaker(const SpeechRow& row) const {
  if (speakers_.empty()) return std::nullopt;
  const auto found = speakers_.find({row.blob, row.delivered});
  if (found == speakers_.end() || row.words.empty()) return std::nullopt;
  const std::string& words = found->second.words;
  if (!words.starts_with(row.words.front()) || !words.ends_with(row.words.back())) return std::nullopt;
  return found->second.speaker;
}

std::vector<StatementRuling> Rulings::paired(const Digest& blob, Span delivered, bool same) const {
  std::vector<StatementRuling> out;
  const auto found = pairs_.find(blob);
  if (found == pairs_.end()) return out;
  for (const Pair& pair : found->second)
    if (pair.same == same && is_about(pair.here, delivered)) out.push_back(pair.ruling);
  std::ranges::sort(out, {}, &StatementRuling::id);
  return out;
}

std::vector<StatementRuling> Rulings::same_as(const Digest& blob, Span delivered) const {
  return paired(blob, delivered, true);
}

std::vector<StatementRuling> Rulings::not_same_as(const Digest& blob, Span delivered) const {
  return paired(blob, delivered, false);
}

bool is_about(Span here, Span delivered) {
  if (!here.overlaps(delivered)) return false;
  const std::uint32_t shared = std::min(here.end, delivered.end) - std::max(here.begin, delivered.begin);
  return std::uint64_t{2} * shared >= std::min(here.size(), delivered.size());
}

std::string_view to_string(DecisionState state) {
  constexpr std::array<std::string_view, 4> kStates = {"stands", "overruled", "undone", "orphan"};
  return kStates[static_cast<std::size_t>(state)];
}

std::string_view to_string(Stand stand) {
  constexpr std::array<std::string_view, 3> kStands = {"open", "accepted", "rejected"};
  return kStands[static_cast<std::size_t>(stand)];
}

}  // namespace readout
