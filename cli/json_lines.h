// JsonLines: speeches and documents of a record as lines of JSON. Rows come document by document, so the account at
// hand mostly serves for the next row too.
#pragma once

#include <functional>
#include <string>

#include "cli/screen.h"
#include "readout/record/record.h"

namespace readout::cli {

// One speech of the account; a second line, "decided", where people decided who spoke.
std::string speech_lines(const Account& account, const SpeechRow& row);

class JsonLines {
 public:
  explicit JsonLines(Record& record) : record_(record) {}

  Result<std::string> speech(const SpeechRow& row);
  Result<std::string> document(const DocumentRow& row);

 private:
  Result<void> load(const std::string& name);

  Record& record_;
  Account account_;
};

// Hands each speech to the function that it is given, until that returns false; the number of speeches.
using SpeechVisit = std::function<Result<std::size_t>(const std::function<bool(const SpeechRow&)>&)>;

// The speeches as lines of JSON, until one cannot be read or nobody reads on.
Result<std::size_t> write_speeches(Record& record, Screen& screen, const SpeechVisit& visit);

}  // namespace readout::cli
