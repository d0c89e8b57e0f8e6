// What a list of statements is narrowed by, from options or from the words of a search.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/open.h"

namespace readout::cli {

std::vector<Option> filter_options();

// The options of `statements`. Error: bad_argument.
Result<SpeechFilter> filter_of(const Arguments& arguments);

// "harbour speaker:lavrov about:\"direct flights\" date:2025-08 kind:direct". Error: bad_argument for an unknown field.
struct Query {
  SpeechFilter filter;
  bool only_words = true;  // no field but words
};
Result<Query> parse_query(const std::string& text);

// Sets kind or polarity. Error: bad_argument.
Result<void> set_kind(SpeechFilter& filter, const std::string& option, const std::string& text);

// Every speech that the filter lets through, page by page; `take` ends it by returning false.
Result<std::size_t> for_each_speech(Record& record, SpeechFilter filter,
                                    const std::function<bool(const SpeechRow&)>& take);

// Why a list came out empty: "not in the pile" or "not mentioned", with the words asked for.
std::string empty_reason(Record& record, const SpeechFilter& filter);

}  // namespace readout::cli
