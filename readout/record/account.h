// Account: everything one document tells: the document, its speeches, their speakers, and the Statement each speech
// joins. What room engine makes (engine/account.h) and the record keeps.
//
//   Account account = std::move(give_accounts(source, settings).front());
//   account.speakers.size() == account.speeches.size()
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/record/rows.h"
#include "readout/speech/speech.h"

namespace readout {

// Invariants: speakers and statements have one element for each speech, in the same order. A document that was refused,
// or whose language is not served, has no speeches.
struct Account {
  Document document;
  std::vector<Speech> speeches;
  std::vector<Person> persons;
  std::vector<Speaker> speakers;
  std::vector<std::string> statements;  // the key on which word-for-word versions meet; "" where a speech meets none
  // The keys on which versions meet (statement/sketch.h), and the document's place in every order of linking.
  std::vector<std::uint32_t> keys;
  std::uint64_t rank = 0;
  std::vector<StoredLink> repeats;               // passages of this document that are versions of one another
  std::vector<StoredDiscrepancy> discrepancies;  // of the document with itself
  // What documents stand in order by, whatever else stands in the record: the name it asks for, a NUL, a digest of
  // origin and bytes. Set by the record.
  std::string order;
  // The bytes as received, where the text alone does not tell them; null where text and bytes are the same.
  std::shared_ptr<const std::string> bytes;
};

}  // namespace readout
