// A draft that is to be checked: every quotation in it, and where in the file it stands.
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/document/read.h"
#include "readout/text/line_index.h"

namespace readout {

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
// `part`: a file of a folder, which may well hold no text; then there are no quotations.
Result<std::vector<AskedQuotation>> read_draft(const Source& source, bool part = false);

// Of files that are read for their words: any text, up to 64 MiB.
ReadLimits limits_for_words();

}  // namespace readout
