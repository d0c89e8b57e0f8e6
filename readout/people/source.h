// SourceWords: what the words that name a speech's source say, before it is known who that is.
//
//   "the ministry's former spokeswoman Anna Kovel"  -> person, the mention "Anna Kovel"
//   "a spokesman for Ivo Stern"                     -> description, role spokesman, indefinite (never Ivo Stern)
//   "Stern's statements"                            -> person, Stern
//   "the Marlow top diplomat"                       -> description, role top diplomat, country Marlow
#pragma once

#include <cstdint>

#include "readout/base/span.h"
#include "readout/people/cast.h"
#include "readout/people/markers.h"

namespace readout {

enum class SourceForm : std::uint8_t {
  none,  // no words
  name,  // a mention of the cast
  pronoun,
  description,  // a role with or without more about it: "the senator"
  noun,         // an organisation by its common noun: "the ministry"
  group,        // a plural: "officials", "the Europeans"
  writing,      // a text that speaks for its issuer: "the communiqué"
  question,     // the label of somebody who asks
  answer,       // the label of somebody who answers: "A:"
  other,        // words that the book does not know
};

struct SourceWords {
  SourceForm form = SourceForm::none;
  std::uint32_t first = 0;  // the words of its head, without relative clauses
  std::uint32_t last = 0;
  std::int32_t mention = -1;  // of a name; of a description's owner ("Stern's lawyer")
  PronounKind pronoun = PronounKind::none;
  bool indefinite = false;
  bool single = false;     // "one of the aides"
  bool owned = false;      // belongs to somebody: "his lawyer", "Stern's lawyer"
  std::uint16_t role = 0;  // or of a group
  std::uint16_t noun = 0;  // institution of the book by its noun
  std::uint16_t country = 0;
  std::uint16_t institution = 0;
  std::uint32_t age = 0;
};

SourceWords read_source(const Cast& cast, Span source);

}  // namespace readout
