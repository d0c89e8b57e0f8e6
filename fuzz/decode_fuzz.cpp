// decode: the first byte chooses what is declared, the rest are the bytes.
#include <array>
#include <cstdint>

#include "fuzz/hold.h"
#include "readout/text/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  if (size == 0) return 0;
  constexpr std::array<std::string_view, 8> kDeclared = {"",         "utf-8",    "windows-1251", "koi8-r",
                                                         "utf-16le", "utf-16be", "shift_jis",    "no-such-encoding"};
  const Decoded decoded = decode(fuzz::view(data + 1, size - 1), kDeclared[data[0] % kDeclared.size()]);
  fuzz::hold_text(decoded.text, size - 1);
  for (const Doubt& doubt : decoded.doubts)
    fuzz::hold_span(decoded.text.view(), doubt.span, "a doubt lies in the text");
  return 0;
}
