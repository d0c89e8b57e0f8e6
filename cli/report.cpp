// readout report: a part of the record as one file that opens in a browser and can be mailed.
#include "readout/page/report.h"

#include "cli/filter.h"
#include "cli/input.h"
#include "cli/verbs.h"
#include "readout/desk/ruled_record.h"

namespace readout::cli {
namespace {

// The one person whom words of a name mean. Error: not_found, or bad_argument with the names where they mean several.
Result<PersonRow> find_person(Record& record, const std::string& words) {
  if (Result<PersonRow> row = record.person(words)) return row;
  PersonFilter filter;
  filter.words = words;
  filter.limit = 6;
  Result<std::vector<PersonRow>> rows = record.persons(filter);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return fail(ErrorCode::not_found, "not in the pile: no person of this name", words);
  for (PersonRow& row : *rows)
    if (row.name == words) return std::move(row);
  if (rows->size() == 1) return std::move(rows->front());
  std::string names;
  for (const PersonRow& row : *rows) names += (names.empty() ? "" : ", ") + row.name;
  return fail(ErrorCode::bad_argument, "fits several persons: " + names, words);
}

Result<ReportAsk> read_ask(const Arguments& arguments, Record& record) {
  ReportAsk ask;
  Result<SpeechFilter> filter = filter_of(arguments);
  if (!filter) return tl::unexpected(filter.error());
  ask.filter = std::move(*filter);
  const auto tell = [&](const std::string& label) { ask.about += (ask.about.empty() ? "" : " · ") + label; };
  if (arguments.has("statement")) {
    for (const char* const other : {"person", "document", "on", "since", "until"})
      if (arguments.has(other))
        return fail(ErrorCode::bad_argument, "a report of one statement is not narrowed further",
                    std::string("--") + other);
    ask.statement = arguments.value("statement");
    tell("statement " + ask.statement);
  }
  if (arguments.has("person")) {
    const Result<PersonRow> person = find_person(record, arguments.value("person"));
    if (!person) return tl::unexpected(person.error());
    ask.filter.also_persons = {person->key};
    tell(person->name);
  }
  if (arguments.has("document")) {
    const Result<std::string> name = record.find_name(arguments.value("document"));
    if (!name) return tl::unexpected(name.error());
    ask.filter.document = *name;
    ask.sources = {*name};
    tell("document " + *name);
  }
  for (const char* const period : {"on", "since", "until"})
    if (arguments.has(period)) tell(std::string(period) + " " + arguments.value(period));
  ask.all_documents = ask.about.empty();
  return ask;
}

Exit run(const Arguments& arguments, Screen& screen) {
  Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
  if (!succeeded(record, screen)) return Exit::failed;
  const Result<ReportAsk> ask = read_ask(arguments, **record);
  if (!succeeded(ask, screen)) return exit_of(ask.error());
  Desk desk(**record);
  Visit visit{**record, desk, &rulings_of(**record), {}};
  visit.frame.ground = Ground::file;
  visit.frame.with_text = !arguments.has("without-text");
  visit.frame.version = version();
  const Result<std::string> html = make_report(*ask, visit);
  if (!succeeded(html, screen)) return exit_of(html.error());
  return succeeded(save_text(arguments.value("OUT"), *html), screen) ? Exit::done : Exit::failed;
}

}  // namespace

Command report_command() {
  Command command;
  command.name = "report";
  command.summary = "one file to mail or keep: the pile or a part of it";
  command.details =
      "Writes the pages of a part of the record into one HTML file: statements by time with a picture, each with its "
      "page, documents as delivered, people, and every document with its digest. It needs no server, no script and no "
      "network. The same record gives the same bytes.\nWith --without-text it holds no words of the texts, for texts "
      "that may not be passed on: digests, bytes, labels and names; who has the files can check every line "
      "(docs/formats/report.md). A report with text holds at most 5,000 statements, any report 64 MiB.";
  command.positionals = {{"OUT", Value::path, "the file to write", true, false, {}}};
  command.options = {{"statement", Value::id, "ID", "this statement alone, with its versions", {}, 0},
                     {"person", Value::text, "NAME", "what one person said", {}, 'p'},
                     {"document", Value::id, "NAME", "one document, as delivered", {}, 'd'},
                     {"on", Value::date, "DATE", "said on: 2025-08-01, 2025-08, or 2025-07..2025-08", {}, 0},
                     {"since", Value::date, "DATE", "said on this date or later", {}, 0},
                     {"until", Value::date, "DATE", "said on this date or earlier", {}, 0},
                     {"without-text", Value::none, "", "digests, bytes, labels and names only", {}, 0},
                     record_option()};
  command.examples = {{"report pile.html", "the whole record"},
                      {"report call.html --since 2025-08-01 --until 2025-08-03", "three days"},
                      {"report evidence.html --statement 004:268 --without-text", "what may be passed on of one"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
