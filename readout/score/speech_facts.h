// SpeechComparison: one speech of ours beside one of a marked text, fact by fact; what a case asserts and the corpus
// counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "readout/record/account.h"
#include "readout/score/marked_text.h"
#include "readout/score/speaker_match.h"

namespace readout {

// The contents of an account's speeches in bytes of the file as delivered.
std::vector<Spans> contents_in_blob(const Account& account);
Spans blob_spans(const Account& account, const std::vector<Span>& spans);

// For each number of text.facts, in order, the speech with the same trimmed content (`exact`), or with an intersection
// over union of at least 0.5; -1 where there is none. One to one.
std::vector<std::int32_t> pair_speeches(const MarkedText& text, const std::vector<Spans>& contents, bool exact);

struct SpeechComparison {
  bool kind = true;  // true as well where the text does not say
  bool polarity = true;
  bool parent = true;                     // the parent of ours is paired with the parent of the text, or both have none
  bool channels = true;                   // those of the text are there, in order
  std::optional<SpeakerVerdict> speaker;  // empty where the text does not say
};

SpeechComparison compare_speech(const MarkedText& text, int number, const Account& account, std::size_t speech,
                                const std::vector<std::int32_t>& pairs);

}  // namespace readout
