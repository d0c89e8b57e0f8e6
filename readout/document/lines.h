// Lines of a plain text and what their form says of them. Internal to the room: plain.cpp composes the files
// lines_*.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/document/draft.h"
#include "readout/document/layout.h"

namespace readout {

struct PlainLine {
  Span span;                 // without white space at its ends
  std::uint32_t indent = 0;  // bytes of white space before it
  bool blank = false;
  bool page_break = false;  // a form feed stands in it
  bool joins_next = false;  // wrapped: the next line goes on with its words
  std::uint8_t level = 0;   // of a heading, a list item or a quotation mark of mail
  PieceKind kind = PieceKind::paragraph;
  Region region = Region::main;
};

std::vector<PlainLine> split_lines(std::string_view text);

// Headers of mail at the top and under "Forwarded message" lines get Region::mail_header; subject and date of the
// topmost go into the metadata. Lines that only a mail's transport needs (boundaries, base64) are told apart too. True
// where there was any.
bool mark_mail(std::string_view text, std::vector<PlainLine>& lines, Metadata& metadata);

// Text that was cut into lines of equal width (PDF, mail): marks the lines that go on in the next one, running heads
// and page numbers. False where the text is not so.
//
// A line is wrapped where the first word of the next would not have fitted into it.
bool mark_wrapped(std::string_view text, std::vector<PlainLine>& lines);

// Quotation signs of mail ("> ") and Markdown's marks: out of the text, into level and kind. The map still leads from
// every word to its bytes. False where there was nothing to do.
bool strip_marks(Draft& draft, std::vector<PlainLine>& lines);

// Bytes of mail in quoted-printable ("=E2=80=99", "=" at line ends) as they were before; count 0 where they are not.
struct Unquoted {
  std::string bytes;
  OffsetMap map;
  std::size_t count = 0;
};
Unquoted undo_quoted_printable(std::string_view bytes);

}  // namespace readout
