// Notices: lines that outlets print around an article, known by their set openings and endings (data/en/notices.tsv),
// and stretches known by their marks: source lines, handles, bracketed notes, page numbers, code, rows of tables.
//
//   "Leave a Reply"                              comment_form  comment-form
//   "Photo: Ana Vale / NAA"                      credit        photo-credit
//   "The pier at Marlow. Source: https://..."    caption       caption-with-source
//   "[Emphasis added]"                           editor_note   bracketed-note
//
// Neither knows its neighbours, so both speak only where the form alone is proof; a line that opens in quotation marks
// is somebody's words and is never a notice.
#pragma once

#include <optional>
#include <string_view>

#include "readout/document/line.h"

namespace readout {

struct Notice {
  BlockKind kind = BlockKind::body;
  std::string_view reason;
};

// By set phrases.
std::optional<Notice> judge_phrases(std::string_view text, const Line& line);

// By marks.
std::optional<Notice> judge_marks(std::string_view text, const Line& line);

// A bracketed note on emphasis, translation or editing: true for the words between the brackets.
bool is_note(std::string_view inside);

// A credit in brackets at the end of a line: where "(AP Photo/Ana Vale)", "[Ana Vale/Reuters]" or "| NAA" begins; npos
// if none.
std::size_t find_credit(std::string_view words);

// How the words of menus fare: `sections` of `words` are names of sections or regions.
struct MenuCount {
  std::uint32_t words = 0;
  std::uint32_t sections = 0;
  std::uint32_t regions = 0;
  std::size_t end =
      0;  // offset after the last section or region of an unbroken run of capitalised words from the start
};
MenuCount count_menu(std::string_view words);

}  // namespace readout
