#include "readout/discrepancy/word_groups.h"

#include "readout/base/lexicon.h"

namespace readout {

WordGroups::WordGroups(std::string_view tsv) {
  std::uint32_t number = 0;
  for (const auto& row : rows(tsv)) {
    ++number;
    if (row.size() < 3) continue;
    for (const Unit& unit : make_units(row[2], make_span(0, row[2].size()))) {
      if (row[0] == "same")
        same_.add(unit.folded, number);
      else if (row[0] == "denial")
        denial_.add(unit.folded, number);
      else if (row[0] == "qualifies")
        qualifying_.add(unit.folded, number);
      else if (row[0] == "condition")
        conditions_.add(unit.folded, number);
      else if (unit.stem != 0 && row[0] == "asks")
        asking_.add(unit.stem, number);
      else if (unit.stem != 0)
        acts_.add(unit.stem, number);
    }
  }
}

const WordGroups& english_word_groups() {
  static const WordGroups kGroups(embedded("en/discrepancy_words.tsv"));
  return kGroups;
}

}  // namespace readout
