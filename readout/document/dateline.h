// Dateline: place, date and agency glued to the first sentence of a report, in the styles of the agencies.
//
//   MARLOW, August 1. /NAA/. The talks ...        TASS        MARLOW (NA) — The talks ...              AP
//   MARLOW, July 3 (Nagency) - The talks ...      Reuters     MARLOW, July 3 (Nagency) -- The ...      Xinhua
//   MARLOW. July 3 (Internor) - The ...           Interfax    MARLOW, July 3 - NIA Novosti. The ...    RIA
//   GENEVA, 10 July 2025 – The ...                ministries  Marlow, July 3, 2025 — The ...           press releases
//   ^^^^^^^^^^^^^^^^^^^^^^^^ `span`: with the mark that ends it, without the blank after it
//
// A dateline has a place and, beside it, an agency or a date; a place in capitals and a dash will do where `lenient`
// (the first paragraphs of a report). It ends in a dash, or in a full stop or colon after an agency.
#pragma once

#include <optional>
#include <string_view>

#include "readout/base/span.h"
#include "readout/document/dates.h"

namespace readout {

struct Dateline {
  Span span;
  Span place;
  Span agency;  // empty where none is printed
  std::optional<TimeExpression> time;

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

std::optional<Dateline> parse_dateline(std::string_view text, Span paragraph, bool lenient);

// A line of its own that holds a date and little else: "10 July 2025 14:37", "Published: July 10, 2025, 2:37 p.m. GMT",
// "Marlow, 10 July 2025".
struct DateStamp {
  TimeExpression time;
  Span place;
  bool updated = false;  // says "updated" or "modified" and nothing of publication
};
std::optional<DateStamp> parse_date_stamp(std::string_view text, Span line);

// A wrapper's line at the very start of a text: " date 2025-07-10", "crawled: 2025-07-12". Its words, without the
// blank.
struct CrawlHeader {
  Span span;
  Moment moment;         // Known::header
  bool fetched = false;  // it says when the page was fetched, not what date the page bears
};
std::optional<CrawlHeader> parse_crawl_header(std::string_view text, Span line);

}  // namespace readout
