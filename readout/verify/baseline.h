// Baseline: findings that people have looked at and accepted, so that only new ones fail a build.
//
//   Result<Baseline> baseline = Baseline::parse(text, "quotes.baseline");
//   baseline->accepts("we will sign", Verdict::trimmed);
//
// A finding is known by the digest of the quotation's words (SHA-256; white space of any length counts as one blank)
// and its verdict: edits elsewhere in the draft, another line width, another place or another draft leave it accepted;
// another word in it, or a worse verdict, do not. The file is JSON Lines, sorted, so that two branches merge:
// docs/formats/baseline.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "readout/base/result.h"
#include "readout/verify/verify.h"

namespace readout {

inline constexpr int kBaselineVersion = 1;

class Baseline {
 public:
  // Error: bad_argument with the line for what is no baseline; wrong_version for one of a later program.
  static Result<Baseline> parse(std::string_view text, const std::string& where);

  bool accepts(std::string_view quote, Verdict verdict) const;
  void accept(std::string_view quote, Verdict verdict);

  std::size_t size() const { return accepted_.size(); }
  std::string write() const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> accepted_;  // digest and verdict -> words
};

// 64 hexadecimal digits: what stays the same of a finding while the draft around it changes.
std::string finding_digest(std::string_view quote, Verdict verdict);

}  // namespace readout
