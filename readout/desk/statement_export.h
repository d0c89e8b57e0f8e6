// Statements in the forms that other programs take in: claims, citations, a brief.
//
//   write_statements(record, filter, StatementFormat::ris, [&](std::string_view lines) { out(lines); return true; });
//
// In order of document and place, so the same content gives the same bytes. One document at a time is held; `claims`
// also holds the places of statements that have versions (some 100 bytes each).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/cited.h"

namespace readout {

enum class StatementFormat {
  claims,    // schema.org Claim, JSON-LD; of what was said, those that make the same claim together (claim_groups.h)
  csl,       // CSL-JSON
  ris,       // RIS
  wikitext,  // {{cite news}}, one a line, as a list
  brief,     // Markdown
};

std::optional<StatementFormat> parse_statement_format(std::string_view name);

struct StatementsWritten {
  std::size_t written = 0;   // claims, citations or lines
  std::size_t left_out = 0;  // claims: denied or asked
};

// `take` ends it by returning false.
Result<StatementsWritten> write_statements(Record& record, const SpeechFilter& filter, StatementFormat format,
                                           const std::function<bool(std::string_view)>& take);

// A statement by its id or a beginning of one, or any bytes of a document ("004:268-300").
Result<CitedPassage> find_cited(Record& record, const std::string& id, bool with_words = true);

// Citations as a file of the format: csl, ris or wikitext.
std::string citation_file(std::span<const CitedPassage> cited, StatementFormat format);

}  // namespace readout
