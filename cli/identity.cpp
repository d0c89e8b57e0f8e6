#include "cli/built_from.h"
#include "cli/command.h"
#include "readout/base/lexicon.h"
#include "readout/record/record.h"

namespace readout::cli {

std::string identity() {
  std::string out = "readout " + std::string(version()) + "\n";
  const auto line = [&](const std::string& label, const std::string& text) {
    out += label + std::string(11 - label.size(), ' ') + text + "\n";
  };
  line("commit", kBuiltFrom.commit);
  line("schema", std::to_string(record_schema()));
  line("model", "none: rules and lexicons only");
  line("lexicons", to_hex(lexicon_digest()));
  line("reading", kBuiltFrom.reading);
  line("linking", kBuiltFrom.linking);
  line("comparing", kBuiltFrom.comparing);
  return out;
}

}  // namespace readout::cli
