// Blob, OffsetMap, Text: bytes as received, and the UTF-8 text made from them.
//
//   blob (windows-1251)  D1 EA E0 E7 E0 EB        6 bytes
//   text (UTF-8)         D0 A1 D0 BA D0 B0 ...   12 bytes      "Сказал"
//   text.to_blob(Span{0, 4}) == Span{0, 2}
//
// A Text is immutable. Every span of it maps back to the smallest span of the Blob that holds those words, so that a
// claim can be checked against the file as it was delivered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/digest.h"
#include "readout/base/span.h"

namespace readout {

struct Blob {
  std::string bytes;
  Digest id;
};

Blob make_blob(std::string bytes);

// OffsetMap: text offsets to blob offsets, as runs in ascending order of both.
// In a `linear` run text and blob advance together: byte by byte, or, where one encoding was converted to another, in
// steps (a Russian word of windows-1251 takes two bytes of the text for one of the blob). In any other the whole run of
// the text stands for the whole run of the blob (an entity, an escape). Text made of nothing (a line break between two
// HTML blocks) is a run with an empty blob side.
class OffsetMap {
 public:
  struct Run {
    std::uint32_t text = 0;  // where the run begins in the text
    std::uint32_t blob = 0;  // where it begins in the blob
    std::uint32_t blob_size = 0;
    bool linear = true;
    std::uint8_t text_step = 1;  // of a linear run: bytes of the text for each blob_step bytes of the blob
    std::uint8_t blob_step = 1;

    friend bool operator==(const Run&, const Run&) = default;
  };

  OffsetMap() = default;
  static OffsetMap identity(std::uint32_t size);

  // Appends a run at the end of the text so far. Neighbouring linear runs are merged.
  void append(std::uint32_t text_size, std::uint32_t blob, std::uint32_t blob_size, bool linear);

  // Appends one converted character, or one of the same sizes many times: `count` times `text_step` bytes of text that
  // stand for as many times `blob_step` bytes of the blob. Neighbours of the same steps are merged.
  void append_steps(std::uint32_t count, std::uint8_t text_step, std::uint32_t blob, std::uint8_t blob_step);

  // text -> blob, then blob -> outer blob: the map of a text whose blob is itself a text.
  OffsetMap compose(const OffsetMap& outer) const;

  Span to_blob(Span text) const;
  Span to_text(Span blob) const;  // the smallest text span that covers it
  std::uint32_t text_size() const { return text_size_; }
  const std::vector<Run>& runs() const { return runs_; }
  bool is_identity() const;

  friend bool operator==(const OffsetMap&, const OffsetMap&) = default;

 private:
  void append_through(const Run& run, const OffsetMap& outer);

  std::vector<Run> runs_;
  std::uint32_t text_size_ = 0;
};

class Text {
 public:
  Text() = default;
  // `utf8` must be valid UTF-8 and as long as the map's text side.
  Text(std::string utf8, OffsetMap map);
  static Text plain(std::string utf8);  // a text that is its own blob

  std::string_view view() const { return utf8_; }
  std::string_view operator[](Span span) const { return slice(utf8_, span); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8_.size()); }
  const OffsetMap& map() const { return map_; }
  Span to_blob(Span span) const { return map_.to_blob(span); }

 private:
  std::string utf8_;
  OffsetMap map_;
};

}  // namespace readout
