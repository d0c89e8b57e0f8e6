// readout collate: many texts word for word, whatever their order.
#include <algorithm>

#include "cli/input.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "readout/collation/collatex.h"
#include "readout/collation/exports.h"
#include "readout/desk/passages.h"
#include "readout/desk/versions.h"
#include "readout/view/collation_view.h"
#include "readout/view/json_view.h"
#include "readout/view/version_export.h"

namespace readout::cli {
namespace {

Exit collate_file(const Arguments& arguments, Screen& screen) {
  const std::string path = arguments.value("collatex");
  const Result<std::string> json = load_text(path);
  if (!succeeded(json, screen)) return Exit::failed;
  Result<CollatexInput> input = read_collatex(*json, path == "-" ? "stdin" : path);
  if (!succeeded(input, screen)) return Exit::failed;
  if (arguments.value("format") == "annotations") {
    screen.complain({ErrorCode::bad_argument, "annotations are of statements in a record, not of --collatex", path});
    return Exit::failed;
  }
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

// The witness that --base names: an id, a beginning of one, or a document.
Result<std::optional<std::size_t>> base_of(const Arguments& arguments, const std::vector<CollatedPassage>& passages) {
  if (!arguments.has("base")) return std::optional<std::size_t>();
  const std::string wanted = arguments.value("base");
  if (const std::optional<std::size_t> found = find_passage(passages, wanted)) return found;
  return fail(ErrorCode::bad_argument, "no witness here has this id or document", wanted);
}

Result<VersionTable> make_table(std::vector<VersionWitness> witnesses, const Arguments& arguments) {
  std::size_t base = 0;
  if (arguments.has("base")) {
    const std::string wanted = arguments.value("base");
    const auto found =
        std::ranges::find_if(witnesses, [&](const VersionWitness& witness) { return witness.id.starts_with(wanted); });
    if (found == witnesses.end())
      return fail(ErrorCode::bad_argument, "no witness has this id; --base takes one of the statements", wanted);
    base = static_cast<std::size_t>(found - witnesses.begin());
  }
  return VersionTable(std::move(witnesses), base);
}

std::string export_table(const VersionTable& table, std::string_view format) {
  if (format == "tei") return to_tei(table);
  if (format == "annotations") return to_annotations(table);
  if (format == "csv") return to_csv(table.apparatus());
  if (format == "graphml") return to_graphml(table.apparatus());
  if (format == "dot") return to_dot(table.apparatus());
  return to_json(table);
}

std::vector<std::string> split_ids(const std::string& list) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (end > at) ids.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

Exit collate_record(const Arguments& arguments, Screen& screen) {
  const bool two_way = arguments.has("witnesses");
  const std::vector<std::string> ids = two_way ? split_ids(arguments.value("witnesses")) : arguments.values("ID");
  if (ids.empty() || (two_way && ids.size() != 2)) {
    screen.complain({ErrorCode::bad_argument,
                     two_way ? "-w takes two ids, A,B" : "give ids of statements, or --collatex FILE", "collate"});
    return Exit::failed;
  }
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  if (arguments.has("format")) {
    Result<std::vector<VersionWitness>> witnesses = load_versions(**record, ids);
    if (!succeeded(witnesses, screen)) return exit_of(witnesses.error());
    const Result<VersionTable> table = make_table(std::move(*witnesses), arguments);
    if (!succeeded(table, screen)) return exit_of(table.error());
    screen.out(export_table(*table, arguments.value("format")));
    return Exit::done;
  }
  const Result<std::vector<CollatedPassage>> passages = load_passages(**record, ids);
  if (!succeeded(passages, screen)) return exit_of(passages.error());
  const Result<std::optional<std::size_t>> base = base_of(arguments, *passages);
  if (!succeeded(base, screen)) return Exit::failed;
  if (!two_way && passages->size() == 1) screen.note("no other version is linked with it");
  if (arguments.has("json"))
    screen.out(json_line(two_way ? "pair" : "collation", [&](JsonWriter& json) {
      if (two_way)
        write_two_way(json, (*passages)[0], (*passages)[1]);
      else
        write_collation(json, *passages, *base);
    }));
  else if (two_way)
    screen.out(two_way_page((*passages)[0], (*passages)[1], screen.look()));
  else
    screen.out(collation_table(*passages, screen.look(), *base));
  return Exit::done;
}

Exit run(const Arguments& arguments, Screen& screen) {
  return arguments.has("collatex") ? collate_file(arguments, screen) : collate_record(arguments, screen);
}

}  // namespace

Command collate_command() {
  Command command;
  command.name = "collate";
  command.summary = "many texts word for word, in columns";
  command.details =
      "Given ids of statements, or of any bytes (004:268-300), it shows them word under word, a row a witness, each "
      "line with the bytes in which its words stand; given one id, all versions that the record links with it. - says "
      "that a witness has nothing there, ^ that they do not agree. With --base its row comes first, and · stands for "
      "what is as in the base. With -w A,B it shows B "
      "against A: [-dropped-] {+added+}, and the name and bytes of every change. With -f it writes the same for other "
      "programs, "
      "every "
      "word with its bytes: JSON, TEI, the W3C's annotations (docs/formats/versions.md), or a table or graph.\nWith "
      "--collatex it reads CollateX's JSON "
      "(witnesses with content, or with tokens of which n is compared, t is "
      "shown and any other key is kept) and writes CollateX's outputs. The table does not depend on the order of the "
      "witnesses; an empty witness is one; every token stands in one cell.";
  command.positionals = {{"ID", Value::id, "statements, as 'statements' lists them", false, true, {}}};
  command.options = {{"witnesses", Value::text, "A,B", "two statements, the second against the first", {}, 'w'},
                     {"collatex", Value::path, "FILE", "CollateX's JSON input; - reads standard input", {}, 0},
                     {"format",
                      Value::choice,
                      "FORMAT",
                      "what to write",
                      {"json", "csv", "graphml", "dot", "tei", "annotations"},
                      'f'},
                     {"tokens", Value::none, "", "one column a token; agreeing neighbours are not joined", {}, 't'},
                     {"base",
                      Value::text,
                      "ID",
                      "the base text: the first row, which the others are told against; the lem of the TEI",
                      {},
                      'b'},
                     json_option(),
                     record_option()};
  command.examples = {{"collate 103:612-690 104:530-601 105:402-477", "three versions, word under word"},
                      {"collate 103:612 --base 103", "every version against the first"},
                      {"collate -w 103:612,104:530", "what the second changed"},
                      {"collate 103:612 104:530 -f tei > statement.xml", "a critical apparatus"},
                      {"collate --collatex witnesses.json", "the table, as CollateX writes it"},
                      {"collate --collatex witnesses.json -f tei --base A", "parallel segmentation, A as the lemma"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
