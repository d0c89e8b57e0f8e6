// MarkedText: a text with the marks that say what must come out of it (tests/cases/README.md has the notation).
//
//   "{s1:Kovel} {q1:said} {c1:no}.\n---\n1 kind=indirect\n"
//   text   Kovel said no.
//   marks  s1 {0, 5}, q1 {6, 10}, c1 {11, 13}
//   facts  1: kind indirect
//
// Spans are bytes of `text`, which is what a reader of documents is given. Marks stand in the order in which they open.
// Error: bad_argument; `where` is the file's name and the line.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/base/span.h"
#include "readout/score/attribution.h"
#include "readout/speech/speech.h"

namespace readout {

struct GoldMark {
  char letter = 'c';         // c s q i h b x t d
  std::vector<int> numbers;  // of the speeches it belongs to; none for b x t d
  std::string value;         // after '='
  Span span;
};

struct SpeechFacts {
  std::optional<SpeechKind> kind;
  Polarity polarity = Polarity::said;
  int parent = 0;  // 0: none
  std::optional<std::string> speaker;
  bool no_source = false;
  std::optional<std::vector<ChannelKind>> channels;
  std::vector<std::string> flags;
};

struct MarkedText {
  std::string title;                            // of a case; the file's name for a piece
  std::string where;                            // "file:line" of its beginning
  std::map<std::string, std::string> settings;  // of the '@' lines: origin, outlet, goal, others
  std::string text;
  std::vector<GoldMark> marks;
  std::map<int, SpeechFacts> facts;             // every number that has a content or a line of facts
  std::map<std::string, std::string> document;  // of the line "document"
};

// A file of cases, each under "=== title".
Result<std::vector<MarkedText>> parse_cases(std::string_view file, const std::string& name);
// A file that is one piece.
Result<MarkedText> parse_piece(std::string_view file, const std::string& name);

// The marks of one letter that belong to a speech, joined.
Spans marked_spans(const MarkedText& text, char letter, int number);
// Speech `number` as gold; its cue tells whether it is speech.
Attribution marked_attribution(const MarkedText& text, int number);

// What contradicts itself in the marks: a line of facts without a content, a content without a line (where `complete`),
// a parent that does not hold its child, a kind that its place in the text contradicts. Empty where all is well.
std::vector<std::string> proofread(const MarkedText& text, bool complete);

}  // namespace readout
