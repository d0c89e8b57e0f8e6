// DraftText: one draft of `check` as it was delivered: its words, and where in the file they stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/compare.h"
#include "readout/text/line_index.h"

namespace readout::cli {

// A quotation to ask about, from a text or from a list.
struct AskedQuotation {
  std::string words;
  Span delivered;  // bytes of the file
  LinePosition begin;
  LinePosition end;
  std::string item;     // "id" of a list
  std::string speaker;  // who is said to have said it; empty where nobody is named
  std::string source;   // where it is said to stand
  bool loose = false;   // an address that need not be among the texts
};

// Every quotation of a draft, in order. A list of quotations is JSON Lines, or one JSON array, of objects with "quote"
// and, where known, "speaker", "source", "id". Error: what cannot be read, or a broken list, with the line.
Result<std::vector<AskedQuotation>> read_draft(const NamedFile& file);

}  // namespace readout::cli
