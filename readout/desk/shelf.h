// Shelf: the texts of a record that may hold the words of a quotation.
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/verify_view.h"

namespace readout {

// Texts of the record, each loaded once however many quotations ask for it. In a record of at most kAllTexts documents
// every text is compared; in a larger one those that hold stretches of the quotation, found through the index.
class Shelf {
 public:
  Shelf(Record& record, std::string document) : record_(record), document_(std::move(document)) {}

  // Candidates for one quotation, and the text that it names as its source, in order of name. Valid until the next
  // call.
  Result<std::vector<Compared>*> candidates(const std::string& quote, const std::string& source);

  // Another number after a call that gave other texts than the one before.
  std::size_t edition() const { return edition_; }

 private:
  Result<std::vector<std::string>> names_for(const std::string& quote);
  Result<Compared> load(const std::string& name);

  Record& record_;
  std::string document_;
  std::size_t edition_ = 0;
  std::vector<std::string> loaded_;
  std::vector<Compared> texts_;
};

}  // namespace readout
