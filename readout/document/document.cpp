#include "readout/document/document.h"

#include <algorithm>

namespace readout {

bool is_refused(const Document& document) {
  return std::any_of(document.doubts.begin(), document.doubts.end(),
                     [](const Doubt& doubt) { return is_refusal(doubt.kind); });
}

std::string_view to_string(Form form) {
  constexpr std::string_view kNames[] = {"report", "communique", "transcript", "unknown"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view to_string(Format format) {
  constexpr std::string_view kNames[] = {"plain", "html", "json-lines"};
  return kNames[static_cast<std::size_t>(format)];
}

}  // namespace readout
