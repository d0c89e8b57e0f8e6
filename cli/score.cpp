// readout score KEY: what the machine makes of some documents, held against their answer key.
#include <algorithm>
#include <filesystem>

#include "cli/input.h"
#include "cli/verbs.h"
#include "readout/discrepancy/weight.h"
#include "readout/engine/account.h"
#include "readout/engine/compare.h"
#include "readout/engine/disagree.h"
#include "readout/engine/link.h"
#include "readout/people/offices.h"
#include "readout/score/discrepancy_score.h"
#include "readout/score/key_score.h"
#include "readout/score/version_score.h"

namespace readout::cli {
namespace {

// What is built in, and the office file beside the key where there is one.
Result<Settings> settings_beside(const std::filesystem::path& folder) {
  Settings settings = default_settings();
  const std::filesystem::path path = folder / "offices.tsv";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return settings;
  const Result<std::string> text = load_text(path.string());
  if (!text) return tl::unexpected<Error>(text.error());
  const Result<Offices> more = parse_offices(*text);
  if (!more) return tl::unexpected<Error>(more.error());
  settings.offices = std::make_shared<const Offices>(merge_offices(*settings.offices, *more));
  return settings;
}

// The documents that the key names, from its own folder; one that cannot be read is complained of and missed.
std::vector<Account> accounts_beside(const std::filesystem::path& folder, const AnswerKey& key,
                                     const Settings& settings, Screen& screen, bool& failed) {
  std::vector<Account> accounts;
  for (const std::string& name : key.documents) {
    std::filesystem::path path = folder / name;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) path = folder / "pile" / name;
    Result<Source> source = load(path.string(), settings.limits.max_document_bytes);
    if (!source) {
      screen.complain(source.error());
      failed = true;
      continue;
    }
    for (Account& account : give_accounts(*source, settings)) accounts.push_back(std::move(account));
  }
  return accounts;
}

// What the linker finds and what is made of it, in bytes of the files as delivered.
void score_links(const AnswerKey& key, const std::vector<Account>& accounts, KeyScore& score) {
  const auto file = [&](std::uint32_t i) {
    return std::filesystem::path(accounts[i].document.origin).filename().string();
  };
  const auto delivered = [&](std::uint32_t i, Span span) { return accounts[i].document.text.to_blob(span); };
  const std::vector<AccountLink> links = link_accounts(accounts);
  std::vector<FoundVersion> found;
  for (const AccountLink& one : links)
    found.push_back({file(one.a), delivered(one.a, one.link.a.span), file(one.b), delivered(one.b, one.link.b.span),
                     joins(one.link.kind), one.link.kind == LinkKind::also_said});
  std::vector<FoundRelation> relations;
  for (const ComparedAccounts& pair : compare_accounts(accounts, links))
    for (const Counterpart& one : pair.counterparts)
      relations.push_back({file(pair.a), delivered(pair.a, one.a.span), file(pair.b), delivered(pair.b, one.b.span),
                           std::string(to_string(one.relation))});
  if (!key.versions.empty()) score_versions(key, found, relations, score);
  if (key.discrepancies.empty()) return;
  std::vector<FoundDiscrepancy> listed;
  for (const AccountDiscrepancy& one : find_discrepancies(accounts, links)) {
    if (one.discrepancy.weight < kWording) continue;
    FoundDiscrepancy ours{one.id, std::string(to_string(one.discrepancy.kind)), {}, {}};
    const auto side = [&](const DiscrepancyPlace& place) { return place.side == 0 ? one.a : one.b; };
    const auto put = [&](std::vector<FoundDiscrepancy::Words>& list, const DiscrepancyPlace& place, Span span) {
      if (!span.empty()) list.push_back({file(side(place)), delivered(side(place), span)});
    };
    for (const DiscrepancyPlace& place : one.discrepancy.places) put(ours.places, place, place.span);
    for (const DiscrepancyWitness& witness : one.witnesses)
      ours.places.push_back({file(witness.account), delivered(witness.account, witness.place.span)});
    for (const TellingChange& change : one.discrepancy.changes) {
      put(ours.changes, one.discrepancy.places[0], change.a);
      put(ours.changes, one.discrepancy.places[1], change.b);
    }
    if (ours.changes.empty()) ours.changes = ours.places;
    listed.push_back(std::move(ours));
  }
  score_discrepancies(key, listed, score);
}

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string path = arguments.value("KEY");
  const Result<std::string> json = load_text(path);
  if (!json) {
    screen.complain(json.error());
    return Exit::failed;
  }
  const Result<AnswerKey> key = parse_key(*json, path);
  if (!key) {
    screen.complain(key.error());
    return Exit::failed;
  }
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  const Result<Settings> settings = settings_beside(folder);
  if (!settings) {
    screen.complain(settings.error());
    return Exit::failed;
  }
  bool failed = false;
  const std::vector<Account> accounts = accounts_beside(folder, *key, *settings, screen, failed);
  KeyScore score = key->statements.empty() ? KeyScore{} : score_key(*key, accounts);
  score_links(*key, accounts, score);
  if (arguments.has("json"))
    screen.line(to_json(score));
  else
    screen.out(render_text(score));
  if (arguments.has("errors") && !arguments.has("json")) screen.out("\n" + render_errors(score));
  if (failed) return Exit::failed;
  return score.all_met() ? Exit::done : Exit::differs;
}

}  // namespace

Command score_command() {
  Command command;
  command.name = "score";
  command.summary = "how well the machine does against an answer key";
  command.details =
      "Reads the documents that the key names, beside the key or in a folder \"pile\" there (and an offices.tsv beside "
      "it), and prints a table: what was found, whose it is, of what kind, what was said too much, what noise was kept "
      "out. Ends with 1 where a floor is not met.";
  command.positionals = {{"KEY", Value::path, "the answer key, JSON", true, false, {}}};
  command.options = {{"errors", Value::none, "", "list each miss and each extra with its words and span id", {}, 'e'},
                     {"json", Value::none, "", "one JSON object with every figure and every error", {}, 'j'}};
  command.examples = {{"score examples/key.json", "the table for the invented pile"},
                      {"score --errors examples/key.json", "and what went wrong"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
