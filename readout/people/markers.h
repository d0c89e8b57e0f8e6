// Markers: the small closed classes of English that steer the reading of names: determiners, prepositions, pronouns.
#pragma once

#include <cstdint>

#include "readout/people/words.h"

namespace readout {

enum class Marker : std::uint8_t { the, of, for_, is, was, who, that, former, and_, from, one, how };

bool is(const Word& word, Marker marker);

bool is_determiner(const Word& word);   // the a an his her their its our my this
bool is_indefinite(const Word& word);   // a an another some several many two three one other unnamed
bool is_preposition(const Word& word);  // of at for in with from on to by
bool is_particle(const Word& word);     // de van der bin al ...
bool is_finite(const Word& word);       // said told is was has had will ...: a clause has begun

enum class PronounKind : std::uint8_t { none, he, she, they, it, speaker, who, vague };

// `speaker` is I, we and their forms; `it` includes its; `vague` means nobody whom a text could name: you, that, each.
PronounKind pronoun_of(const Word& word);

// communiqué, statement, release, readout, record, report, transcript: a text that speaks for its issuer.
bool is_text_noun(const Word& word);
// transcript, recording, video: it holds somebody's words and has none of its own.
bool is_recording(const Word& word);
// question, q, questioner: the label of somebody who asks.
bool is_question_label(const Word& word);
bool is_answer_label(const Word& word);

}  // namespace readout
