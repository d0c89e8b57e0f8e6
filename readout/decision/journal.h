// Journal: the file of decisions beside a record; JSON Lines, only ever appended to (docs/formats/decisions.md).
//
//   const std::string path = journal_path("pile/readout.db");      // pile/readout.decisions.jsonl
//   append_decision(path, decision);                               // on the disk when it returns
//   Result<Journal> journal = read_journal(path);                  // journal->decisions by time, then id
//
// One line is one write, then fsync. Two programs take turns (flock). A line that was cut off (a crash, a full disk) is
// passed over and told as a fault, and nothing is ever rewritten: what is appended next begins on a line of its own. An
// append that fails takes back what it wrote, so that the next reader finds the journal as it was.
//
// Errors: disk_full, store (cannot be opened, locked, read or written; a folder that may not be written to).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/decision/decision.h"

namespace readout {

// A line that is no decision: torn, binary, changed by hand, of a verb that this program does not know.
struct JournalFault {
  std::size_t line = 0;  // from 1
  std::string message;
};

struct Journal {
  std::vector<Decision> decisions;   // by time, then id; each id once
  std::vector<JournalFault> faults;  // by line
  std::uint64_t bytes = 0;           // of the file: another number, another journal
};

// "readout.db" -> "readout.decisions.jsonl", in the same folder.
std::string journal_path(const std::string& record_path);

// No file: an empty journal.
Result<Journal> read_journal(const std::string& path);
Journal parse_journal(std::string_view lines);

// Makes the file where it is not there.
Result<void> append_decision(const std::string& path, const Decision& decision);

struct ImportCounts {
  std::size_t added = 0;
  std::size_t known = 0;
  std::vector<JournalFault> faults;  // of the other journal
};

// Appends what another journal has and this one has not, line by line as it stands there: all of it or nothing.
Result<ImportCounts> import_decisions(const std::string& path, std::string_view other);

}  // namespace readout
