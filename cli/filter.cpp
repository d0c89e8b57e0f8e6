#include "cli/filter.h"

namespace readout::cli {
std::vector<Option> filter_options() {
  return {{"speaker", Value::text, "NAME", "said by: words of a name or an office", {}, 's'},
          {"about", Value::text, "WORDS", "words of the statement; \"in marks\" they stand together", {}, 'a'},
          {"on", Value::date, "DATE", "said on: 2025-08-01, 2025-08, or 2025-07..2025-08", {}, 0},
          {"since", Value::date, "DATE", "said on this date or later", {}, 0},
          {"until", Value::date, "DATE", "said on this date or earlier", {}, 0},
          {"kind",
           Value::choice,
           "KIND",
           "how it is reported",
           {"direct", "mixed", "indirect", "transcript", "said", "denied", "asked"},
           'k'},
          {"depth", Value::number, "N", "0: said to the writer; 1: reported inside another's words; and so on", {}, 0},
          {"channel", Value::text, "WORDS", "through which channel: briefing, website, or words of its name", {}, 'c'},
          {"document", Value::id, "NAME", "in this document", {}, 'd'}};
}

Result<SpeechFilter> filter_of(const Arguments& arguments) {
  SpeechFilter filter;
  filter.speaker = arguments.value("speaker");
  filter.words = arguments.value("about");
  filter.channel = arguments.value("channel");
  filter.document = arguments.value("document");
  if (arguments.has("on"))
    if (const auto set = set_dates(filter, "--on", arguments.value("on")); !set) return tl::unexpected(set.error());
  if (arguments.has("since")) {
    const Result<Moment> since = parse_date("--since", arguments.value("since"));
    if (!since) return tl::unexpected(since.error());
    filter.since_s = since->begin_s;
  }
  if (arguments.has("until")) {
    const Result<Moment> until = parse_date("--until", arguments.value("until"));
    if (!until) return tl::unexpected(until.error());
    filter.until_s = until->end_s;
  }
  if (arguments.has("kind"))
    if (const auto set = set_kind(filter, "--kind", arguments.value("kind")); !set) return tl::unexpected(set.error());
  if (arguments.has("depth")) {
    const Result<std::uint32_t> depth = parse_number("--depth", arguments.value("depth"), 100);
    if (!depth) return tl::unexpected(depth.error());
    filter.depth = *depth;
  }
  return filter;
}

}  // namespace readout::cli
