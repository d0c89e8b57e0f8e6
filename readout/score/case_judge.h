// judge_case: an account of a marked text held against its marks, fact by fact.
//
//   for (const std::string& difference : judge_case(text, account)) FAIL(difference);   // none: the case is met
//
// What each mark and fact demands: tests/cases/README.md.
#pragma once

#include <string>
#include <vector>

#include "readout/record/account.h"
#include "readout/score/marked_text.h"

namespace readout {

std::vector<std::string> judge_case(const MarkedText& text, const Account& account);

}  // namespace readout
