// RetoldIndex: which passage says what a quotation says, in other words. For quotations of which no words in a row
// stand anywhere: a paraphrase, another translation.
//
//   source   Two workers were burned, and one of them is still in hospital.
//   quote    Two of the workers suffered burns; one has not left hospital yet.
//   find     that sentence, 0.61: two, workers, burn(ed), one, hospital stand there
//
//   const RetoldIndex index(texts);
//   index.find(quote).front().span
//
// Method: the sentences that share telling words and pairs with the quotation (statement/passages.h), the best of them
// compared word by word (statement/resemblance.h). A score says how much of the quotation was met, never what to think
// of it.
//
// Keeps views of the texts. Making it reads every word of them, about a millisecond for 5 KB; asking costs some hundred
// comparisons of sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "readout/statement/passages.h"
#include "readout/verify/sources.h"
#include "readout/verify/verify.h"

namespace readout {

struct RetoldPassage {
  std::size_t text = 0;
  Span span;         // one sentence of the text
  double score = 0;  // 0 to 1

  friend bool operator==(const RetoldPassage&, const RetoldPassage&) = default;
};

inline constexpr std::size_t kMostRetold = 3;
inline constexpr double kWorthShowing = 0.3;
// Of all texts: reading every word is for where somebody waits for one answer, not for ten thousand texts.
inline constexpr std::size_t kMostRetoldBytes = std::size_t{8} << 20;

class RetoldIndex {
 public:
  explicit RetoldIndex(std::span<const SourceText> texts);
  explicit RetoldIndex(const Sources& sources);

  // Best first; ties by text, then place. `among`: indices of texts, ascending; empty: all.
  std::vector<RetoldPassage> find(std::string_view quote, std::span<const std::size_t> among = {}) const;

  // REWORDED places whose words were not placed one by one: the one that says most of the quotation comes first; one
  // that find_rewording (rewording.h) did not come to is put in.
  void sort_reworded(std::string_view quote, std::vector<Place>& places) const;

 private:
  void add(const SourceText& source);

  struct Sentence {
    std::uint32_t text = 0;
    Span span;
  };

  std::vector<SourceText> texts_;
  std::vector<Sentence> sentences_;
  PassageIndex index_;
};

bool can_be_retold(const Sources& sources);

// Puts the passages that say the same in other words, where their score is kWorthShowing, before the near passages of a
// NOT FOUND, unless nearly all of the words stand in one of these. A sentence each, of which no word is claimed
// (`matched` is 0). The verdict stands; any other answer is left alone.
void add_retold(std::string_view quote, const RetoldIndex& index, Verification& verification);

}  // namespace readout
