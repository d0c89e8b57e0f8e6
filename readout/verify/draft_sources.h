// DraftSource: a mention of a document in a draft: a file's name, a link, a footnote's, words after "Source:".
//
//   according to report.txt      (Source: Tolm Echo)      [the minutes](minutes.md)      ”[^2] … [^2]: talk.txt, p. 3
//   [........] no [.........]             [.......]        [....................]         [..] "talk.txt"
//
// A bare address that no text bears is a mention too: `loose`, for nothing is missing where it is not among the texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"

namespace readout {

struct DraftSource {
  Span span;  // of the draft
  std::string words;
  bool loose = false;
  bool heading = false;  // stands in a heading: all below it

  friend bool operator==(const DraftSource&, const DraftSource&) = default;
};

// Sorted by span.
std::vector<DraftSource> find_draft_sources(const Document& draft);

// The mention that belongs to a quotation: that of its sentence, else the next before another quotation begins, else
// the last before it in its paragraph, else its heading's; null where there is none. `from` and `to` are where the
// quotations before and after it end and begin.
const DraftSource* source_of(const std::vector<DraftSource>& sources, std::string_view draft, Span quotation,
                             std::uint32_t from, std::uint32_t to);

}  // namespace readout
