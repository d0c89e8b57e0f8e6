// resolve_people: the speeches of a document -> its persons, and whose each speech is.
//
//   “We will wait,” Foreign Minister Anna Kovel said. “Until spring,” the top diplomat added.
//   speech 0: source "Foreign Minister Anna Kovel" -> Anna Kovel (rule "name")
//   speech 1: source "the top diplomat"            -> Anna Kovel (rule "role")
//
// Persons are in order of their first mention. Listed are all who speak, all candidates, and everybody whose name is
// sure. Rules of a Speaker's Basis: name, office, role, pronoun, institution-noun, ministry-of-minister,
// previous-speaker, parent, label, issuer, writing, named-next, lead-in, interviewee, antecedent (who), printed (an
// unnamed or a group by its words); unknown or ambiguous where nobody is chosen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

// Who held which office when: data/en/offices.tsv and what a user adds to it (people/offices.h).
class Offices;

struct People {
  std::vector<Person> persons;
  std::vector<Speaker> speakers;  // one for each speech, in order
};

// Adds doubts to the speeches: speaker_unknown, speaker_ambiguous, wrong_first_name; name_variant for a place that the
// document spells in two ways (spelling.h).
People resolve_people(const Document& document, std::vector<Speech>& speeches, const Offices& offices);

// The Person::key of a name that stands alone, outside any document: "Volodymyr Zelenskiy", "Lavrov", "Russian MFA".
// Equal to the key that the same name gets in a document that names it in full; folds spelling, titles and offices.
std::string person_key(std::string_view name, const Offices& offices);

}  // namespace readout
