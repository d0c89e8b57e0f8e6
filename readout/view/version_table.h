// VersionTable: the versions of one statement in columns, every cell with its place in its document.
//
//   const VersionTable table(std::move(witnesses), base);
//   table.words(segment, w)            // what witness w says there, as it stands
//   table.cell(segment, w)             // where: a span of its `words`; table.delivered(w, span) in bytes of its file
//   table.pair(w).changes              // what w changed of the base (collation/change.h)
//   table.change_name(segment, w)      // "negation": the weightiest change there; "" where it reads as the base does
//
// A speech of several spans is one passage: its pieces joined by one blank each, which belong to no document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readout/align/units.h"
#include "readout/collation/change.h"
#include "readout/collation/collatex.h"
#include "readout/collation/collation.h"
#include "readout/collation/segments.h"
#include "readout/record/account.h"

namespace readout {

// One version: a speech of an account, or passages of it, under its span id.
struct VersionWitness {
  std::string id;
  Account account;
  std::size_t speech = 0;
  std::vector<Span> content;  // of the document's text, sorted: the speech's content, or a part of it
};

class VersionTable {
 public:
  // `base`: index of the witness that the others are compared with.
  VersionTable(std::vector<VersionWitness> witnesses, std::size_t base);

  const std::vector<VersionWitness>& witnesses() const { return witnesses_; }
  std::size_t base() const { return base_; }
  const std::vector<Segment>& segments() const { return segments_; }

  // The whole passage of a witness, and where a span of it stands: in the text of its document, piece by piece, and in
  // bytes of its file, from the first to the last. An empty span has an empty place.
  std::string_view passage(std::size_t witness) const { return passages_[witness].words; }
  std::vector<Span> places(std::size_t witness, Span span) const;
  Span delivered(std::size_t witness, Span span) const;

  Span cell(const Segment& segment, std::size_t witness) const;  // empty where it says nothing there
  std::string_view words(const Segment& segment, std::size_t witness) const;
  // Whether a blank stands before the segment: in the base, else in the first witness that has it.
  bool space_before(const Segment& segment) const;

  const PassagePair& pair(std::size_t witness) const { return pairs_[witness]; }
  std::string_view change_name(const Segment& segment, std::size_t witness) const;

  // The same passages as CollateX's writers (collation/exports.h) take them, ids as sigla.
  Apparatus apparatus() const;

 private:
  struct Piece {
    std::uint32_t at = 0;  // where it begins in `words`
    Span span;             // of the document's text
  };
  struct Passage {
    std::string words;
    std::vector<Piece> pieces;
    std::vector<Unit> units;
  };

  std::vector<VersionWitness> witnesses_;
  std::size_t base_ = 0;
  std::vector<Passage> passages_;
  Collation table_;
  std::vector<Segment> segments_;
  std::vector<PassagePair> pairs_;
};

}  // namespace readout
