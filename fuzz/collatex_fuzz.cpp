// collatex: any bytes as CollateX's input; what is read is collated and written in every format.
#include <cstdint>

#include "fuzz/hold.h"
#include "readout/collation/collatex.h"
#include "readout/collation/exports.h"
#include "readout/document/json_value.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  Result<CollatexInput> input = read_collatex(fuzz::view(data, size));
  if (!input) return 0;
  const Apparatus apparatus = make_apparatus(std::move(*input));
  for (std::uint32_t w = 0; w < apparatus.input.witnesses.size(); ++w) {
    std::string text, given;
    for (const Segment& segment : apparatus.segments) text += apparatus.text_of(segment, w);
    for (const CollatexToken& token : apparatus.input.witnesses[w].tokens) given += token.t;
    fuzz::hold(text == given, "the cells of a witness give it back");
  }
  fuzz::hold(parse_json(to_collatex_json(apparatus)).has_value(), "the table is JSON");
  to_csv(apparatus);
  to_graphml(apparatus);
  to_dot(apparatus);
  to_tei(apparatus, apparatus.input.witnesses.empty() ? std::nullopt : std::optional<std::uint32_t>(0));
  return 0;
}
