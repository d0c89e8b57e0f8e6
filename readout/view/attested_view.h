// What an answer says of speaker and source, in words: "Ivo Stern, not Ida Roth".
#pragma once

#include <string>
#include <vector>

#include "readout/base/json.h"
#include "readout/view/verify_view.h"

namespace readout {

// What a reader must know of a place besides its words: another speaker, reported speech, another document. The first
// that counts comes first; empty where all is as the quotation says, or where it says nothing.
std::vector<std::string> attested_notes(const VerifyPage& page, const Place& place);

// Of the whole answer: nobody can tell whose words they are, the source named is none of the texts, few words that
// stand in many places.
std::vector<std::string> caution_notes(const VerifyPage& page);

// Keys of a place, and of the answer.
void write_attested(JsonWriter& json, const Attestation& attested);
void write_claim(JsonWriter& json, const VerifyPage& page);

}  // namespace readout
