// Page: the parsed tree of an HTML source as the files html_*.cpp see it. Internal to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/document/layout.h"

namespace readout {

// What the page's head and its JSON-LD say, and the article's body where JSON-LD carries it.
struct PageFacts {
  Metadata metadata;
  std::size_t body_begin = 0;  // of the JSON string of "articleBody" in the source, between its quotation marks
  std::size_t body_end = 0;
  bool paid = false;  // isAccessibleForFree is false
  std::size_t script_bytes = 0;
};

// Reads one block of JSON-LD that stands at `offset` of the source. Later blocks fill only what is still empty.
void read_json_ld(std::string_view json, std::size_t offset, PageFacts& facts);

// What the class, id, role and itemprop of an element say of its region; Region::main where nothing.
Region region_of_words(std::string_view words);

}  // namespace readout
