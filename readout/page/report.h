// Report: a part of a record as one HTML file that opens from disk and can be mailed (docs/formats/report.md).
//
//   ReportAsk ask;
//   ask.filter.document = "004";
//   ask.sources = {"004"};
//   Visit visit{*record, desk, rulings, {Ground::file, "", true, version, ""}};
//   Result<std::string> html = make_report(ask, visit);
//
// The statements that the filter lets through, by time, each with its page as on the site; documents that are asked for
// whole, with theirs; a list of every document that is named, with its digest. The pages' own templates and sheet,
// nothing else: no script, no outside request (the Content-Security-Policy in the file forbids both), links lead to
// places in the file or to the web. Links to what is not in the file are left out.
//
// Without text (visit.frame.with_text false) it is a ledger: digests, bytes, labels, names of persons, institutions,
// outlets and documents; no words, no titles, no unnamed sources' descriptions. Who has the files can check each line:
// the digest of the file, and the beginning of the digest of the bytes.
//
// The same record and ask give the same bytes: no clock, no path. Memory: some four times the file, and 2 KB a
// statement. Errors: bad_argument where it would hold more than kMostReportStatements statements with text, or more
// than kMostReportBytes; nothing is returned then.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/page/page.h"

namespace readout {

inline constexpr std::size_t kMostReportStatements = 5000;
inline constexpr std::size_t kMostReportBytes = 64u << 20;

struct ReportAsk {
  std::string about;  // what was asked for, in labels: "document 004", "since 2026-03"; "" the whole pile
  SpeechFilter filter = {};
  std::string statement = {};             // span id: this one alone, the filter is not looked at
  bool all_documents = false;             // each with its page
  std::vector<std::string> sources = {};  // names of documents with their pages, where not all
};

Result<std::string> make_report(const ReportAsk& ask, Visit& visit);

}  // namespace readout
