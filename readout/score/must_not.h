// Must-nots of a key, checked by rule from what they say and from the rest of the key. Each is kept, broken, or not
// checkable yet; nothing is taken as kept because nobody looked.
//
// - a person "A" distinct from B: no person of the document has the canonical name A.
// - a speaker or author "A": nobody who speaks or signs bears that name.
// - any statement ... taken from the N sidebar headlines: no speech and no person stands in noise noted as sidebar.
// - DATE as the date of ...: neither a speech nor the document is said on that date.
// - A as first-hand speaker of ... that B lists: no speech of A at depth 0 overlaps what the key has B report of A.
// - "W" as something [that] A said: the innermost speech around the words is not A's.
// - "W" or "V" as A's own description: the same, for each.
// - the writer's claim ... as an established fact: no speech without the doubt author-claim covers what the key notes
// as
//   a claim of the author in that document.
// - text in editorial brackets ...: every bracket in noise inside a statement is told apart.
// - "W" or "V" inside a statement span: no content, in any document, holds these words.
// - a statement by A: no speech of the document is A's.
// - two statements of A made from ...: no two speeches of A have the same words, unless one says that it repeats.
// - a speech found in ...: the document has no speech.
// - a statement made from the ...: all noise of the document that lies outside statements is silent.
//
// What is said of contacts ("as a contact that took place", "several ... meetings") waits for room contact.
#pragma once

#include <string>
#include <vector>

#include "readout/score/key.h"
#include "readout/score/key_document.h"

namespace readout {

enum class MustNotVerdict { kept, broken, not_checkable };

struct MustNotResult {
  std::string what;
  std::string seed;
  MustNotVerdict verdict = MustNotVerdict::not_checkable;
  std::string evidence;  // where it is broken: a span id and words
};

MustNotResult check_must_not(const KeyMustNot& must_not, const AnswerKey& key,
                             const std::vector<KeyDocument>& documents);

}  // namespace readout
