// Decide: a decision as people ask for it, on the command line or in a form of a page, made and written down.
//
//   DecisionAsk ask;
//   ask.verb = "split";
//   ask.targets = {"104:22", "107:80"};        // ids as typed: unique beginnings do
//   ask.reason = "two calls, on two days";
//   ask.author = "Ada Marlow";
//   ask.time_ms = 1795637643250;               // the caller's clock: milliseconds since 1970, UTC
//   Result<Decision> decision = decide(*record, journal_path("readout.db"), ask);
//
// A target is a span id ("104:22-66", any bytes of a document), a discrepancy ("d-3fa2c19b7c"), a decision
// ("j-5b0c21f3a97e4d18"), a person ("person:KEY", or words that name one person only), or a document
// ("document:104"; for verbs that know no person also its bare name).
//
// Errors: bad_argument for a verb, target or name that does not fit or fits several things, a decision without an
// author, one that contradicts what stands ("they are one through j-…; undo that"); not_found; those of the journal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/decision/decision.h"
#include "readout/decision/rulings.h"
#include "readout/record/record.h"

namespace readout {

struct DecisionAsk {
  std::string verb;                  // accept, reject, note, merge, split, rename, unknown, undo
  std::vector<std::string> targets;  // empty ones count as not given
  std::string name;
  std::string reason;
  std::string author;
  std::int64_t time_ms = 0;
};

// Makes it, and writes nothing.
Result<Decision> make_decision(Record& record, const Rulings& rulings, const DecisionAsk& ask);

// Makes it and appends it to the journal. It stands on the disk when this returns.
Result<Decision> decide(Record& record, const std::string& journal, const DecisionAsk& ask);

}  // namespace readout
