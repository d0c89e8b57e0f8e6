// Edition: one document as it is set against another: the document, its speeches and whose they are. A view.
//
//   const Edition edition{account.document, account.speeches, account.persons, account.speakers};
#pragma once

#include <span>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

struct Edition {
  const Document& document;
  std::span<const Speech> speeches;
  std::span<const Person> persons;
  std::span<const Speaker> speakers;  // one for each speech

  // Null where unknown.
  const Person* speaker_of(std::size_t speech) const {
    if (speech >= speakers.size() || speakers[speech].person < 0) return nullptr;
    const auto person = static_cast<std::size_t>(speakers[speech].person);
    return person < persons.size() ? &persons[person] : nullptr;
  }
};

}  // namespace readout
