// Answers: how `verify` and `check` say what they found, and what exit code that means.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/screen.h"
#include "readout/verify/verify.h"

namespace readout::cli {

enum class AnswerForm { text, line, json, sarif };

Option fail_on_option();
Option format_option(std::vector<std::string> choices);

// --format, or --json.
AnswerForm answer_form(const Arguments& arguments);

// The verdicts that end the run with 1: all but EXACT and FOLDED, or those of --fail-on. Error: a name that is no
// verdict.
Result<std::set<Verdict>> failing_verdicts(const Arguments& arguments);

// Whether this answer is one of them. Words that stand somewhere, but where the source named is none of the texts, fail
// as ELSEWHERE does.
bool is_failing(const Verification& found, const std::set<Verdict>& failing);

// What could not be compared with: the first few, and how many more.
void complain_of(const std::vector<Error>& passed_over, Screen& screen);

// "NOT FOUND" as options and rules are written: "not-found".
std::string verdict_name(Verdict verdict);

}  // namespace readout::cli
