// Block: a stretch of a document told apart, with the reason. Nothing is deleted: what is not body stays, is shown, and
// is left out of speech.
//
//   " date 2025-08-01 MARLOW, August 1. /NAA/. The talks were useful, the minister said."
//    [crawl_header ][dateline                ][body                                      ]
//
// Invariants: blocks are sorted, do not overlap, and only white space lies between them. Blocks with the same
// `paragraph` number stand in one paragraph of the text (a note in brackets in the middle of it, a dateline before it).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "readout/base/span.h"

namespace readout {

enum class BlockKind : std::uint8_t {
  body,
  title,
  subhead,
  standfirst,  // a summary above the body that repeats it
  byline,
  dateline,
  crawl_header,  // a wrapper's line glued to the text ("date 2025-07-10")
  caption,
  credit,       // of a photograph
  source_line,  // "Source: https://..."
  navigation,
  sidebar,  // a run of other articles' headlines
  comment_form,
  comment,      // a reader's comment
  editor_note,  // "[My Emphasis]", "(Writing by ...)"
  correction,   // "An earlier version of this article said ..."
  pull_quote,
  poll,
  advertising,
  flash,         // a line in capitals sent ahead of the story
  running_head,  // of a printed page; page numbers too
  mail_header,
  boilerplate,  // copyright, newsletter, cookie and paywall notices
  table,
  code,  // markup or script that leaked into the text
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::body;
  std::uint32_t paragraph = 0;
  std::string reason;  // a stable short code: "photo-credit", "run-of-headlines:17", "glued-date"

  friend bool operator==(const Block&, const Block&) = default;
};

std::string_view to_string(BlockKind kind);
std::optional<BlockKind> parse_block_kind(std::string_view text);

}  // namespace readout
