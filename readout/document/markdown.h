// Markdown: from the source of a text in Markdown (CommonMark, with GitHub's tables) to its words, with the map back.
//
//   source  > We *will* not sign [the paper](p.html "a title").       text  We will not sign the paper.
//
// Read by md4c, which hands out every stretch of text where it stands in the source. Marks, link targets and titles,
// pictures, comments, tags, scripts and styles are not its text; nor, where a source is compared, the marks of
// footnotes ("[^1]"). Front matter (YAML between "---", TOML between "+++") stays as a piece of code, and its title,
// date and author go to the metadata. Internal to the room.
#pragma once

#include <string_view>

#include "readout/document/draft.h"

namespace readout {

// By the file's name, or the media type.
bool is_markdown_name(std::string_view file_name, std::string_view declared_type);

// By its signs: headings, links, emphasis, block quotes.
bool shows_markdown(std::string_view text);

// `draft.text` holds the source on entry and its words on return.
void lay_out_markdown(Draft& draft);

}  // namespace readout
