// Exports of an apparatus in CollateX's formats. One string each, ending in a line's end; same apparatus, same bytes.
//
//   json     {"witnesses":["A","B"],"table":[[["The "],["The "]],[["old "],[]]]}     a row a segment, a cell a witness
//   csv      a line of ids, then a line a segment (RFC 4180)
//   graphml  nodes {number, tokens, rank}, edges {number, type: path | transposition, witnesses}
//   dot      the same graph for Graphviz
//   tei      parallel segmentation inside cx:apparatus; an absent witness has an empty rdg; texts that are compared as
//            one but written otherwise stand in one rdgGrp. `base`: its reading is the lem, and comes first
//
// Node 0 is the start and the last node the end; ranks count segments from 1.
#pragma once

#include <optional>
#include <string>

#include "readout/collation/collatex.h"

namespace readout {

std::string to_collatex_json(const Apparatus& apparatus);
std::string to_csv(const Apparatus& apparatus);
std::string to_graphml(const Apparatus& apparatus);
std::string to_dot(const Apparatus& apparatus);
// `base`: index of a witness.
std::string to_tei(const Apparatus& apparatus, std::optional<std::uint32_t> base = {});

}  // namespace readout
