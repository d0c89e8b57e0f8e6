// Lists of a record that pages show: documents by name or date, statements by the time they were said, counts.
//
//   TimelineFilter filter;
//   filter.speeches.speaker = "lavrov";
//   auto page = record->timeline(filter);                    // dated ones, the earliest first
//   filter.after = time_cursor(page->back());                // the next page
//   filter.undated = true;                                   // the tray: without a cursor of the dated ones
//
// Order. Documents: by name, or by their date, then name; those without a date last. Statements: by the begin of the
// time they were said, then document name, then number. The same content gives the same lists, however it came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "readout/record/rows.h"

namespace readout {

// A document as lists show it, without text and blocks.
struct DocumentBrief {
  std::string name;
  std::string origin;
  std::string outlet;
  std::string agency;
  std::string title;
  std::string language;
  std::string form;
  std::string format;
  std::string refused;  // the reason; "" where it was read
  Moment date;          // the first that is known of said, published, copied, crawled
  WhenOf date_of = WhenOf::unknown;
  std::uint64_t bytes = 0;
  std::uint32_t speeches = 0;
  bool current = true;  // it stands at its origin now
  Digest blob;          // of the bytes as received
};

enum class DocumentOrder { name, date, newest };

struct DocumentCursor {
  std::optional<std::int64_t> begin_s;  // of the date; not asked for in order of name
  std::string name;
};

struct DocumentFilter {
  DocumentOrder order = DocumentOrder::name;
  std::string language = {};
  std::string outlet = {};  // exactly
  std::optional<bool> refused = {};
  std::optional<DocumentCursor> after = {};
  std::size_t limit = 100;
};

inline DocumentCursor document_cursor(const DocumentBrief& row) {
  return {row.date_of == WhenOf::unknown ? std::nullopt : std::optional(row.date.begin_s), row.name};
}

struct TimeCursor {
  std::int64_t begin_s = 0;  // 0 for the undated
  std::string document;
  std::uint32_t number = 0;
};

// `speeches.after` is not looked at.
struct TimelineFilter {
  SpeechFilter speeches = {};
  bool undated = false;  // those of which nobody knows when, and only those
  bool newest = false;   // the whole order turned round
  std::optional<TimeCursor> after = {};
};

inline TimeCursor time_cursor(const SpeechRow& row) {
  return {row.when_of == WhenOf::unknown ? 0 : row.when.begin_s, row.document, row.number};
}

// What can be counted over the whole record at no cost.
enum class TallyOf {
  language,  // documents; "en", "und"
  form,      // documents; "report"
  outlet,    // documents; "" where none is known
  agency,    // documents; likewise
  refused,   // documents, by the reason
  cut,       // blocks that are no body: "sidebar run-of-headlines" (kind, and reason to its first ':')
  doubt,     // of documents, speeches and persons: "odd-mark"
  kind,      // speeches: "direct"
  polarity,  // speeches: "said"
  depth,     // speeches: "0"
  when_of,   // speeches: "published"; "unknown": undated
  channel,   // speeches that name one of this kind: "briefing"
  engine,    // documents, by who read them
  unspoken,  // speeches without a speaker: "unknown"; with candidates: "open"
};

struct RecordTally {
  std::string of;
  std::uint64_t count = 0;
};

// A form of a person's name, and how many documents print it.
struct NameCount {
  std::string name;
  std::uint64_t documents = 0;
};

// An outlet that reports a person; the agency's name where no outlet is known, "" where neither is.
struct PersonOutlet {
  std::string outlet;
  std::uint32_t documents = 0;  // that name the person
  std::uint32_t speeches = 0;   // by the person
};

}  // namespace readout
