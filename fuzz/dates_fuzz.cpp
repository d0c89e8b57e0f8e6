// Expressions of time.
#include <cstdint>

#include "fuzz/hold.h"
#include "readout/document/dates.h"
#include "readout/text/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const Decoded decoded = decode(fuzz::view(data, size), "utf-8");
  const std::string_view text = decoded.text.view();
  std::uint32_t end = 0;
  for (const TimeExpression& time : find_times(text, make_span(0, text.size()))) {
    fuzz::hold_span(text, time.span, "an expression lies in the text");
    fuzz::hold(time.span.begin >= end, "expressions are sorted and do not overlap");
    end = time.span.end;
  }
  return 0;
}
