// The page of decisions: all of them, the latest first, with what each means for this record; /decisions/ID one.
#include <algorithm>

#include "readout/decision/anchor.h"
#include "readout/decision/rulings.h"
#include "readout/page/csv.h"
#include "readout/page/decide_part.h"
#include "readout/page/facets.h"
#include "readout/page/pages.h"
#include "readout/view/decision_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::string_view kStates[] = {"stands", "orphan", "undone", "overruled"};

bool is_wanted(const RuledDecision& ruled, const PageAsk& ask) {
  const std::string_view state = param_of(ask.params, "state");
  const std::string_view verb = param_of(ask.params, "verb");
  const std::string_view author = param_of(ask.params, "author");
  return (state.empty() || to_string(ruled.state) == state) &&
         (verb.empty() || to_string(ruled.decision.verb) == verb) &&
         (author.empty() || ruled.decision.author == author);
}

std::string cursor_of(const RuledDecision* ruled) {
  return make_cursor({ruled->decision.id, ruled->decision.time});
}

// The latest first; `after`: id and time of the last one shown.
Result<std::vector<const RuledDecision*>> select(const Rulings& rulings, const PageAsk& ask, std::size_t limit) {
  const std::string_view after = param_of(ask.params, "after");
  std::vector<std::string> cursor;
  if (!after.empty()) {
    Result<std::vector<std::string>> parts = read_cursor(after, 2);
    if (!parts) return tl::unexpected(parts.error());
    cursor = std::move(*parts);
  }
  std::vector<const RuledDecision*> found;
  const std::vector<RuledDecision>& all = rulings.all();
  for (auto each = all.rbegin(); each != all.rend() && found.size() <= limit; ++each) {
    const bool before =
        cursor.empty() || std::pair(each->decision.time, each->decision.id) < std::pair(cursor[1], cursor[0]);
    if (before && is_wanted(*each, ask)) found.push_back(&*each);
  }
  return found;
}

std::optional<Address> address_of(const DecidedThing& thing, TargetKind kind) {
  if (thing.gone) return std::nullopt;
  if (kind == TargetKind::person) return Address::person(Ground::site, thing.id);
  if (kind == TargetKind::discrepancy && thing.words.empty()) return Address::discrepancy(Ground::site, thing.id);
  if (kind == TargetKind::decision) return Address::page(Ground::site, "decisions").with("id", thing.id);
  const std::optional<SpanName> name = parse_span_id(thing.id);
  if (name) return Address::bytes(Ground::site, name->document, name->delivered);
  return kind == TargetKind::document ? std::optional(Address::source(Ground::site, thing.id)) : std::nullopt;
}

// Of one decision: whether every place still has its words.
std::string mismatch_of(const TextAnchor& place, const std::string& now, Visit& visit) {
  const std::optional<SpanName> name = parse_span_id(now);
  if (!name) return {};
  const Result<Account> account = visit.record.account(name->document);
  if (!account) return account.error().message;
  TextAnchor there = place;
  there.blob = account->document.blob;  // a newer version's, where it was carried
  there.delivered = name->delivered;
  return mismatch(*account, there);
}

void show_things(PageValues& row, const RuledDecision& ruled, Visit& visit, bool whole) {
  std::size_t place = 0;
  const std::vector<DecidedThing> things = decided_things(ruled);
  std::size_t at = 0;
  for (const DecisionTarget& target : ruled.decision.targets) {
    const bool by_id = target.kind != TargetKind::passage && target.kind != TargetKind::document;
    const std::size_t count = target.places.size() + (by_id ? 1 : 0);
    for (std::size_t i = 0; i < count && at < things.size(); ++i, ++at) {
      const DecidedThing& thing = things[at];
      const bool is_place = !by_id || i > 0;
      PageValues& values = row.each("things");
      values.text("kind", is_place && by_id ? "at" : std::string(to_string(target.kind)));
      values.text("label", visible(thing.person ? thing.words : thing.id)).flag("gone", thing.gone);
      if (!thing.person && visit.frame.with_text) values.text("words", visible(thing.words));
      if (const std::optional<Address> address = address_of(thing, target.kind)) values.address("thing_href", *address);
      if (!is_place) continue;
      const std::size_t own = by_id ? i - 1 : i;
      if (whole && !thing.gone && place < ruled.places.size())
        values.text("mismatch", mismatch_of(target.places[own], ruled.places[place], visit));
      ++place;
    }
  }
}

void show(PageValues& row, const RuledDecision& ruled, const PageAsk& ask, Visit& visit, bool whole) {
  const Decision& decision = ruled.decision;
  row.text("id", decision.id).text("verb", std::string(to_string(decision.verb))).text("name", visible(decision.name));
  row.text("state", std::string(to_string(ruled.state))).flag("stands", ruled.state == DecisionState::stands);
  row.flag("carried", ruled.carried).text("time", decision.time).text("time_label", decision_time_label(decision));
  row.text("author", visible(decision.author)).text("reason", visible(decision.reason)).text("why", visible(ruled.why));
  row.address("decision_href", Address::page(Ground::site, "decisions").with("id", decision.id));
  show_things(row, ruled, visit, whole);
  const bool can_undo = ruled.state != DecisionState::undone;
  row.markup("undo_html", can_undo ? decide_part(DecidedKind::decision, decision.id, ask, visit) : Markup());
}

std::string csv_of(const std::vector<const RuledDecision*>& rows) {
  Csv csv({"id", "time", "author", "verb", "name", "reason", "state", "why", "carried", "about"});
  for (const RuledDecision* each : rows) {
    std::string about;
    for (const DecidedThing& thing : decided_things(*each)) about += (about.empty() ? "" : " ") + thing.id;
    const Decision& decision = each->decision;
    csv.row({decision.id, decision.time, decision.author, std::string(to_string(decision.verb)), decision.name,
             decision.reason, std::string(to_string(each->state)), each->why, each->carried ? "1" : "0", about});
  }
  return csv.take();
}

std::string json_of(const std::vector<const RuledDecision*>& rows, const Rulings& rulings, const PageAsk& ask,
                    const std::string& next) {
  JsonWriter json;
  json.object().key("decisions").array();
  for (const RuledDecision* each : rows) {
    json.object();
    write_decision(json, *each);
    json.end();
  }
  json.end().key("faults").array();
  for (const JournalFault& fault : rulings.faults())
    json.object().key("line").value(std::uint64_t{fault.line}).key("message").value(fault.message).end();
  json.end();
  write_next(json, "next", ask, "after", next);
  json.end();
  return json.take();
}

std::vector<Facet> facets_of(const Rulings& rulings) {
  std::map<std::string, std::uint64_t> states, verbs, authors;
  for (const RuledDecision& each : rulings.all()) {
    ++states[std::string(to_string(each.state))];
    ++verbs[std::string(to_string(each.decision.verb))];
    ++authors[each.decision.author];
  }
  std::vector<Facet> facets = {{"state", "State", {}}, {"verb", "Decision", {}}, {"author", "Author", {}}};
  for (const std::string_view state : kStates)
    if (states.contains(std::string(state)))
      facets[0].choices.push_back({std::string(state), "", states[std::string(state)]});
  for (const auto& [verb, count] : verbs) facets[1].choices.push_back({verb, "", count});
  for (const auto& [author, count] : authors) facets[2].choices.push_back({author, visible(author), count});
  return facets;
}

}  // namespace

Result<PageParts> answer_decisions(const PageAsk& ask, std::string_view rest, Visit& visit) {
  static const Rulings kNone;
  const Rulings& rulings = visit.rulings == nullptr ? kNone : *visit.rulings;
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  const std::string id(rest.empty() ? param_of(ask.params, "id") : rest);
  std::vector<const RuledDecision*> rows;
  std::string next;
  if (!id.empty()) {
    const Result<const RuledDecision*> found = rulings.find(id);
    if (!found) return tl::unexpected(found.error());
    rows.push_back(*found);
  } else {
    Result<std::vector<const RuledDecision*>> found = select(rulings, ask, *limit);
    if (!found) return tl::unexpected(found.error());
    rows = std::move(*found);
    next = cut_page(rows, *limit, cursor_of);
  }
  PageParts parts;
  parts.here = "decisions";
  parts.title = id.empty() ? "Decisions" : "Decision " + id;
  parts.csv = "";
  if (ask.form == PageForm::json) {
    parts.json = json_of(rows, rulings, ask, next);
    return parts;
  }
  if (ask.form == PageForm::csv) {
    parts.csv = csv_of(rows);
    return parts;
  }
  PageValues values;
  for (const JournalFault& fault : rulings.faults())
    values.each("faults").number("line", fault.line).text("message", visible(fault.message));
  show_facets(values, ask, facets_of(rulings));
  if (rows.empty())
    values.text("none", rulings.empty()
                            ? "Nothing was decided yet. Every page of a discrepancy, a statement or a person "
                              "has a form to decide; so has the command line."
                            : "No decision answers to this.");
  for (const RuledDecision* each : rows) show(values.each("decisions"), *each, ask, visit, !id.empty());
  show_next(values, ask, next);
  parts.main = render("decisions", values);
  return parts;
}

}  // namespace readout
