// Statements by time, a page at a time: what Timeline and Person show.
//
//   Result<TimePage> page = load_time_page(record, filter, param_of(ask.params, "after"), 50, TimeWhich::both);
//   page->rows      dated ones first, then those without any date, where `which` asks for both
//   page->next      cursor: "1741046400.2.104" (begin, number, document), "u.2.104" among the undated; "" at the end
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

enum class TimeWhich { both, dated, undated };

struct TimePage {
  std::vector<SpeechRow> rows;
  std::string next;
};

// Error: bad_argument for a broken cursor, not_found or bad_argument where the filter's document is none.
Result<TimePage> load_time_page(Record& record, const SpeechFilter& filter, std::string_view after, std::size_t limit,
                                TimeWhich which, bool newest = false);

// Where a list goes on after this row.
std::string time_cursor_of(const SpeechRow& row);

// Of a statement without a date: the earliest day on which a document with the same words, linked with it, was
// issued, published, copied or crawled; nothing where there is none. It was said no later than that.
struct TimeBound {
  std::string not_after;  // ISO 8601
  std::string by;         // span id of these words
};
std::optional<TimeBound> bound_of(Record& record, const SpeechRow& row);

}  // namespace readout
