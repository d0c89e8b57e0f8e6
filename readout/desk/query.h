// What a list of statements is narrowed by, as people type it: on the command line, in an address, in a search box.
//
//   Result<SpeechQuery> query = parse_query("harbour speaker:lavrov date:2025-07..2025-08 kind:direct");
//   for_each_speech(record, query->filter, [&](const SpeechRow& row) { ...; return true; });
#pragma once

#include <functional>
#include <string>

#include "readout/base/moment.h"
#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

// A date as a Moment: "2025-08-01", "2025-08", "2025". Error: bad_argument with the forms that are understood; `option`
// is its place.
Result<Moment> parse_date(const std::string& option, const std::string& text);

// "2025-08", "2025-07..2025-08", "2025-07..": sets since and until. Error: bad_argument.
Result<void> set_dates(SpeechFilter& filter, const std::string& option, const std::string& text);

// Sets kind or polarity. Error: bad_argument.
Result<void> set_kind(SpeechFilter& filter, const std::string& option, const std::string& text);

// "harbour speaker:lavrov about:\"direct flights\" date:2025-08 kind:direct". Error: bad_argument for an unknown field.
struct SpeechQuery {
  SpeechFilter filter;
  bool only_words = true;  // no field but words
};
Result<SpeechQuery> parse_query(const std::string& text);

// Every speech that the filter lets through, page by page; `take` ends it by returning false.
Result<std::size_t> for_each_speech(Record& record, SpeechFilter filter,
                                    const std::function<bool(const SpeechRow&)>& take);

// Why a list came out empty (absence.h), in one line.
std::string empty_reason(Record& record, const SpeechFilter& filter);

}  // namespace readout
