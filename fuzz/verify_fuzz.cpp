// verify: a quotation and a text, split at the first zero byte.
#include <array>
#include <cstdint>

#include "fuzz/hold.h"
#include "readout/text/decode.h"
#include "readout/verify/verify.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const std::string_view bytes = fuzz::view(data, size);
  const std::size_t cut = std::min(bytes.find('\0'), bytes.size());
  const Decoded quote = decode(bytes.substr(0, cut), "utf-8");
  const Decoded text = decode(bytes.substr(std::min(cut + 1, bytes.size())), "utf-8");
  const std::array<SourceText, 1> texts = {SourceText{text.text.view(), {}}};
  const Verification verification = verify(quote.text.view(), texts);
  for (const Place& place : verification.places) {
    for (const Span piece : place.pieces) fuzz::hold_span(text.text.view(), piece, "a piece lies in the text");
    for (const Difference& difference : place.differences) {
      fuzz::hold_span(quote.text.view(), difference.quote, "a difference lies in the quotation");
      fuzz::hold_span(text.text.view(), difference.text, "a difference lies in the text");
    }
    fuzz::hold(place.seams.size() + 1 == std::max<std::size_t>(place.pieces.size(), 1), "one seam between two pieces");
    fuzz::hold(place.matched <= verification.words, "no more words match than there are");
  }
  return 0;
}
