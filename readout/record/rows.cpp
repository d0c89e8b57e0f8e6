#include "readout/record/rows.h"

#include <fmt/format.h>

namespace readout {

When when_said(const Speech& speech, const Dates& dates) {
  if (is_known(speech.said)) return {speech.said, WhenOf::speech};
  if (is_known(dates.said)) return {dates.said, WhenOf::said};
  if (is_known(dates.published)) return {dates.published, WhenOf::published};
  if (is_known(dates.copied)) return {dates.copied, WhenOf::copied};
  if (is_known(dates.crawled)) return {dates.crawled, WhenOf::crawled};
  return {};
}

std::string_view to_string(WhenOf when_of) {
  switch (when_of) {
    case WhenOf::speech:
      return "speech";
    case WhenOf::said:
      return "said";
    case WhenOf::published:
      return "published";
    case WhenOf::copied:
      return "copied";
    case WhenOf::crawled:
      return "crawled";
    case WhenOf::unknown:
      break;
  }
  return "unknown";
}

std::string_view to_string(AddOutcome outcome) {
  switch (outcome) {
    case AddOutcome::added:
      return "added";
    case AddOutcome::known:
      return "known";
    case AddOutcome::read_anew:
      return "read-anew";
    case AddOutcome::changed:
      break;
  }
  return "changed";
}

std::string span_id(std::string_view document, Span delivered) {
  return fmt::format("{}:{}-{}", document, delivered.begin, delivered.end);
}

}  // namespace readout
