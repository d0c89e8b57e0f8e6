// Facets and pages of a list: plain parameters of its address, so that every narrowing is a link that can be sent.
//
//   /timeline?speaker=marlow&kind=direct&after=1741046400.2.104
//
//   std::vector<Facet> facets = {{"speaker", "Speaker", {}, {}}, {"kind", "Kind", choices_of({"direct", ...}), {}}};
//   show_facets(values, ask, facets);                 // {{> facets}}
//   show_next(values, ask, cursor);                   // {{> pager}}: a cursor, never an offset
//
// A cursor says where a list goes on: the last row's place in its order. Its parts are joined by '.', the last one may
// hold anything: read_cursor("1741046400.2.a.b", 3) == {"1741046400", "2", "a.b"}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/json.h"
#include "readout/base/result.h"
#include "readout/page/page.h"
#include "readout/page/template.h"

namespace readout {

struct FacetChoice {
  std::string value;
  std::string label;  // "" where it is the value
  std::optional<std::uint64_t> count;
};

struct Facet {
  std::string name;  // the parameter
  std::string label;
  std::vector<FacetChoice> choices;  // none: any words may be asked for
  std::string none = "all";          // the choice of nothing
  std::string hint = {};             // beside a field for words: "2025-07..2025-08"
};

std::vector<FacetChoice> choices_of(const std::vector<std::string_view>& values);

// The form, and what the list is narrowed by now, each with a link that takes it away. A value that is no choice (an
// old link) is kept as one.
void show_facets(PageValues& values, const PageAsk& ask, const std::vector<Facet>& facets);

// This page with one parameter set, or without it where `value` is ""; from the beginning of the list.
Address narrowed(const PageAsk& ask, std::string_view name, std::string_view value, PageForm form = PageForm::html);

// This page from `cursor` on; other lists of the page stay where they are.
Address further(const PageAsk& ask, std::string_view by, const std::string& cursor, PageForm form);
// "next": that address as JSON, or null.
void write_next(JsonWriter& json, std::string_view key, const PageAsk& ask, std::string_view by,
                const std::string& cursor);

// Links to what follows and to the beginning; `cursor` is "" on the last page. `by` is the cursor's parameter.
void show_next(PageValues& values, const PageAsk& ask, const std::string& cursor, std::string_view by = "after");

std::string make_cursor(const std::vector<std::string>& parts);
// Error: bad_argument for fewer parts.
Result<std::vector<std::string>> read_cursor(std::string_view cursor, std::size_t parts);
// Error: bad_argument for what is no whole number.
Result<std::int64_t> read_cursor_number(std::string_view part);

// Takes off what was read beyond the page: the cursor of its last row where something follows, else "".
template <class Row, class CursorOf>
std::string cut_page(std::vector<Row>& rows, std::size_t limit, CursorOf cursor_of) {
  if (rows.size() <= limit) return {};
  rows.resize(limit);
  return cursor_of(rows.back());
}

// How many rows a page has: ?limit=, from 1 to 1,000; 50 where it is not given, 1,000 of a CSV. Error: bad_argument.
Result<std::size_t> page_limit(const PageAsk& ask);

}  // namespace readout
