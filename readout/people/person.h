// Person: a person or institution as one document knows it: names as printed, canonical name, offices.
// Speaker: whose a Speech is, or who it might be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/basis.h"
#include "readout/base/doubt.h"
#include "readout/base/span.h"

namespace readout {

enum class PersonKind : std::uint8_t {
  person,
  institution,  // a ministry, an agency, a newspaper, a government, a country as an actor
  group,        // "the Europeans", "coup leaders", "aides"
  unnamed,      // "a senior official", "a reporter": someone, but nobody can tell who
};

struct Person {
  std::string key;   // equal for equal people in any document: the folded canonical name, "institution:..." and
                     // "group:..." before others; "unnamed:..." tells nobody apart from another document's
  std::string name;  // canonical where an office file or the document tells it, else as printed in its fullest form
  PersonKind kind = PersonKind::person;
  std::vector<Span> mentions;        // names as printed, sorted; not pronouns
  std::vector<std::string> offices;  // ids of the office file, or words of an apposition
  std::vector<Doubt> doubts;         // wrong_first_name, name_variant

  friend bool operator==(const Person&, const Person&) = default;
};

struct Speaker {
  std::int32_t person = -1;              // index into the account's persons; -1 = unknown
  std::vector<std::int32_t> candidates;  // where unknown: who it might be, best first
  Basis basis;

  friend bool operator==(const Speaker&, const Speaker&) = default;
};

std::string_view to_string(PersonKind kind);

}  // namespace readout
