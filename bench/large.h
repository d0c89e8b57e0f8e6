// A large record to look at and to measure pages on: documents as `share.h` makes them, dressed as a real pile is.
//
//   Pile pile = large_pile(1, 100000);
//   add_pile(record.get(), pile, settings, seen);       // no file is written
//
// About 1.1 KB a document. Of a hundred, 82 are plain text with a date above, 8 JSON Lines with outlet, address, title
// and date, 5 HTML pages, 5 in another language (Russian, German, Chinese, Arabic), which are kept and not searched for
// speech. About 140 documents a day from 1 January 2024 on; twelve outlets. Every third has a remark by one of forty
// well-known persons, the best known of whom has thousands; one in eight has a number changed and one in sixteen a
// "not" put in, so that copies of one story disagree. The same seed and index give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "readout/engine/pile.h"

namespace readout::bench {

inline constexpr std::size_t kLargeBytes = 800;  // of a story, before what copies and quotes add

// The file's name ("000042.txt") and its bytes.
std::string large_name(std::uint64_t seed, std::uint64_t index);
std::string large_document(std::uint64_t seed, std::uint64_t index);

Pile large_pile(std::uint64_t seed, std::size_t count);

}  // namespace readout::bench
