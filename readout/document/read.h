// read: what was received -> Documents. One file is one Document, or many (JSON Lines). Never fails: what cannot be
// read is a Document with a refusal.
//
//   for (Document& document : read(Source{"pile/001.txt", bytes, "", ""})) ...
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/document/document.h"

namespace readout {

struct Source {
  std::string origin;  // a path, or "-" for standard input
  std::string bytes;
  std::string declared_type;  // a media type with charset, where known ("text/html; charset=koi8-r")
  std::string outlet;         // where the caller knows it
};

struct ReadLimits {
  std::uint64_t max_document_bytes = 16u << 20;  // a document past it is too-large
  std::uint32_t max_nesting = 1000;              // of HTML elements
  // What decodes is read, be it short, a table, a notice or without a body: for a text whose words are compared, not
  // reported. Empty texts, binaries and packed formats are still refused.
  bool any_text = false;
  // Markdown's marks of footnotes ("[^1]") stay in the text, where a draft says its sources; a source is compared
  // without.
  bool footnote_marks = true;
};

// Documents in the order of the file, with blocks, dates and language. `name` is left empty (the record gives names;
// see short_name).
std::vector<Document> read(const Source& source, const ReadLimits& limits = {});

// A file of many records need not be held as Documents all at once: where is_json_lines(source), read(source) is the
// same as read_record over split_records(source.bytes), in order, numbered from 1.
//
// Each record is a line; empty lines are counted and left out. The Blob of a record's Document is the line without its
// line break; its origin is "file:LINE". A broken line is a Document refused as bad-record.
struct RecordLine {
  std::string_view bytes;
  std::uint32_t number = 0;
};
bool is_json_lines(const Source& source);
std::vector<RecordLine> split_records(std::string_view bytes);
Document read_record(const RecordLine& line, std::string_view origin, std::string_view outlet,
                     const ReadLimits& limits = {});

// The name a document asks for: the file's stem up to the first '_' or '.', where that is short; "004_47.txt" -> "004".
std::string short_name(std::string_view origin);

}  // namespace readout
