// Passages side by side: a table with a row a witness, and two passages as one text with what was dropped and added.
//
//   104:22-66   The talks  will   begin on  Monday  .      [-The-] {+Our+} talks {+will+} ...
//   105:10-51   The talks  would  begin -   Monday  .
//                          ^^^^^        ^^                 modal      “will” → “would”
//
// `-`: the witness has nothing there. `^`: the witnesses do not agree there. Words are the passages' own; labels are
// fixed words. Nothing is shown by colour alone.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "readout/base/json.h"
#include "readout/view/look.h"

namespace readout {

struct CollatedPassage {
  std::string id;
  std::string words;      // the passage's text
  bool reported = false;  // indirect speech
};

std::string collation_table(std::span<const CollatedPassage> passages, const Look& look);

// b against a: the words in one flow, then the relation and every change with its name.
std::string two_way_page(const CollatedPassage& a, const CollatedPassage& b, const Look& look);

void write_collation(JsonWriter& json, std::span<const CollatedPassage> passages);
void write_two_way(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b);

}  // namespace readout
