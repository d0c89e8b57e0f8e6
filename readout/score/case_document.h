// The facts of a case that concern the document as a whole: blocks, times, doubts, dates, form.
#pragma once

#include <string>
#include <vector>

#include "readout/record/account.h"
#include "readout/score/marked_text.h"

namespace readout {

void judge_document(const MarkedText& text, const Account& account, std::vector<std::string>& differences);

}  // namespace readout
