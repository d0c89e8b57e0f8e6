// readout doctor: does the record still say the truth about its own bytes?
#include <fmt/format.h>

#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const Result<CheckReport> report = (*record)->check();
  if (!succeeded(report, screen)) return Exit::failed;
  const bool json = arguments.has("json");
  for (const auto& finding : report->findings) {
    if (json)
      screen.out(json_line("finding", [&](JsonWriter& out) {
        out.key("where").value(finding.where).key("code").value(finding.code).key("message").value(finding.message);
      }));
    else
      screen.line(finding.code + ": " + visible(finding.message) + "  " + visible(finding.where));
  }
  if (json)
    screen.out(json_line("report", [&](JsonWriter& out) {
      out.key("documents").value(report->documents).key("statements").value(report->speeches);
      out.key("digests")
          .value(report->digests)
          .key("findings")
          .value(static_cast<std::uint64_t>(report->findings.size()));
    }));
  else
    screen.line(fmt::format("{} documents, {} statements, {} digests recomputed: {}", report->documents,
                            report->speeches, report->digests,
                            report->findings.empty() ? "sound" : fmt::format("{} findings", report->findings.size())));
  return report->findings.empty() ? Exit::done : Exit::differs;
}

}  // namespace

Command doctor_command() {
  Command command;
  command.name = "doctor";
  command.summary = "recomputes digests, offsets and links of the record";
  command.details =
      "Every digest is computed again, every span looked up, every link followed. Findings are listed; exit 1.";
  command.options = {json_option(), record_option()};
  command.examples = {{"doctor", "is everything where it says?"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
