// Document: a Text with its Blocks, outlet, title, byline, address, language, and its dates.
//
// The bytes are the Blob's; the same bytes from two outlets are two Documents of one Blob. A document that was refused
// has a refusal among its doubts (is_refused) and no blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "readout/base/doubt.h"
#include "readout/base/moment.h"
#include "readout/document/block.h"
#include "readout/text/language.h"
#include "readout/text/text.h"

namespace readout {

enum class Form : std::uint8_t {
  report,      // an outlet's own article
  communique,  // a communiqué, press release, readout or statement that speaks for its issuer
  transcript,  // turns under labels from beginning to end
  unknown,
};

enum class Format : std::uint8_t { plain, html, json_lines };

// Four dates, never one.
struct Dates {
  Moment said;       // when the main words were spoken or issued, as far as the document tells
  Moment published;  // when the text was first published
  Moment copied;     // when this copy was published, where that is another date
  Moment crawled;    // when a machine fetched it

  friend bool operator==(const Dates&, const Dates&) = default;
};

// An expression of time in the text: "on Thursday (July 10)", "last month".
struct TimeMention {
  Span span;
  Moment moment;

  friend bool operator==(const TimeMention&, const TimeMention&) = default;
};

struct Link {
  Span span;  // the words linked, or the address itself
  std::string url;

  friend bool operator==(const Link&, const Link&) = default;
};

struct Document {
  std::string name;    // short, unique in a record: "004"
  std::string origin;  // as given: a path, "-", or "pile.jsonl:17"
  Digest blob;         // of the bytes as received
  std::uint64_t blob_bytes = 0;
  Format format = Format::plain;
  Form form = Form::unknown;
  std::string encoding;
  Text text;
  std::string url;
  std::string outlet;
  std::string title;   // from metadata or the title block
  std::string agency;  // of the dateline: "TASS"
  std::string place;   // of the dateline: "MOSCOW"
  std::vector<std::string> authors;
  Span issuer;  // words that name who a communiqué speaks for; empty where none does
  Language language;
  std::vector<ForeignSpan> foreign;
  std::vector<Block> blocks;
  Dates dates;
  std::vector<TimeMention> times;  // sorted by span
  std::vector<Link> links;
  // What the markup says: block quotes, whole, and code, in blocks and inside lines. Sorted; a record does not keep
  // them.
  std::vector<Span> block_quotes;
  std::vector<Span> verbatim;
  std::vector<Doubt> doubts;
};

bool is_refused(const Document& document);

std::string_view to_string(Form form);
std::string_view to_string(Format format);

}  // namespace readout
