// Where `verify` and `check` ask: the record, or the files that --against names.
//
//   Result<Asking> asking = open_desk(arguments, drafts);
//   asking->desk->ask("we have time");
#pragma once

#include <memory>
#include <vector>

#include "cli/command.h"
#include "cli/files.h"
#include "readout/desk/desk.h"
#include "readout/record/record.h"

namespace readout::cli {

Option against_option();
Option speaker_option();
Option source_option();

struct Asking {
  std::unique_ptr<Record> record;
  std::unique_ptr<Desk> desk;
  // Files below a named folder that hold no words to compare with: a picture, an empty file.
  std::vector<Error> passed_over;
};

// Error: a file or folder that is not there or cannot be read, a file whose words cannot be had (a PDF), no record.
// `drafts` and sources are told apart: part_files.
Result<Asking> open_desk(const Arguments& arguments, std::vector<NamedFile>& drafts);

}  // namespace readout::cli
