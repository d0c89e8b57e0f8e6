// The rules of the room, one file each; discrepancy.cpp asks them all.
#pragma once

#include <span>
#include <vector>

#include "readout/discrepancy/discrepancy.h"

namespace readout {

// The words of counterparts (passages.cpp). `self`: a and b are one document.
void compare_words(const Edition& a, const Edition& b, bool self, std::span<const Counterpart> counterparts,
                   std::vector<Discrepancy>& out);

// Sentences of a quotation that do not follow each other in the words as said (seams.cpp).
void compare_seams(const Edition& a, const Edition& b, bool self, std::span<const Counterpart> counterparts,
                   std::vector<Discrepancy>& out);

// Who is named as the speaker, through which channel, on which date (sources.cpp).
void compare_sources(const Edition& a, const Edition& b, std::span<const Counterpart> counterparts,
                     std::span<const VersionLink> links, std::vector<Discrepancy>& out);

// What a report says that somebody did with words, against his own (refusals.cpp).
void compare_acts(const Edition& a, const Edition& b, bool self, std::vector<Discrepancy>& out);

// What one document shows by itself: names, brackets, claims, questions (alone.cpp); its headings (headings.cpp).
void read_alone(const Edition& one, std::vector<Discrepancy>& out);
void read_headings(const Edition& one, std::vector<Discrepancy>& out);

// Who may be meant by words: the persons of every speech that holds at least half of the span, and of those in which
// it is reported. Sorted keys.
std::vector<std::string> voices_at(const Edition& edition, Span span);

// Speech in its own words: in marks, or a turn.
inline bool gives_words(SpeechKind kind) {
  return kind == SpeechKind::direct || kind == SpeechKind::transcript;
}

}  // namespace readout
