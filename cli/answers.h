// Answers: how `verify` and `check` say what they found, and what exit code that means.
#pragma once

#include <set>
#include <string>

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

// "NOT FOUND" as options and rules are written: "not-found".
std::string verdict_name(Verdict verdict);

}  // namespace readout::cli
