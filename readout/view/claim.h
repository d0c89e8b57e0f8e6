// A statement as schema.org's Claim, in JSON-LD: where it appears, and where first, with no rating of any kind
// (docs/formats/claims.md).
//
//   {"@type":"Claim","@id":"urn:uuid:…","text":"We have time","inLanguage":"en","author":{"@type":"Person","name":"…"},
//    "appearance":[{"@type":"NewsArticle","@id":"urn:uuid:…","url":"https://…","datePublished":"2026-03-16",…}],
//    "firstAppearance":{"@id":"urn:uuid:…"}}
//
// firstAppearance stands only where the dates of publication prove it: the first lies surely before all others
// (surely_before of base/moment.h: a day proves nothing against the same day, an unknown date nothing at all). The
// author and the time of speaking stand only where the witnesses that know them agree.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "readout/record/rows.h"

namespace readout {

// One version of the statement and the document it stands in, whose text may be left empty.
struct ClaimWitness {
  SpeechRow row;
  Document document;
};

// What is denied or asked is nobody's claim.
bool is_claim(const Speech& speech);

// When these words appeared in this document: when this copy was published, else when the text was.
const Moment& appeared(const Document& document);

// Index of a witness in the document that surely published before every other; nothing where no date proves it.
std::optional<std::size_t> first_appearance(std::span<const ClaimWitness> witnesses);

// One object. `witnesses`: of one statement, at least one, those of one document next to each other.
std::string claim_json(std::span<const ClaimWitness> witnesses);

}  // namespace readout
