// Documents as people read them: a heading line, a list, and the report of `add`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/document/document.h"
#include "readout/record/account.h"
#include "readout/record/rows.h"
#include "readout/view/look.h"

namespace readout {

// "published 2025-08-01 (dateline)" for each date that is known, joined by " · "; "no date" where none is.
std::string dates_label(const Document& document);

// The refusal of a document, "too-large: 20971520"; "" where it was read.
std::string refusal_label(const Document& document);

// One line over the speeches of a document: name, what it is, dates, how many speeches, its span id.
std::string document_heading(const Document& document, std::string_view name, std::size_t speeches, const Look& look);

// One line each for a list: date, language, outlet and title (or the reason of a refusal), count, span id.
std::vector<std::string> document_lines(const std::vector<DocumentRow>& rows, const Look& look);

// Several lines for `add`: digest, language, dates with their basis, the blocks cut and why, counts, doubts.
std::string add_report(const Account& account, const Added& added, const Look& look);

}  // namespace readout
