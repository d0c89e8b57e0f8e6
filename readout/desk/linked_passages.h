// The passages elsewhere that the record links with passages of a statement.
//
//   for (const LinkedPassage& one : *load_linked_passages(record, page.row))
//     one.relation, one.id, one.words     // "edited", "104:612-690"
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/base/span.h"
#include "readout/record/record.h"

namespace readout {

struct LinkedPassage {
  std::string relation;  // what became of the words there: a PassageRelation as printed, or "also said"
  std::string kind;      // of the link: version, contained, repeat, also_said
  std::string rule;
  std::string id;  // span id, in delivered bytes
  std::string document;
  std::string origin;
  Digest blob;
  Span delivered;
  std::string words;  // as they stand there
};

// In order of the other document's name and of place; what was said on another occasion comes last.
Result<std::vector<LinkedPassage>> load_linked_passages(Record& record, const SpeechRow& row);

}  // namespace readout
