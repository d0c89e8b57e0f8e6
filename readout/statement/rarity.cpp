#include "readout/statement/rarity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "readout/align/keys.h"
#include "readout/base/lexicon.h"

namespace readout {
namespace {

struct Background {
  KeyTable rates;  // of stems, occurrences in a million

  Background() : rates(16384) {
    for (const auto& row : rows(embedded("en/word_frequency.tsv"))) {
      if (row.size() < 2) continue;
      std::uint32_t rate = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), rate);
      for (const Unit& unit : make_units(row[0], make_span(0, row[0].size()))) {
        const std::uint32_t before = rates.find(unit.stem);
        rates.set(unit.stem, before == KeyTable::kAbsent ? rate : before + rate);
      }
    }
  }
};

const Background& background() {
  static const Background kBackground;
  return kBackground;
}

}  // namespace

int rarity_of(const Unit& unit) {
  if (!is_word(unit.kind) || unit.kind == UnitKind::function_word) return 0;
  if (unit.kind == UnitKind::number || unit.kind == UnitKind::date_part) return unit.size > 1 ? 9 : 6;
  const std::uint32_t rate = unit.stem == 0 ? KeyTable::kAbsent : background().rates.find(unit.stem);
  if (rate == KeyTable::kAbsent) return unit.kind == UnitKind::name ? kMostRare - 2 : kMostRare;
  const double bits = std::log2(1e6 / (static_cast<double>(rate) + 40));
  return std::clamp(static_cast<int>(bits), 1, kMostRare);
}

std::uint64_t meeting_key(const Unit& unit) {
  if (!is_word(unit.kind)) return 0;
  if (unit.value != 0) return unit.value;
  if (unit.stem != 0) return unit.stem;
  return unit.spelling != 0 ? unit.spelling : unit.folded;
}

}  // namespace readout
