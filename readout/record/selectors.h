// selectors: a span of a document as a target of the W3C's Web Annotation Data Model (2017), in JSON-LD.
//
//   text      “Grüße,” she said.          bytes   0    4      11
//   span      4-11 in bytes of the text   points  0    2      7     (marks and ü take several bytes, one point each)
//
//   {"type":"SpecificResource","source":{"id":"ni:///sha-256;…","type":"Text","format":"text/plain","language":"en"},
//    "selector":[{"type":"TextPositionSelector","start":1,"end":6},
//                {"type":"TextQuoteSelector","exact":"Grüße","prefix":"“","suffix":",” she said."},
//                {"type":"DataPositionSelector","start":3,"end":10}]}
//
// TextPositionSelector counts Unicode code points of the document's decoded text: markup taken away, entities read, the
// byte-order mark gone, line ends as they came (`export --format texts` prints that text). TextQuoteSelector is of the
// same text. DataPositionSelector counts bytes of the file as delivered, markup and all. Where the address of the
// document is known it is the source, and the delivered bytes are the `cached` of its state; else they are the source.
//
// Invariants: text[start, end) in code points == exact; prefix + exact + suffix stands in the text around it; prefix
// and suffix have kSelectorContext code points, fewer only at the text's ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/digest.h"
#include "readout/base/json.h"
#include "readout/document/document.h"

namespace readout {

inline constexpr std::uint32_t kSelectorContext = 32;

// So many code points before a byte, and from one on; fewer at the text's ends. `at`: on a code point's boundary.
Span selector_prefix(std::string_view text, std::uint32_t at);
Span selector_suffix(std::string_view text, std::uint32_t at);

// How many code points stand before a byte of a text. Keeps a view of the text.
class PointCounts {
 public:
  explicit PointCounts(std::string_view text);

  // `offset` in bytes, on a code point's boundary or at the end.
  std::uint32_t before(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> steps_;  // before every kStep-th byte
};

class SelectorWriter {
 public:
  // Keeps the document.
  explicit SelectorWriter(const Document& document);

  // Writes one SpecificResource. `span` counts in the document's text; `purpose` is a motivation, or "" for none (the
  // target of an annotation has none, a body may have one).
  void write(JsonWriter& json, Span span, std::string_view purpose = {}) const;

 private:
  void write_source(JsonWriter& json) const;

  const Document& document_;
  PointCounts counts_;
  std::string address_;  // IRI; "" where none is known
  std::string digest_name_;
};

// An address with what no IRI may hold written as %XX; "" where it has no scheme, and so names nothing by itself.
std::string iri_of(std::string_view address);

// "ni:///sha-256;UyaQV…": the name of bytes by their digest (RFC 6920).
std::string digest_uri(const Digest& digest);

// "urn:uuid:…": a name for some content by its digest (RFC 9562, version 8).
std::string content_urn(std::string_view content);

}  // namespace readout
