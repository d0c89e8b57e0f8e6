// Noun phrases as far as reported speech needs them: who stands before the verb, who after it. No parser: closed
// classes, capitals and punctuation.
//
//   “…,” said [Anna Kovel of the ministry] on Friday.       phrase_right
//   [A spokeswoman for the ministry] said …                 phrase_left
//   [Hugh Hale], a doctor, said …                           subject_left steps over the aside
#pragma once

#include "readout/speech/strand_view.h"

namespace readout {

struct NounPhrase {
  int begin = 0;
  int end = 0;  // half-open, items

  bool empty() const { return begin >= end; }
};

// The phrase that ends right before item `end`; empty where none does.
NounPhrase phrase_left(const StrandView& strand, int end);

// The phrase that begins at item `begin`; empty where none does.
NounPhrase phrase_right(const StrandView& strand, int begin);

// The subject of a verb whose group begins at `verb_begin`: steps over asides between commas and relative pronouns.
NounPhrase subject_left(const StrandView& strand, int verb_begin);

// The subject that opens a strand: past leading adverbs and "and"; of a name only the name ("Ilse Korda closed the
// gate").
NounPhrase opening_subject(const StrandView& strand);

// True where a noun phrase may begin at `i`: determiner, possessive, pronoun, capital, number, plain noun.
bool may_begin_phrase(const StrandView& strand, int i);

}  // namespace readout
