// Doubt: done, but uncertain: a class and the words it is about. A refusal is a doubt about the whole document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/base/span.h"

namespace readout {

enum class DoubtKind {
  // Refusals: the document is kept as a row with this reason, and nothing is read from it.
  empty,
  too_large,
  too_short,
  no_body,
  error_page,
  script_rendered,
  not_a_document,
  binary,
  unsupported_format,
  bad_record,
  unreadable,
  // Read, but its speeches are not.
  unsupported_language,
  // Read, with a doubt.
  invalid_bytes,
  control_characters,
  invisible_characters,
  bidi,
  mojibake,
  encoding_mismatch,
  truncated,
  paywall,
  quoted_printable,
  hard_wrapped,
  double_escaped,
  nested_too_deep,
  date_disagrees,  // "on Thursday (July 10)" where July 10 is no Thursday
  date_open,       // a date that nothing in the document resolves
  // Of a speech.
  speaker_unknown,
  speaker_ambiguous,
  wrong_first_name,  // "Miguel Rubio" for a known office holder
  name_variant,      // a spelling that is not the canonical one
  unclosed_mark,
  odd_mark,      // closed by a mark of another kind, or opened by a closing mark
  third_person,  // agency prose in quotation marks: not the speaker's words
  scare_quote,
  author_claim,  // the writer's own claim about the record
  corrected,     // a correction of the same document takes these words back or amends them; the span is the correction
};

struct Doubt {
  DoubtKind kind = DoubtKind::empty;
  Span span;           // the words it is about; empty for the whole document
  std::string detail;  // source words, numbers or a code; never prose about the world

  friend bool operator==(const Doubt&, const Doubt&) = default;
};

// True for the kinds that refuse a document.
bool is_refusal(DoubtKind kind);

// The class as users see it: "too-large", "unsupported-language", ...
std::string_view to_string(DoubtKind kind);
std::optional<DoubtKind> parse_doubt_kind(std::string_view text);

}  // namespace readout
