// One statement in full: the answer of `show`, and the reasons of `explain`.
#pragma once

#include <string>
#include <vector>

#include "readout/record/account.h"
#include "readout/record/rows.h"
#include "readout/view/decided_remark.h"
#include "readout/view/look.h"

namespace readout {

struct StatementPage {
  SpeechRow row;
  Account account;
  std::vector<SpeechRow> witnesses;  // the same words by the same person, elsewhere in the record
  std::vector<DecidedRemark> decided;
};

// The words in their context with marks under source and cue, who and how, the chain, what the outlet put in, doubts,
// dates with their basis, other witnesses, and a citation to paste.
std::string statement_page(const StatementPage& page, const Look& look);

// Why the words were taken for a statement, why they are of that speaker and of that date.
std::string explanation(const StatementPage& page, const Look& look);

// Why a document was cut into these blocks and dated so.
std::string explanation(const Account& account, std::string_view name, const Look& look);

// "Sergey Lavrov, 2025-08-01, in TASS, bytes 242-711 of sha256 3fe1…": source words, labels and numbers only.
std::string citation(const SpeechRow& row, const Document& document);

// "label     text", wrapped, for the facts below a statement.
std::string fact(std::string_view label, std::string_view text, const Look& look);

}  // namespace readout
