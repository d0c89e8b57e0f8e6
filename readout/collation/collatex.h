// CollateX: the JSON that CollateX reads (collatex.net), and the apparatus that its writers (exports.h) need.
//
//   {"witnesses": [{"id": "A", "content": "The old pier."},
//                  {"id": "B", "tokens": [{"t": "The ", "n": "the"}, {"t": "pier", "page": 3}]}],
//    "joined": true, "transpositions": true}
//
//   Result<CollatexInput> input = read_collatex(json, "in.json");
//   const Apparatus apparatus = make_apparatus(std::move(*input));
//
// `content` is cut as CollateX cuts it: words and runs of . ? ! , ; : each with the white space after it, so that the
// tokens give the content back. A token's `n` is what is compared; without one, `t` in lower case and trimmed. Any
// other key is kept as it stands. `algorithm` and `tokenComparator` are accepted and change nothing: there is one
// algorithm. Witnesses are sorted by id, as CollateX does. An empty witness is a witness.
//
// Errors (bad_argument, with the place): no JSON, no list of witnesses, a witness without an id or with one that is
// taken, neither content nor tokens, a token without `t`, more than can be collated at once: witnesses squared times
// tokens in all above 1e11 (460 witnesses of 1,000 words, 700 of 290). Kin texts of that size take some ten seconds and
// 200 MB; texts that have nothing in common take far longer at any size.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/base/result.h"
#include "readout/collation/collation.h"
#include "readout/collation/segments.h"

namespace readout {

struct CollatexToken {
  std::string t;
  std::string n;
  std::string json;  // the token as it is written: an object as it came in, or the text as a JSON string

  friend bool operator==(const CollatexToken&, const CollatexToken&) = default;
};

struct CollatexWitness {
  std::string id;
  std::vector<CollatexToken> tokens;

  friend bool operator==(const CollatexWitness&, const CollatexWitness&) = default;
};

struct CollatexInput {
  std::vector<CollatexWitness> witnesses;
  bool joined = true;
  bool transpositions = true;

  friend bool operator==(const CollatexInput&, const CollatexInput&) = default;
};

Result<CollatexInput> read_collatex(std::string_view json, std::string where = {});

// A reading that stands elsewhere in other witnesses: indices of segments, and of their readings.
struct Transposition {
  std::size_t segment_a = 0, reading_a = 0;
  std::size_t segment_b = 0, reading_b = 0;

  friend bool operator==(const Transposition&, const Transposition&) = default;
};

struct Apparatus {
  CollatexInput input;
  Collation table;
  std::vector<Segment> segments;
  std::vector<Transposition> transpositions;

  // The tokens of a witness in a segment, joined.
  std::string text_of(const Segment& segment, std::uint32_t witness) const;
};

Apparatus make_apparatus(CollatexInput input);

}  // namespace readout
