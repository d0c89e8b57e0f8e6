// The reader of texts in Markdown: any bytes become documents, or refusals.
#include <cstdint>
#include <string>

#include "fuzz/hold.h"
#include "readout/document/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  const Source source{"page.md", std::string(fuzz::view(data, size)), "", ""};
  const auto documents = read(source);
  for (const Document& document : documents) fuzz::hold_document(document);
  return 0;
}
