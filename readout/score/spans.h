// Spans compared: what a scorer needs to know about two possibly discontinuous stretches of one text.
//
//   text:    He said “that we wait,” ...      gold {8, 24} is «“that we wait,”»
//   trimmed(text, {{8, 24}}) points at «we wait»
//
// Units: bytes. Every function gives sorted spans that neither touch nor overlap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

using Spans = std::vector<Span>;

// Sorted, empty ones dropped, overlapping and touching ones joined.
Spans joined(Spans spans);

// White space, punctuation and quotation marks taken off both ends of every span, then a leading "that" off the first;
// two spans with nothing but such characters between them become one; spans of nothing else are dropped.
Spans trimmed(std::string_view text, const Spans& spans);

std::uint32_t total_size(const Spans& joined_spans);
std::uint32_t common_size(const Spans& a, const Spans& b);

// Common bytes over bytes of either: 0 to 1.
double intersection_over_union(const Spans& a, const Spans& b);

// The words, pieces parted by " … ", line breaks as blanks: for lists that people read.
std::string words(std::string_view text, const Spans& spans);

}  // namespace readout
