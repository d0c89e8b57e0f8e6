// JSON read into a tree.
#include <cstdint>

#include "fuzz/hold.h"
#include "readout/document/json_value.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const auto value = parse_json(fuzz::view(data, size));
  fuzz::hold(value || !value.error().message.empty(), "an error says what is wrong");
  return 0;
}
