// The place of a decision, made from a record: the words, where they stand, and what stands around them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/base/result.h"
#include "readout/decision/decision.h"
#include "readout/record/record.h"

namespace readout {

// Bytes of a document as delivered. Error: bad_argument where no words stand in them, or where they begin or end inside
// a character.
Result<TextAnchor> anchor_at(Record& record, const std::string& document, Span delivered);

// The whole document.
Result<TextAnchor> anchor_of(Record& record, const std::string& document);

// Whether the place still has its words: what a reader is shown beside them. "" where it has; else why not.
std::string mismatch(const Account& account, const TextAnchor& place);

// "104:22-66"; nothing for what is no span id.
struct SpanName {
  std::string document;
  Span delivered;
};
std::optional<SpanName> parse_span_id(std::string_view id);

}  // namespace readout
