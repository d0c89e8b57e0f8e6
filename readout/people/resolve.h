// resolve_people: the speeches of a document -> its persons, and whose each speech is.
#pragma once

#include <string>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

// Who held which office when: data/en/offices.tsv and what a user adds to it.
class Offices;

struct People {
  std::vector<Person> persons;
  std::vector<Speaker> speakers;  // one for each speech, in order
};

// May add doubts to the speeches (speaker_unknown, wrong_first_name) and channels (an agency resolved as relay).
People resolve_people(const Document& document, std::vector<Speech>& speeches, const Offices& offices);

}  // namespace readout
