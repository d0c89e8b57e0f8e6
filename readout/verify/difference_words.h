// DifferenceWords: what a word or phrase does to a quotation when it is put in, left out or stands in another's place
// (data/en/difference_words.tsv).
//
//   const DifferenceWords& words = english_difference_words();
//   words.at(units, 3)                   {classes of "at least", 2 units}
//   words.are_opposite(rose, fell)       // by their stems
//
// Built once, on first use; read-only from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/align/keys.h"
#include "readout/align/units.h"

namespace readout {

enum class DifferenceClass : std::uint8_t {
  unit,
  quantifier,
  comparative,
  scope,
  hedge,
  condition,
  negation,
  time,
};

constexpr std::uint32_t difference_bit(DifferenceClass word_class) {
  return 1u << static_cast<unsigned>(word_class);
}

// The longest phrase that begins at a unit.
struct ClassedPhrase {
  std::uint32_t classes = 0;  // bits; 0 where none begins there
  std::size_t count = 1;      // units

  bool has(DifferenceClass word_class) const { return (classes & difference_bit(word_class)) != 0; }
};

class DifferenceWords {
 public:
  explicit DifferenceWords(std::string_view tsv);

  ClassedPhrase at(std::span<const Unit> units, std::size_t index) const;
  std::uint32_t classes(std::uint64_t folded) const;  // of one word
  bool are_opposite(const Unit& a, const Unit& b) const;
  bool are_synonyms(const Unit& a, const Unit& b) const;

 private:
  struct Phrase {
    std::vector<std::uint64_t> words;
    std::uint32_t classes = 0;
  };

  static void relate(std::string_view group, KeyTable& table);
  void add_phrase(std::string_view phrase, std::uint32_t classes);

  KeyTable words_;  // to classes
  KeyTable firsts_;
  std::vector<std::vector<Phrase>> phrases_;  // of two words and more, longest first
  KeyTable opposites_;
  KeyTable synonyms_;
};

const DifferenceWords& english_difference_words();

}  // namespace readout
