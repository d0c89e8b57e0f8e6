// What stands between quotation marks, told by the scorer itself: gold and prediction are asked with the same ruler,
// which must not be the scanner that is being measured.
//
//   He said “we will wait” for now.     place_kind("we will wait for now") == mixed
//
// Marks pair inside one paragraph (a line): curly, straight and doubled single marks, guillemets; single marks only
// outside double ones and only where they open before a word and close after one. An unclosed mark holds to the end of
// its line.
#pragma once

#include <string_view>

#include "readout/score/spans.h"
#include "readout/speech/speech.h"

namespace readout {

// The stretches inside quotation marks, without the marks.
Spans quoted_spans(std::string_view text);

// direct: every letter and digit of `content` is quoted; mixed: some; indirect: none. Never transcript.
SpeechKind place_kind(std::string_view text, const Spans& quoted, const Spans& content);

}  // namespace readout
