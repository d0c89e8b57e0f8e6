// Frames: stretches of a source that its layout gives to one speaker, where no verb says so.
//
//   JUDGE STERN (dissenting):                 a heading that ends with a colon: all up to the next one
//   [7] I cannot agree.
//
//   Question (Ida Roth, Evening Post): Why?   a label; where only questions have one, the answer is its own stretch
//
//   Do you regret it?                         an interview without labels: a question alone, then the answer
//   Not once.
//
//   JUSTICE STERN, dissenting.                an opinion: all up to the next one; "On 4 May Ida Roth wrote:" the same
//   Ida Roth, chair                           alone on its line: who speaks in what stands before, up to the next name
//   Signed: P. Stern                          who speaks in all that stands before
//
// A frame never reaches past the next one. Names are words of the text.
#pragma once

#include <string>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"

namespace readout {

enum class FrameKind : std::uint8_t {
  turn,
  answer,     // of somebody who is named elsewhere: `name` is the guest's where one is found
  narration,  // nobody's: a note after a turn
  section,    // signed by somebody of its own, so that nobody signs the whole
};

struct TurnFrame {
  Span span;
  FrameKind kind = FrameKind::turn;
  std::string name;   // of the label, or of the interview's guest; empty where nobody can tell
  std::string also;   // "the Court", for which a judge speaks
  bool asks = false;  // the one who asks

  friend bool operator==(const TurnFrame&, const TurnFrame&) = default;
};

struct Authors {
  std::vector<std::string> writers;  // bylines: they narrate
  std::vector<std::string> signers;  // those who sign: the text is their speech

  friend bool operator==(const Authors&, const Authors&) = default;
};

struct LayoutUnit;

// Sorted; they do not overlap.
std::vector<TurnFrame> find_frames(const std::vector<LayoutUnit>& units);

Authors find_authors(const Document& document, const std::vector<LayoutUnit>& units);

}  // namespace readout
