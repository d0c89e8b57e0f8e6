// Desk: where quotations are asked about: files as --against names them, or the record.
//
//   Result<Desk> desk = Desk::open(arguments);
//   const Result<VerifyPage> page = desk->ask("we have time");
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/compare.h"
#include "cli/open.h"
#include "readout/verify/attest.h"
#include "readout/verify/retold.h"
#include "readout/verify/sources.h"
#include "readout/view/verify_view.h"

namespace readout::cli {

Option against_option();
Option speaker_option();
Option source_option();

class Desk {
 public:
  // Error: a file or folder that is not there or cannot be read, a file whose words cannot be had (a PDF), no record.
  // `drafts` and sources are told apart: part_files.
  static Result<Desk> open(const Arguments& arguments, std::vector<NamedFile>& drafts);

  // Valid until the next call.
  Result<VerifyPage> ask(const std::string& quote, const Claim& claim = {});

  // Files below a named folder that hold no words to compare with: a picture, an empty file.
  const std::vector<Error>& passed_over() const { return passed_over_; }

 private:
  Desk() = default;
  const Voices& voices_of(std::size_t text);
  void lay_out(std::vector<Compared>& texts);

  std::unique_ptr<Record> record_;
  std::unique_ptr<Shelf> shelf_;
  std::vector<Error> passed_over_;
  std::vector<Compared> texts_;                  // of files
  std::unique_ptr<Sources> sources_;             // of them, or of the record's texts of the last call
  std::vector<std::string> names_;               // the same
  std::vector<std::unique_ptr<Voices>> voices_;  // the same; made when first asked for
  std::unique_ptr<RetoldIndex> retold_;          // the same
  std::vector<Compared>* asked_ = nullptr;       // the same
  std::size_t edition_ = 0;                      // of the shelf, when they were laid out
  std::map<std::string, std::vector<std::size_t>, std::less<>> named_;  // by words that name a source
};

}  // namespace readout::cli
