// readout collate: many texts word for word, whatever their order.
#include <algorithm>

#include "cli/input.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/collation/collatex.h"
#include "readout/collation/exports.h"

namespace readout::cli {
namespace {

Exit collate_file(const Arguments& arguments, Screen& screen) {
  const std::string path = arguments.value("collatex");
  const Result<std::string> json = load_text(path);
  if (!succeeded(json, screen)) return Exit::failed;
  Result<CollatexInput> input = read_collatex(*json, path == "-" ? "stdin" : path);
  if (!succeeded(input, screen)) return Exit::failed;
  if (arguments.has("tokens")) input->joined = false;
  std::optional<std::uint32_t> base;
  if (arguments.has("base")) {
    const auto found = std::ranges::find(input->witnesses, arguments.value("base"), &CollatexWitness::id);
    if (found == input->witnesses.end()) {
      screen.complain(
          {ErrorCode::bad_argument, "no witness has this id; --base takes one of the file", arguments.value("base")});
      return Exit::failed;
    }
    base = static_cast<std::uint32_t>(found - input->witnesses.begin());
  }
  const Apparatus apparatus = make_apparatus(std::move(*input));
  const std::string format = arguments.has("format") ? arguments.value("format") : "json";
  if (format == "csv")
    screen.out(to_csv(apparatus));
  else if (format == "graphml")
    screen.out(to_graphml(apparatus));
  else if (format == "dot")
    screen.out(to_dot(apparatus));
  else if (format == "tei")
    screen.out(to_tei(apparatus, base));
  else
    screen.out(to_collatex_json(apparatus));
  return Exit::done;
}

Exit run(const Arguments& arguments, Screen& screen) {
  if (arguments.has("collatex")) return collate_file(arguments, screen);
  screen.complain({ErrorCode::bad_argument, "give --collatex FILE", "collate"});
  return Exit::failed;
}

}  // namespace

Command collate_command() {
  Command command;
  command.name = "collate";
  command.summary = "many texts word for word, in columns";
  command.details =
      "With --collatex it reads CollateX's JSON (witnesses with content, or with tokens of which n is compared, t is "
      "shown and any other key is kept) and writes CollateX's outputs. The table does not depend on the order of the "
      "witnesses; an empty witness is one; every token stands in one cell.";
  command.options = {
      {"collatex", Value::path, "FILE", "CollateX's JSON input; - reads standard input", {}, 0},
      {"format", Value::choice, "FORMAT", "what to write", {"json", "csv", "graphml", "dot", "tei"}, 'f'},
      {"tokens", Value::none, "", "one column a token; agreeing neighbours are not joined", {}, 't'},
      {"base", Value::text, "ID", "the base text: its readings are the lem of the TEI", {}, 'b'}};
  command.examples = {{"collate --collatex witnesses.json", "the table, as CollateX writes it"},
                      {"collate --collatex witnesses.json -f tei --base A", "parallel segmentation, A as the lemma"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
