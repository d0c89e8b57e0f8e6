// Language of a text, and the spans of another script or language inside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

struct Language {
  std::string code = "und";  // ISO 639-1 ("en", "ru"), "und" where it cannot be told
  double share = 0;          // of the text, 0 to 1
  bool reliable = false;

  friend bool operator==(const Language&, const Language&) = default;
};

struct ForeignSpan {
  Span span;
  std::string script;    // ISO 15924: "Cyrl", "Arab", "Hani", ...
  std::string language;  // ISO 639-1 or "und"

  friend bool operator==(const ForeignSpan&, const ForeignSpan&) = default;
};

// The main language. Short texts are "und" unless their script decides.
Language detect_language(std::string_view text);

// Runs of letters whose script is not the main script of the text (marks and blanks inside a run belong to it).
std::vector<ForeignSpan> find_foreign_spans(std::string_view text);

}  // namespace readout
