// WordGroups: which words say much the same, deny, or name an act of speaking (data/en/discrepancy_words.tsv).
//
//   english_word_groups().same(form_key("everything")) == english_word_groups().same(form_key("all"))
//   english_word_groups().act(unit)      // "described" and "characterize": one number; 0 for other words
#pragma once

#include <cstdint>
#include <string_view>

#include "readout/align/keys.h"
#include "readout/align/units.h"

namespace readout {

class WordGroups {
 public:
  explicit WordGroups(std::string_view tsv);

  std::uint32_t same(std::uint64_t folded) const { return number_in(same_, folded); }
  bool denies(std::uint64_t folded) const { return number_in(denial_, folded) != 0; }
  // "which", "but": opens a clause that qualifies what stands before it.
  bool qualifies(std::uint64_t folded) const { return number_in(qualifying_, folded) != 0; }
  // "if", "unless": opens a condition.
  bool conditions(std::uint64_t folded) const { return number_in(conditions_, folded) != 0; }
  bool asks(const Unit& unit) const { return unit.stem != 0 && number_in(asking_, unit.stem) != 0; }
  std::uint32_t act(const Unit& unit) const { return unit.stem == 0 ? 0 : number_in(acts_, unit.stem); }

 private:
  static std::uint32_t number_in(const KeyTable& table, std::uint64_t key) {
    const std::uint32_t number = table.find(key);
    return number == KeyTable::kAbsent ? 0 : number;
  }

  KeyTable same_;    // by folded form
  KeyTable denial_;  // by folded form
  KeyTable qualifying_;
  KeyTable conditions_;
  KeyTable asking_;  // by stem
  KeyTable acts_;    // by stem
};

const WordGroups& english_word_groups();

}  // namespace readout
