// Discourse: who is spoken of at a place in the text: pronouns and definite descriptions against the cast.
//
//   "Kovel met Stern on Friday. She said ..."  She: Kovel (subject, nearest), unless Kovel is a man
//
// Method: salience by distance, subject position and the previous speaker (subject parallelism; Lappin and Leass 1994;
// quotation chains after O'Keefe and others 2012). Weights are set by hand on invented texts; where the two best are
// closer than the margin, nobody is chosen and both are candidates.
#pragma once

#include <cstdint>
#include <vector>

#include "readout/people/cast.h"
#include "readout/people/source.h"

namespace readout {

// Where a question is asked from, and who spoke before.
struct Standpoint {
  std::uint32_t word = 0;         // of the source
  std::int32_t previous = -1;     // the actor of the speech before, where it is not far
  std::int32_t outer = -1;        // who speaks the words that the source stands in; no third person means him
  std::uint16_t country = 0;      // whose offices are meant where none is named: the outer speaker's
  bool previous_is_near = false;  // it stands in the same paragraph
};

// A choice: one actor, or nobody with the candidates, best first.
struct Choice {
  std::int32_t actor = -1;
  std::vector<std::int32_t> candidates;
  const char* rule = "";
  double score = 0;
};

// Keeps, for every actor, the word where it was last referred to as a speaker (by a pronoun, say).
struct Discourse {
  Cast& cast;
  std::vector<std::uint32_t> spoke;  // actor -> word + 1; grows with the cast

  void note(std::int32_t actor, std::uint32_t word);
  // The word after the one where the actor was last referred to as a speaker; 0 where it was not.
  std::uint32_t last_word_on(std::int32_t actor) const;
  // Salience of an actor at a word, from 0; below 0: not in sight.
  double salience(std::size_t actor, const Standpoint& place) const;
};

Choice choose_pronoun(Discourse& discourse, PronounKind pronoun, const Standpoint& place);
Choice choose_description(Discourse& discourse, const SourceWords& words, const Standpoint& place);
Choice choose_noun(Discourse& discourse, const SourceWords& words, const Standpoint& place);

}  // namespace readout
