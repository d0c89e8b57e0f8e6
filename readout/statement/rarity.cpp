#include "readout/statement/rarity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "readout/align/keys.h"
#include "readout/base/lexicon.h"

namespace readout {
namespace {

struct Background {
  KeyTable rarities{16384};  // of stems

  Background() {
    KeyTable rates(16384);  // of stems, occurrences in a million
    std::vector<std::uint64_t> stems;
    for (const auto& row : rows(embedded("en/word_frequency.tsv"))) {
      if (row.size() < 2) continue;
      std::uint32_t rate = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), rate);
      for (const Unit& unit : make_units(row[0], make_span(0, row[0].size()))) {
        const std::uint32_t before = rates.find(unit.stem);
        if (before == KeyTable::kAbsent) stems.push_back(unit.stem);
        rates.set(unit.stem, before == KeyTable::kAbsent ? rate : before + rate);
      }
    }
    for (const std::uint64_t stem : stems) {
      const double bits = std::log2(1e6 / (static_cast<double>(rates.find(stem)) + 40));
      rarities.add(stem, static_cast<std::uint32_t>(std::clamp(static_cast<int>(bits), 1, kMostRare)));
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
  const std::uint32_t rarity = unit.stem == 0 ? KeyTable::kAbsent : background().rarities.find(unit.stem);
  if (rarity == KeyTable::kAbsent) return unit.kind == UnitKind::name ? kMostRare - 2 : kMostRare;
  return static_cast<int>(rarity);
}

std::uint64_t meeting_key(const Unit& unit) {
  if (!is_word(unit.kind)) return 0;
  if (unit.value != 0) return unit.value;
  if (unit.stem != 0) return unit.stem;
  return unit.spelling != 0 ? unit.spelling : unit.folded;
}

}  // namespace readout
