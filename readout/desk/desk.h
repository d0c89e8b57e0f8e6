// Desk: where quotations are asked about: a record, or texts that were read for it.
//
//   Desk desk(*record);
//   const Result<VerifyPage> page = desk.ask("we have time");
//
// Holds up to 96 texts between calls, so that a draft's next quotation need not load them again. One thread at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "readout/desk/shelf.h"
#include "readout/verify/attest.h"
#include "readout/verify/retold.h"
#include "readout/verify/sources.h"
#include "readout/view/verify_view.h"

namespace readout {

class Desk {
 public:
  // Against a record, which must outlive the desk; against one document of it where `document` names one.
  explicit Desk(Record& record, std::string document = {});
  // Against these texts; their speeches are found when they are first asked for.
  explicit Desk(std::vector<Compared> texts);

  // Valid until the next call.
  Result<VerifyPage> ask(const std::string& quote, const Claim& claim = {});

 private:
  const Voices& voices_of(std::size_t text);
  void lay_out(std::vector<Compared>& texts);

  std::unique_ptr<Shelf> shelf_;
  std::vector<Compared> texts_;                  // of files
  std::unique_ptr<Sources> sources_;             // of them, or of the record's texts of the last call
  std::vector<std::string> names_;               // the same
  std::vector<std::unique_ptr<Voices>> voices_;  // the same; made when first asked for
  std::unique_ptr<RetoldIndex> retold_;          // the same
  std::vector<Compared>* asked_ = nullptr;       // the same
  std::size_t edition_ = 0;                      // of the shelf, when they were laid out
  std::map<std::string, std::vector<std::size_t>, std::less<>> named_;  // by words that name a source
};

}  // namespace readout
