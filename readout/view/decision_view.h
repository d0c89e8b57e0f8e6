// Decisions as people read them.
//
//   j-5b0c21f3a97e4d18  2026-11-25 20:14 · Ada Marlow · split · orphan
//     104:22-66    “The ferry should never be closed.”
//     107:80-121   “The ferry must be closed.”
//     why          two calls, on two days
//     orphan       104:22-66: no document with these bytes
//
// Words are those that the decision was about, as they stood when it was taken.
#pragma once

#include <string>

#include "readout/base/json.h"
#include "readout/decision/rulings.h"
#include "readout/view/look.h"

namespace readout {

std::string decision_entry(const RuledDecision& ruled, const Look& look);

// "2026-11-25 20:14", UTC.
std::string decision_time_label(const Decision& decision);

// What a target is: a span id with its words, a person's name, an id. `place`: where it stands now, or "".
struct DecidedThing {
  std::string id;     // a span id now, where it stands somewhere; else as it was
  std::string words;  // of a passage; the name of a person
  bool gone = false;
  bool person = false;
};
std::vector<DecidedThing> decided_things(const RuledDecision& ruled);

// {"state":…,"why":…,"places":[…],"carried":…,"decision":{…}}: the decision as its line in the journal has it.
void write_decision(JsonWriter& json, const RuledDecision& ruled);

}  // namespace readout
