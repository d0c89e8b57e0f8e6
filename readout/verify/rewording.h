// find_rewording: which sentence of a text says in other words what a quotation says, if one does.
//
//   text   “The market had priced it in since March,” said the analyst. “Costs fell faster than sales.”
//   quote  Expenses dropped more quickly than turnover         covered .8, held .8: the second sentence
//   quote  The chairman will resign tomorrow                   covered .1: none
//
// Each word that says something is sought among those of one or two sentences: the same word or its stem, a number or
// name of equal value, a synonym or a relative in WordNet, a word that keeps the same company (align/thesaurus.h);
// weighed by how rare it is (statement/rarity.h). No judgement on what differs: that is the caller's.
// Cost: words of the quotation times words of the text. English; other languages meet by names and numbers.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/verify/verify.h"

namespace readout {

struct Rewording {
  Span span;           // of the text, whole sentences; empty where nothing meets
  double covered = 0;  // share of the quotation's weight that the passage answers, 0 to 1
  double held = 0;     // share of the passage's weight that the quotation answers

  double met = 0;  // share of the quotation's words that meet one there

  friend bool operator==(const Rewording&, const Rewording&) = default;
};

Rewording find_rewording(std::string_view quote, std::string_view text);

// The passages of `texts` that say in other words what the quotation says, as REWORDED places, best first; the same
// words in an order of their own are ALTERED. At most one for each text. `candidates`: indices of the texts to look at.
std::vector<Place> find_reworded(std::string_view quote, std::span<const SourceText> texts,
                                 std::span<const std::size_t> candidates);

// Whether so much meets that the quotation is a paraphrase or another translation, not an invention on the same topic.
bool is_rewording(const Rewording& rewording);

}  // namespace readout
