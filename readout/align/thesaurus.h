// Thesaurus: which English stems mean much the same, by WordNet and by the company that words keep.
//
//   const Thesaurus& thesaurus = english_thesaurus();
//   const std::uint32_t begin = thesaurus.entry(form_key("begin"));      // keys of stems
//   thesaurus.relation(begin, thesaurus.entry(form_key("start")));       // Relation::synonym
//   thesaurus.company(begin, thesaurus.entry(form_key("start")));        // 60: hundredths of the cosine
//
// Company is high between opposites too ("increase", "decrease") and between months; it says that two words stand in
// each other's places, never that they mean the same. Sources and licences: data/en/synonyms_*; docs/decisions/.
// Built once, on first use, in some ten milliseconds; read-only from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/align/keys.h"

namespace readout {

enum class Relation : std::uint8_t { none, synonym, derived, opposite };

class Thesaurus {
 public:
  // `stems`, `relations`: data/en/synonyms_stems.tsv and synonyms_wordnet.tsv; `vectors`: kDimensions signed bytes a
  // stem. A vector that is missing is zero: alike to nothing.
  Thesaurus(std::string_view stems, std::string_view relations, std::string_view vectors);

  // 0 where the stem is not among the frequent ones.
  std::uint32_t entry(std::uint64_t stem) const;
  Relation relation(std::uint32_t a, std::uint32_t b) const;
  int company(std::uint32_t a, std::uint32_t b) const;  // -100 to 100; 0 where either is 0
  std::size_t size() const { return count_; }

 private:
  static constexpr std::size_t kDimensions = 64;

  void relate(std::uint32_t a, std::uint32_t b, Relation relation);

  std::size_t count_ = 0;
  KeyTable stems_;
  KeyTable relations_;
  std::vector<std::int8_t> vectors_;
};

const Thesaurus& english_thesaurus();

}  // namespace readout
