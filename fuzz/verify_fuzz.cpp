// verify: a quotation and a text, split at the first zero byte. The text stands by itself and behind 5,000 other words,
// where it is read in windows; a quotation that stands there whole is found in both.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "fuzz/hold.h"
#include "readout/text/decode.h"
#include "readout/verify/sources.h"
#include "readout/verify/word_places.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const std::string_view bytes = fuzz::view(data, size);
  const std::size_t cut = std::min(bytes.find('\0'), bytes.size());
  const Decoded quote = decode(bytes.substr(0, cut), "utf-8");
  const Decoded text = decode(bytes.substr(std::min(cut + 1, bytes.size())), "utf-8");
  static const std::string other = [] {
    std::string words;
    for (int i = 0; i < 5000; ++i) words += "word" + std::to_string(i % 700) + (i % 13 == 0 ? ".\n" : " ");
    return words + "\n\n";
  }();
  const std::string behind = other + std::string(text.text.view());
  const std::array<SourceText, 2> texts = {SourceText{text.text.view(), {}}, SourceText{behind, {}}};
  const Sources sources(texts);
  const Verification verification = verify(quote.text.view(), sources);
  const QuoteWords words = read_quote(quote.text.view());
  std::vector<FoldedWord> read;
  read_words(sources.folded(0), 0, sources.folded(0).words.size(), words.keys, read);
  if (words.words.size() >= kLeastWords && !find_whole(words, read).empty())
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}})
      fuzz::hold(!verify(quote.text.view(), sources, {&at, 1}).places.empty(), "what stands there whole is found");
  for (const Place& place : verification.places) {
    for (const Span piece : place.pieces) fuzz::hold_span(texts[place.text].text, piece, "a piece lies in the text");
    for (const Difference& difference : place.differences) {
      fuzz::hold_span(quote.text.view(), difference.quote, "a difference lies in the quotation");
      fuzz::hold_span(texts[place.text].text, difference.text, "a difference lies in the text");
    }
    fuzz::hold(place.seams.size() + 1 == std::max<std::size_t>(place.pieces.size(), 1), "one seam between two pieces");
    fuzz::hold(place.matched <= verification.words, "no more words match than there are");
  }
  return 0;
}
