// Packed: small lists of spans, doubts, moments, ... as JSON arrays in one column, so that SQL (json_each) and people
// can read them. docs/formats/record.md names the shape of each.
//
//   pack({Span{268, 413}, Span{430, 500}})   == "[[268,413],[430,500]]"
//   pack(Doubt{DoubtKind::odd_mark, {7, 8}}) == ["odd-mark",[7,8],""]
//
// What is empty or as by default packs to "", which is stored as NULL. Unpacking anything but what was packed sets
// `bad`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/record/rows.h"
#include "readout/record/sqlite/last_of.h"
#include "readout/speech/speech.h"

namespace readout {

std::string pack(Span span);
std::string pack(const std::vector<Span>& spans);
std::string pack(const std::vector<std::string>& words);
std::string pack(const std::vector<std::int32_t>& numbers);
std::string pack(const Moment& moment);
std::string pack(const Dates& dates);
std::string pack(const Basis& basis);
std::string pack(const std::vector<Doubt>& doubts);
std::string pack(const std::vector<Channel>& channels);
std::string pack(const std::vector<Insertion>& insertions);
std::string pack(const std::vector<TimeMention>& times);
std::string pack(const std::vector<Link>& links);
std::string pack(const std::vector<ForeignSpan>& spans);
std::string pack(const std::vector<StoredLink>& links);
std::string pack(const StoredDiscrepancy& one);  // places, changes, relation, marks, basis
std::string pack_map(const OffsetMap& map);      // bytes, not JSON; "" for the identity

// Each reads one column; `bad` is set, never cleared.
void unpack(std::string_view packed, Span& span, bool& bad);
void unpack(std::string_view packed, std::vector<Span>& spans, bool& bad);
void unpack(std::string_view packed, std::vector<std::string>& words, bool& bad);
void unpack(std::string_view packed, std::vector<std::int32_t>& numbers, bool& bad);
void unpack(std::string_view packed, Moment& moment, bool& bad);
void unpack(std::string_view packed, Dates& dates, bool& bad);
void unpack(std::string_view packed, Basis& basis, bool& bad);
void unpack(std::string_view packed, std::vector<Doubt>& doubts, bool& bad);
void unpack(std::string_view packed, std::vector<Channel>& channels, bool& bad);
void unpack(std::string_view packed, std::vector<Insertion>& insertions, bool& bad);
void unpack(std::string_view packed, std::vector<TimeMention>& times, bool& bad);
void unpack(std::string_view packed, std::vector<Link>& links, bool& bad);
void unpack(std::string_view packed, std::vector<ForeignSpan>& spans, bool& bad);
void unpack(std::string_view packed, std::vector<StoredLink>& links, bool& bad);
void unpack(std::string_view packed, StoredDiscrepancy& one, bool& bad);
OffsetMap unpack_map(std::string_view packed, std::uint32_t text_size, bool& bad);

// The inverse of to_string.
template <class Enum>
void unpack_enum(std::string_view text, Enum& value, bool& bad) {
  for (int i = 0; i <= static_cast<int>(last_of(Enum{})); ++i)
    if (to_string(static_cast<Enum>(i)) == text) {
      value = static_cast<Enum>(i);
      return;
    }
  bad = true;
}

}  // namespace readout
