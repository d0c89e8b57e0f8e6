// Line: the outward form of one piece of a text, by which blocks are told apart: how long, how capitalised, how ended.
//
//   "Bridge Toll Talks Resume in Marlow"   words 6, capitals 5, lower 1, ending none     -> the form of a headline
//   "He left."                             words 2, capitals 1, lower 1, ending stop     -> the form of a sentence
//
// Units: bytes for spans, words are stretches between white space. A piece of more than kLongBytes is not measured
// beyond its ending: it is prose whatever its capitals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/block.h"
#include "readout/document/layout.h"

namespace readout {

inline constexpr std::uint32_t kLongBytes = 400;

enum class Ending : std::uint8_t { none, stop, ask, exclaim, colon, comma, dash, ellipsis };

struct Line {
  Span span;
  std::uint32_t words = 0;       // white-separated, that hold a letter or digit
  std::uint32_t capitals = 0;    // of them, with an upper-case first letter (or a digit first)
  std::uint32_t lower = 0;       // with a lower-case first letter
  std::uint32_t lower_long = 0;  // with a lower-case first letter and 5 letters or more
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  bool is_long = false;
  bool all_capitals = false;  // four letters or more, none of them lower-case
  bool opens_quoted = false;  // first character is an opening or straight quotation mark
  bool ends_quoted = false;
  bool has_url = false;
  Ending ending = Ending::none;  // before closing marks and brackets
};

Line measure(std::string_view text, Span span);

// Mostly capitals where a sentence would have none: at least three words, every long word capital, few small ones.
bool is_title_case(const Line& line);

// No end of a sentence: nothing, or a question or exclamation mark on words in title case.
bool is_headline_form(const Line& line);

// ASCII case apart: `text` begins with `lower` (given in lower case) and no letter follows; `lower` stands as a word
// anywhere.
bool opens_with(std::string_view text, std::string_view lower);
bool closes_with(std::string_view text, std::string_view lower);
std::size_t find_words(std::string_view text, std::string_view lower, std::size_t from = 0);
inline bool holds(std::string_view text, std::string_view lower) {
  return find_words(text, lower) != std::string_view::npos;
}

// Offset after any white space, from `at`.
std::size_t skip_blank(std::string_view text, std::size_t at);

// A piece under judgement. `settled` once a rule has spoken; what no rule settles is body.
struct Stretch {
  Line line;
  PieceKind piece = PieceKind::paragraph;
  Region region = Region::main;
  std::uint8_t level = 0;
  bool tight = false;
  double link_share = 0;
  std::uint32_t paragraph = 0;
  BlockKind kind = BlockKind::body;
  std::string reason = "paragraph";
  bool settled = false;
  bool carries_on = false;  // the next line goes on in small letters: a line broken by its width
  bool turn = false;        // a turn of a transcript, under a speaker's label: never a heading

  void settle(BlockKind what, std::string why) {
    kind = what;
    reason = std::move(why);
    settled = true;
  }
};

using Stretches = std::vector<Stretch>;

}  // namespace readout
