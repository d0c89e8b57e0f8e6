// readout inbox: where documents of the record do not agree, what bears on the meaning first.
#include "readout/desk/inbox.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/discrepancy/weight.h"
#include "readout/view/json_view.h"

namespace readout::cli {
namespace {

constexpr std::uint32_t kShown = 100;

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> kKinds = {"meaning", "splice",   "denial",   "cut",  "insertion", "wording",
                                                  "speaker", "channel",  "date",     "name", "heading",   "refusal",
                                                  "twice",   "question", "brackets", "claim"};
  return kKinds;
}

std::string totals(const Inbox& inbox) {
  std::string line = fmt::format("{} {}", inbox.total, inbox.total == 1 ? "discrepancy" : "discrepancies");
  for (const int weight : {kMeaning, kQuotation, kWording, 0}) {
    const auto found = inbox.counts.find(std::string(weight_label(weight)));
    if (found != inbox.counts.end()) line += fmt::format(" · {} {}", found->first, found->second);
  }
  return line;
}

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  std::string document;
  if (!arguments.values("DOC").empty()) {
    Result<std::string> name = (*record)->find_name(arguments.value("DOC"));
    if (!succeeded(name, screen)) return exit_of(name.error());
    document = std::move(*name);
  }
  std::uint32_t limit = kShown;
  if (arguments.has("limit")) {
    const Result<std::uint32_t> given = parse_number("limit", arguments.value("limit"), 1000000);
    if (!succeeded(given, screen)) return Exit::failed;
    limit = *given;
  }
  const Result<Inbox> inbox =
      read_inbox(**record, document, arguments.has("all") ? 0 : kWording, limit, arguments.values("kind"),
                 arguments.has("decided") ? InboxScope::decided
                 : arguments.has("all")   ? InboxScope::all
                                          : InboxScope::open);
  if (!succeeded(inbox, screen)) return Exit::failed;
  std::string_view heading;
  for (const ShownDiscrepancy& one : inbox->shown) {
    if (arguments.has("json")) {
      screen.out(json_line("discrepancy", [&](JsonWriter& json) { write_discrepancy(json, one); }));
      continue;
    }
    if (weight_label(one.weight) != heading) {
      heading = weight_label(one.weight);
      screen.line(tinted(screen.look(), Tint::strong, heading) + "\n");
    }
    screen.line(discrepancy_entry(one, screen.look()));
  }
  if (!arguments.has("json")) {
    if (inbox->total > 0) screen.line(wrap(totals(*inbox), screen.look().width));
    const bool decided = arguments.has("decided");
    const std::size_t wanted = decided ? inbox->decided : inbox->total - (arguments.has("all") ? 0 : inbox->decided);
    if (wanted > inbox->shown.size())
      screen.line(fmt::format("the first {} are shown; --limit shows more", inbox->shown.size()));
    if (inbox->decided > 0 && !decided && !arguments.has("all"))
      screen.line(fmt::format("{} of them {} decided: --decided shows {}", inbox->decided,
                              inbox->decided == 1 ? "is" : "are", inbox->decided == 1 ? "it" : "them"));
    if (inbox->left_out > 0) screen.line(fmt::format("{} of style alone: --all shows them", inbox->left_out));
  }
  if (!inbox->linked)
    screen.note("no two documents of the record have a version of one statement, so none are compared");
  if (inbox->total == 0 && inbox->linked) screen.note("no discrepancy of this kind stands in these documents");
  return inbox->total == 0 ? Exit::differs : Exit::done;
}

}  // namespace

Command inbox_command() {
  Command command;
  command.name = "inbox";
  command.summary = "where documents do not agree: what bears on the meaning first";
  command.details =
      "Lists discrepancies: two outlets with other words for one statement, another number, date, name or speaker, a "
      "cut or an insertion that nobody marked; and documents in disagreement with themselves: sentences spliced into "
      "one quotation, a heading that says what the body does not, one person under two names. Each has its words, its "
      "places, who speaks there, why the places are held for one statement, and the next command to look. It is never "
      "said which place is right.\nIds hang on the places alone and stay the same as the record grows; 'explain' takes "
      "them. Documents are compared where versions are linked.";
  command.positionals = {{"DOC", Value::id, "only what concerns this document", false, false, {}}};
  command.options = {{"kind", Value::choice, "KIND", "only this kind", kinds(), 'k'},
                     {"limit", Value::number, "N", "at most N, the heaviest (100)", {}, 'n'},
                     {"all", Value::none, "", "differences of style too, and what was decided", {}, 'a'},
                     {"decided", Value::none, "", "what was accepted or rejected, and no more", {}, 'd'},
                     json_option(),
                     record_option()};
  command.examples = {{"inbox", "all of the record"},
                      {"inbox 104 --kind splice", "quotations spliced in or against 104"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
