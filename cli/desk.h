// Desk: where quotations are asked about: files as --against names them, or the record.
//
//   Result<Desk> desk = Desk::open(arguments);
//   const Result<VerifyPage> page = desk->ask("we have time");
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/compare.h"
#include "cli/open.h"
#include "readout/view/verify_view.h"

namespace readout::cli {

Option against_option();

class Desk {
 public:
  // Error: a file or folder that is not there or cannot be read, a file whose words cannot be had (a PDF), no record.
  // `drafts` are never sources: a draft would vouch for itself.
  static Result<Desk> open(const Arguments& arguments, const std::vector<NamedFile>& drafts = {});

  // Valid until the next call.
  Result<VerifyPage> ask(const std::string& quote);

  // Files below a named folder that hold no words to compare with: a picture, an empty file.
  const std::vector<Error>& passed_over() const { return passed_over_; }

 private:
  Desk() = default;

  std::unique_ptr<Record> record_;
  std::unique_ptr<Shelf> shelf_;
  std::vector<Error> passed_over_;
  std::vector<Compared> texts_;  // of files
  std::vector<bool> told_;       // for each: its speeches were looked for
  std::vector<SourceText> sources_;
};

}  // namespace readout::cli
