// Passages side by side: a table with a row a witness, and two passages as one text with what was dropped and added.
//
//   104:22-45   The talks  will   begin on  Monday  .      [-The-] {+Our+} talks {+will+} ...
//   105:10-40   The talks  would  begin -   Monday  .
//                          ^^^^^        ^^                 modal      “will” → “would”   104:32-36 → 105:20-25
//
// `-`: the witness has nothing there. `^`: the witnesses do not agree there. The ids at the left are of the words on
// the line, in bytes of the file as delivered, where the passage's text is known; else of the whole passage. With a
// base text, its row comes first, and "·" stands for what is as in the base. Words are the passages' own; labels are
// fixed words. Nothing is shown by colour alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/json.h"
#include "readout/collation/change.h"
#include "readout/text/text.h"
#include "readout/view/look.h"

namespace readout {

// Where words of a passage stand in its document's text.
struct CollatedPiece {
  std::uint32_t at = 0;  // in `words`
  Span text;
};

struct CollatedPassage {
  std::string id;
  std::string words;      // the passage's text
  bool reported = false;  // indirect speech
  // With these its words have places of their own.
  std::string document = {};
  std::shared_ptr<const Text> source = {};
  std::vector<CollatedPiece> pieces = {};  // ascending, without overlap
};

// The passage made of these spans of a text, joined by blanks.
CollatedPassage make_passage(std::string document, std::shared_ptr<const Text> source, std::span<const Span> spans,
                             bool reported);

// The span id of words of the passage, in delivered bytes; "" where the passage has no text.
std::string id_within(const CollatedPassage& passage, Span words);

// `base`: an index; its row is the first.
std::string collation_table(std::span<const CollatedPassage> passages, const Look& look,
                            std::optional<std::size_t> base = std::nullopt);

// b against a: the words in one flow, then the relation and every change with its name.
std::string two_way_page(const CollatedPassage& a, const CollatedPassage& b, const Look& look);

// The flow alone, wrapped: "We will [-not-] sign the {+old+} paper."
std::string two_way_flow(const CollatedPassage& a, const CollatedPassage& b, const Look& look);

// "  modal   “will” → “would”   104:32-36 → 105:20-25" for every change.
std::string change_list(const CollatedPassage& a, const CollatedPassage& b, std::span<const Change> changes,
                        const Look& look);

void write_collation(JsonWriter& json, std::span<const CollatedPassage> passages,
                     std::optional<std::size_t> base = std::nullopt);
void write_two_way(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b);
void write_changes(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b,
                   std::span<const Change> changes);

}  // namespace readout
