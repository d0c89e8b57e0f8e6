// How a word that can be a reporting verb is used where it stands: as a verb, as a noun, of somebody or of nobody.
#pragma once

#include "readout/speech/cue_site.h"

namespace readout {

bool is_finite_past(VerbForm form);
bool is_participle(VerbForm form);

// A plural before a base form: "they say", "critics argue".
bool is_plural_subject(const StrandView& strand, int i);

// "the reported attack", "her claims", "in reply": the word at `head` is no verb there.
bool is_noun_use(const StrandView& strand, int head, const ProseWord& word);

// What follows `head` is what a reporting verb is followed by, where the word might as well be a noun.
bool takes_content(const StrandView& strand, int head);

// "might say", "could answer": nobody has said it.
bool is_conjecture(const StrandView& strand, const CueSite& site);

// "derogatory remarks", "new claims": a noun after an adjective, not a verb after its subject.
bool is_adjective_alone(const StrandView& strand, const CueSite& site);

// "If Kovel says so, we leave": nobody has said it yet.
bool is_condition(const StrandView& strand, const CueSite& site);

// "issued a statement", "released the following answer": the phrase at `i` names words.
bool has_statement_object(const StrandView& strand, int i);

// The letter, the notice, the communiqué: what reads and says.
bool names_document(const StrandView& strand, NounPhrase source);

}  // namespace readout
