// Decisions about invented records, for the tests of this room and of those that build on it.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "readout/decision/anchor.h"
#include "readout/decision/journal.h"
#include "readout/decision/rulings.h"

namespace readout {

inline DecisionTarget passage_target(Record& record, const std::string& id) {
  const SpeechRow row = record.speech(id).value();
  return {TargetKind::passage, "", {}, {anchor_at(record, row.document, row.delivered).value()}};
}

inline DecisionTarget person_named(const std::string& key, const std::string& name = {}) {
  return {TargetKind::person, key, {name.empty() ? key : name}, {}};
}

// At second `at` of the year 2031.
inline Decision decided(DecisionVerb verb, std::vector<DecisionTarget> targets, int at, const std::string& name = {},
                        const std::string& author = "Cy Dunmore") {
  Decision decision;
  decision.verb = verb;
  decision.author = author;
  decision.name = name;
  decision.reason = "as the minutes of the harbour board have it";
  decision.targets = std::move(targets);
  return seal(std::move(decision), 1924992000000 + std::int64_t{at} * 1000);
}

inline std::string lines_of(const std::vector<Decision>& decisions) {
  std::string lines;
  for (const Decision& decision : decisions) lines += decision.line + "\n";
  return lines;
}

inline Rulings replayed(Record& record, const std::vector<Decision>& decisions) {
  return Rulings::replay(parse_journal(lines_of(decisions)), record).value();
}

// All that the rulings say of every decision, for comparison.
inline std::string told(const Rulings& rulings) {
  std::string out;
  for (const RuledDecision& each : rulings.all()) {
    out += each.decision.id + " " + std::string(to_string(each.state)) + " " + each.why;
    for (const std::string& place : each.places) out += " " + place;
    out += each.carried ? " carried\n" : "\n";
  }
  for (const PersonRuling& person : rulings.persons()) {
    out += person.key + " = " + person.name;
    for (const std::string& key : person.keys) out += " | " + key;
    out += "\n";
  }
  for (const GivenSpeech& given : rulings.given())
    out += given.id + " " + given.speaker.key + given.speaker.name + "\n";
  return out;
}

}  // namespace readout
