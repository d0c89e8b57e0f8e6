// What cmake/embed.cmake writes: the files under data/ as arrays. Read them through lexicon.h.
#pragma once

#include <cstddef>

namespace readout {

struct EmbeddedFile {
  const char* name;
  const unsigned char* bytes;
  std::size_t size;
};

// Sorted by name; the last has a null name.
extern const EmbeddedFile kEmbeddedFiles[];

}  // namespace readout
