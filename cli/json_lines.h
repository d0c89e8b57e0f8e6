// JsonLines: speeches and documents of a record as lines of JSON. Rows come document by document, so the account at
// hand mostly serves for the next row too.
#pragma once

#include <string>

#include "readout/record/record.h"

namespace readout::cli {

class JsonLines {
 public:
  explicit JsonLines(Record& record) : record_(record) {}

  // A second line, "decided", where people decided who spoke.
  Result<std::string> speech(const SpeechRow& row);
  Result<std::string> document(const DocumentRow& row);

 private:
  Result<void> load(const std::string& name);

  Record& record_;
  Account account_;
};

}  // namespace readout::cli
