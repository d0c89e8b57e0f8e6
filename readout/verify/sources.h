// Sources: the texts that quotations are checked against, folded and indexed once, however many quotations are asked.
//
//   const std::vector<SourceText> texts = {{minutes.text, minutes.blocks}, {wire.text, wire.blocks}};
//   const Sources sources(texts);
//   for (const std::string& quote : quotes) verify(quote, sources);      // among all of them
//   verify(quotes[0], sources, std::vector<std::size_t>{1});             // in the wire alone
//
// Every different word gets a number, and one suffix array over all the numbers answers where a run of words stands.
// Besides the words as they follow each other it holds strands: the few words around a word that a line's end breaks,
// with the word joined, and those on both sides of a running head or a caption, as if it were not there.
//
// Keeps views of the texts and their blocks, which must stay where they are. Not changed by asking: any number of
// threads may ask at once. Memory: 24 bytes a word and 32 a different word, about 4.5 KB for each KB of English text;
// while it is made 8 bytes a word more. Made in linear time. At most 2^32 words in all; texts past them are as good as
// empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "readout/align/keys.h"
#include "readout/verify/suffixes.h"
#include "readout/verify/verify.h"
#include "readout/verify/words.h"

namespace readout {

class Sources {
 public:
  explicit Sources(std::span<const SourceText> texts);

  std::size_t size() const { return texts_.size(); }
  const SourceText& text(std::size_t i) const { return texts_[i]; }
  const FoldedText& folded(std::size_t i) const { return folded_[i]; }
  bool holds_words() const { return most_words_ > 0; }
  bool holds_words(std::size_t i) const { return i < size() && !folded_[i].words.empty(); }

  // 0 for a word that stands nowhere.
  std::uint32_t number_of(std::uint64_t key) const;
  const WordSuffixes& suffixes() const { return suffixes_; }

  // Where a place of the suffixes is. In a strand `word` is near to it, not the word itself.
  struct Spot {
    std::uint32_t text = 0;
    std::uint32_t word = 0;
    bool strand = false;
  };
  Spot spot(std::uint32_t place) const;

  // The places of a text's own words: its first, and one past its last.
  std::uint32_t begin_of(std::size_t text) const { return begins_[text]; }
  std::uint32_t end_of(std::size_t text) const {
    return begins_[text] + static_cast<std::uint32_t>(folded_[text].words.size());
  }

  std::size_t memory_bytes() const;

 private:
  struct Strand {
    std::uint32_t begin = 0;
    std::uint32_t text = 0;
    std::uint32_t word = 0;
  };

  std::uint32_t number(std::uint64_t key);
  void add_strands(std::uint32_t text, std::vector<std::uint32_t>& stream);
  void add_broken_strand(std::uint32_t text, const BrokenWord& broken, std::vector<std::uint32_t>& stream);
  void add_page_strands(std::uint32_t text, std::vector<std::uint32_t>& stream);

  std::vector<SourceText> texts_;
  std::vector<FoldedText> folded_;
  std::vector<std::uint32_t> begins_;  // of each text in the suffixes' words
  std::vector<Strand> strands_;        // behind all texts
  KeyTable numbers_;
  std::uint32_t count_ = 0;  // of different words
  std::size_t most_words_ = 0;
  WordSuffixes suffixes_;
};

// As the verify of verify.h, among all sources, or those of `among` (indices, ascending). Places name texts by their
// index in `sources`.
Verification verify(std::string_view quote, const Sources& sources, std::span<const std::size_t> among = {});

}  // namespace readout
