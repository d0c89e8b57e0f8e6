// Moment: when something was; never a bare timestamp.
//
// An interval of local civil time, its grain, its zone where known, how it is known, and the words that say so.
// "July 10, 2025" is {begin 2025-07-10T00:00:00, end 2025-07-11T00:00:00, grain day, zone unknown, stated}.
// An interval never proves an order that it does not hold: see surely_before().
//
// Units: begin_s and end_s are seconds since 1970-01-01T00:00:00 of the *local* clock, half-open;
// zone_minutes is the offset east of Greenwich, where it is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "readout/base/span.h"

namespace readout {

enum class Grain { unknown, year, month, day, hour, minute, second };

// How a Moment is known, from none to firm.
enum class Known {
  open,      // mentioned but not resolvable here ("last month" with no anchor), or not mentioned at all
  inferred,  // from what stands around it; may be wrong
  resolved,  // a relative or partial date, resolved against an anchor that is itself known
  dateline,  // the dateline of the report
  header,    // a crawl header or other wrapper around the text
  metadata,  // the document's own metadata (HTML meta, JSON-LD, a JSON Lines field, a feed)
  stated,    // in full in the text
};

struct Moment {
  std::int64_t begin_s = 0;
  std::int64_t end_s = 0;
  Grain grain = Grain::unknown;
  std::optional<std::int16_t> zone_minutes;
  Known known = Known::open;
  Span words;  // the words that say so; empty where metadata says it

  friend bool operator==(const Moment&, const Moment&) = default;
};

// True where the moment has an interval.
bool is_known(const Moment& moment);

// A whole civil day, month (day 0) or year (month 0). Invalid dates give an open Moment.
Moment make_date(int year, int month, int day, Known known, Span words = {});

// True only where every instant of a lies before every instant of b, whatever the unknown zones (UTC-12 to UTC+14).
bool surely_before(const Moment& a, const Moment& b);

// ISO 8601 to the grain: "2025", "2025-07", "2025-07-10", "2025-07-10T14:37", with "+03:00" or "Z" where the zone is
// known; an interval that is no whole unit is "2025-07-10/2025-07-12" (last day inclusive); "" where nothing is known.
std::string to_iso(const Moment& moment);

// The inverse of to_iso for a plain date or date-time (also RFC 3339 with fractions and "YYYY-MM-DD hh:mm:ss").
std::optional<Moment> parse_iso(std::string_view text, Known known);

std::string_view to_string(Grain grain);
std::string_view to_string(Known known);

}  // namespace readout
