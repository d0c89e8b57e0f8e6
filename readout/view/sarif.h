// SarifLog: the findings of a check as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.
//
//   SarifLog log("0.1.0");
//   log.add(finding);
//   screen.out(log.finish(passed_over, exit_code));
//
// A result for every quotation that is neither EXACT nor FOLDED. Its rule is the verdict; its region has lines and
// columns in characters (columnKind unicodeCodePoints) and, beside them, bytes; the places in the sources are related
// locations, in bytes; its partial fingerprint is finding_digest, so that an edit elsewhere makes no new alert. What
// the baseline accepts is suppressed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "readout/base/json.h"
#include "readout/base/result.h"
#include "readout/view/finding_view.h"

namespace readout {

class SarifLog {
 public:
  explicit SarifLog(std::string_view version);

  void add(const QuoteFinding& finding);

  // `passed_over`: sources that could not be compared with. Once, at the end.
  std::string finish(std::span<const Error> passed_over, int exit_code);

 private:
  JsonWriter json_;
};

// A path as the reference of a URI: "a b.md" -> "a%20b.md", "/x" -> "file:///x", "-" is no path.
std::string uri_of(std::string_view path);

}  // namespace readout
