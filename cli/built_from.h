// What this program was built from: cmake/built_from.cmake writes it. `readout --version` prints it.
#pragma once

#include <string>

namespace readout::cli {

struct BuiltFrom {
  const char* commit;     // 40 hexadecimal digits, ", with changes" behind them where files differed; or "unknown"
  const char* reading;    // SHA-256 of the sources that read a document and find who says what in it
  const char* linking;    // of those that find versions of one statement
  const char* comparing;  // of those that say what differs
};

extern const BuiltFrom kBuiltFrom;

// "readout 0.1.0", then commit, schema of the record, model, digests: a line each. The same for the same sources.
std::string identity();

}  // namespace readout::cli
