// Label: the name of a speaker set before what he says.
//
//   Question: …      ANNA KOVEL (Marlow Herald): …      Mr. OKELLO. Madam Chair, …      SECRETARY HALE: …
//   [label ]         [label   ]                         [label   ]                      [label       ]
//
// A short run of capitalised words, perhaps with a role in brackets after it, and a colon; or, as in the records of
// parliaments, a title and a surname in capitals and a full stop.
#pragma once

#include <cstdint>
#include <optional>

#include "readout/speech/prose.h"

namespace readout {

struct Label {
  Span span;                // without the colon
  std::uint32_t after = 0;  // where the words under it begin
  bool question = false;    // "Question", "Q", "Reporter"
  bool strong = false;      // in capitals, or a question's or an answer's: a label by itself
};

// The index of the first word at or after `offset`.
std::size_t word_at(const Prose& prose, std::uint32_t offset);

// A label that begins at `offset`, inside `limit`.
std::optional<Label> label_at(const Prose& prose, std::uint32_t offset, Span limit);

// Every strong label inside `limit` that begins a sentence, in order.
std::vector<Label> strong_labels(const Prose& prose, Span limit);

}  // namespace readout
