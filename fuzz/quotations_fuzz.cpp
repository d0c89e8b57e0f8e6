// The scanner of quotation marks, on text split at empty lines.
#include <cstdint>
#include <vector>

#include "fuzz/hold.h"
#include "readout/speech/quotes.h"
#include "readout/text/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const Decoded decoded = decode(fuzz::view(data, size), "utf-8");
  const std::string_view text = decoded.text.view();
  std::vector<Span> paragraphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) paragraphs.push_back(make_span(at, end));
    at = end + 1;
  }
  std::uint32_t before = 0;
  const auto quotations = scan_quotations(text, paragraphs);
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    fuzz::hold_span(text, quotation.outer, "a quotation lies in the text");
    fuzz::hold_span(text, quotation.inner, "its words lie in the text");
    fuzz::hold(quotation.outer.contains(quotation.inner), "the words stand between the marks");
    fuzz::hold(quotation.outer.begin >= before, "quotations are in order of their opening mark");
    fuzz::hold(quotation.parent < static_cast<std::int32_t>(i), "the outer quotation comes first");
    fuzz::hold(quotation.paragraph < paragraphs.size(), "a quotation stands in a paragraph");
    before = quotation.outer.begin;
  }
  return 0;
}
