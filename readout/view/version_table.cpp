#include "readout/view/version_table.h"

#include <algorithm>

#include "readout/base/json.h"

namespace readout {
namespace {

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

VersionTable::VersionTable(std::vector<VersionWitness> witnesses, std::size_t base)
    : witnesses_(std::move(witnesses)), base_(base) {
  std::vector<std::vector<Unit>> units;
  std::vector<std::vector<std::uint64_t>> keys;
  for (const VersionWitness& witness : witnesses_) {
    Passage& passage = passages_.emplace_back();
    for (const Span span : witness.content) {
      if (!passage.words.empty()) passage.words += ' ';
      passage.pieces.push_back({static_cast<std::uint32_t>(passage.words.size()), span});
      passage.words += witness.account.document.text[span];
    }
    passage.units = make_units(passage.words, make_span(0, passage.words.size()));
    units.push_back(passage.units);
    auto& row = keys.emplace_back();
    for (const Unit& unit : passage.units) row.push_back(unit.folded);
  }
  table_ = collate(units);
  segments_ = find_segments(table_, keys);
  for (std::size_t w = 0; w < witnesses_.size(); ++w) {
    const bool reported = witnesses_[w].account.speeches[witnesses_[w].speech].kind == SpeechKind::indirect;
    pairs_.push_back(compare_passages(passages_[base_].words, passages_[w].words, reported && w != base_));
  }
}

std::vector<Span> VersionTable::places(std::size_t witness, Span span) const {
  std::vector<Span> out;
  const std::vector<Piece>& pieces = passages_[witness].pieces;
  for (const Piece& piece : pieces) {
    const std::uint32_t end = piece.at + piece.span.size();
    if (span.empty() ? span.begin > end : !overlap(span, {piece.at, end})) continue;
    const std::uint32_t from = std::max(span.begin, piece.at);
    out.push_back({piece.span.begin + (from - piece.at), piece.span.begin + (std::min(span.end, end) - piece.at)});
    out.back().end = std::max(out.back().begin, out.back().end);
    if (span.empty()) break;
  }
  return out;
}

Span VersionTable::delivered(std::size_t witness, Span span) const {
  const std::vector<Span> all = places(witness, span);
  if (all.empty()) return {};
  return witnesses_[witness].account.document.text.to_blob({all.front().begin, all.back().end});
}

Span VersionTable::cell(const Segment& segment, std::size_t witness) const {
  Span span;
  bool any = false;
  for (std::size_t c = segment.begin; c < segment.end; ++c) {
    const std::uint32_t unit = table_.at(c, witness);
    if (unit == kNoUnit) continue;
    const Span word = passages_[witness].units[unit].span;
    span = any ? Span{span.begin, word.end} : word;
    any = true;
  }
  return span;
}

std::string_view VersionTable::words(const Segment& segment, std::size_t witness) const {
  return slice(passages_[witness].words, cell(segment, witness));
}

bool VersionTable::space_before(const Segment& segment) const {
  const auto first_unit = [&](std::size_t witness) -> const Unit* {
    for (std::size_t c = segment.begin; c < segment.end; ++c)
      if (table_.at(c, witness) != kNoUnit) return &passages_[witness].units[table_.at(c, witness)];
    return nullptr;
  };
  if (const Unit* unit = first_unit(base_)) return unit->space_before;
  for (std::size_t w = 0; w < witnesses_.size(); ++w)
    if (const Unit* unit = first_unit(w)) return unit->space_before;
  return false;
}

std::string_view VersionTable::change_name(const Segment& segment, std::size_t witness) const {
  const Span mine = cell(segment, witness);
  const Span theirs = cell(segment, base_);
  if (witness == base_ || words(segment, witness) == words(segment, base_)) return {};
  const Change* best = nullptr;
  for (const Change& change : pairs_[witness].changes)
    if ((overlap(change.a, theirs) || overlap(change.b, mine)) &&
        (best == nullptr || (bears_meaning(change) && !bears_meaning(*best))))
      best = &change;
  if (best != nullptr) return to_string(best->type);
  return mine.empty() ? "unmarked-cut" : theirs.empty() ? "addition" : "case";
}

Apparatus VersionTable::apparatus() const {
  CollatexInput input;
  for (std::size_t w = 0; w < witnesses_.size(); ++w) {
    CollatexWitness& witness = input.witnesses.emplace_back();
    witness.id = witnesses_[w].id;
    const std::string_view words = passages_[w].words;
    const std::vector<Unit>& units = passages_[w].units;
    for (std::size_t u = 0; u < units.size(); ++u) {
      const std::uint32_t end =
          u + 1 < units.size() ? units[u + 1].span.begin : static_cast<std::uint32_t>(words.size());
      CollatexToken& token = witness.tokens.emplace_back();
      token.t = slice(words, Span{u == 0 ? 0 : units[u].span.begin, end});
      token.n = slice(words, units[u].span);
      JsonWriter json;
      token.json = json.value(token.t).take();
    }
  }
  return make_apparatus(std::move(input));
}

}  // namespace readout
