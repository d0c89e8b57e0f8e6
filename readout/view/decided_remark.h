// DecidedRemark: what somebody decided about a thing, in fixed words, as views show it beside the thing.
//
//   {"not the same as", "107:80-121", "Ada Marlow: two calls, on two days", "j-5b0c21f3a97e4d18"}
#pragma once

#include <string>
#include <vector>

#include "readout/decision/rulings.h"

namespace readout {

struct DecidedRemark {
  std::string label;     // "not the same as", "the same as", "accepted", "rejected", "note"
  std::string id;        // of the other statement; "" where there is none
  std::string credit;    // "Ada Marlow: two calls, on two days"
  std::string decision;  // its id
};

// Accepted or rejected, then the notes.
std::vector<DecidedRemark> remarks_of(const Standing& standing);

// "not the same as 107:80-121 · Ada Marlow: two calls, on two days (j-5b0c21f3a97e4d18)", safe to show.
std::string remark_label(const DecidedRemark& remark);

}  // namespace readout
