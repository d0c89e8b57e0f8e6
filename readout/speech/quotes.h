// Quotations: stretches between quotation marks, found on characters before any sentence is split.
//
//   “He said ‘no’ twice,” she wrote.
//   [0            outer         )          outer 0, parent -1
//            [1  )                         outer 1, parent 0
//
// All mark styles: straight and curly, single and double, guillemets, low marks, corner brackets, `` '' of old wires.
// The direction of a straight mark is told from its neighbours; a curly mark that stands the wrong way round is read as
// what it does, and flagged. A quotation that runs over paragraphs (each opens with a mark, only the last closes) is
// one Quotation a paragraph, linked by `continues`. An unclosed mark ends with its paragraph. Odd counts refuse
// nothing. Apostrophes, possessives, primes and inch marks open and close nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/base/span.h"

namespace readout {

struct Quotation {
  Span outer;                   // marks included
  Span inner;                   // between the marks
  std::int32_t parent = -1;     // the quotation it stands in
  std::int32_t continues = -1;  // the quotation of an earlier paragraph that this one goes on with
  std::uint32_t paragraph = 0;  // index into the paragraphs given
  bool single = false;          // single marks
  bool unclosed = false;        // no closing mark: ends with its paragraph
  bool odd = false;             // a mark of the wrong kind or direction opened or closed it
  Span odd_mark;                // that mark; empty where none is odd

  friend bool operator==(const Quotation&, const Quotation&) = default;
};

// Quotations in order of their opening mark, nested ones after the one they stand in.
std::vector<Quotation> scan_quotations(std::string_view text, std::span<const Span> paragraphs);

}  // namespace readout
