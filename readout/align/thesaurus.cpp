#include "readout/align/thesaurus.h"

#include <algorithm>
#include <utility>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

// A vector of length one, times this, is what tools/make_synonyms.py rounds to bytes.
constexpr int kScale = 300;

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
  return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
}

}  // namespace

Thesaurus::Thesaurus(std::string_view stems, std::string_view relations, std::string_view vectors) {
  const auto stem_rows = rows(stems);
  stems_ = KeyTable(stem_rows.size());
  for (const auto& row : stem_rows) stems_.add(form_key(row[0]), static_cast<std::uint32_t>(++count_));

  vectors_.assign((count_ + 1) * kDimensions, 0);
  const std::size_t given = std::min(vectors.size(), count_ * kDimensions);
  for (std::size_t i = 0; i < given; ++i) vectors_[kDimensions + i] = static_cast<std::int8_t>(vectors[i]);

  const auto relation_rows = rows(relations);
  relations_ = KeyTable(relation_rows.size() * 6);
  for (const auto& row : relation_rows) {
    const std::uint32_t a = entry(form_key(row[0]));
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const Relation relation = row[i][0] == '='   ? Relation::synonym
                                : row[i][0] == '!' ? Relation::opposite
                                                   : Relation::derived;
      for (std::size_t begin = 1; begin < row[i].size();) {
        const std::size_t end = std::min(row[i].find(' ', begin), row[i].size());
        relate(a, entry(form_key(row[i].substr(begin, end - begin))), relation);
        begin = end + 1;
      }
    }
  }
}

void Thesaurus::relate(std::uint32_t a, std::uint32_t b, Relation relation) {
  if (a != 0 && b != 0) relations_.add(pair_key(a, b), static_cast<std::uint32_t>(relation));
}

std::uint32_t Thesaurus::entry(std::uint64_t stem) const {
  const std::uint32_t found = stem == 0 ? KeyTable::kAbsent : stems_.find(stem);
  return found == KeyTable::kAbsent ? 0 : found;
}

Relation Thesaurus::relation(std::uint32_t a, std::uint32_t b) const {
  if (a == 0 || b == 0) return Relation::none;
  const std::uint32_t found = relations_.find(pair_key(a, b));
  return found == KeyTable::kAbsent ? Relation::none : static_cast<Relation>(found);
}

int Thesaurus::company(std::uint32_t a, std::uint32_t b) const {
  if (a == 0 || b == 0) return 0;
  const std::int8_t* x = vectors_.data() + a * kDimensions;
  const std::int8_t* y = vectors_.data() + b * kDimensions;
  int sum = 0;
  for (std::size_t i = 0; i < kDimensions; ++i) sum += static_cast<int>(x[i]) * static_cast<int>(y[i]);
  return std::clamp(sum * 10 / (kScale * kScale / 10), -100, 100);
}

const Thesaurus& english_thesaurus() {
  static const Thesaurus thesaurus(embedded("en/synonyms_stems.tsv"), embedded("en/synonyms_wordnet.tsv"),
                                   embedded("en/synonyms_vectors.bin"));
  return thesaurus;
}

}  // namespace readout
