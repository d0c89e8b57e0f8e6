// Inbox: where documents do not agree, by weight, with both places side by side; and one discrepancy by itself.
#include <algorithm>

#include "readout/decision/rulings.h"
#include "readout/discrepancy/weight.h"
#include "readout/page/csv.h"
#include "readout/page/discrepancy_values.h"
#include "readout/page/facets.h"
#include "readout/page/pages.h"

namespace readout {
namespace {

constexpr std::size_t kReadAtOnce = 200;  // of those that are left out by what was decided
constexpr std::size_t kMostRead = 2000;

constexpr std::string_view kKinds[] = {"meaning", "splice",   "denial",   "cut",  "insertion", "wording",
                                       "speaker", "channel",  "date",     "name", "heading",   "refusal",
                                       "twice",   "question", "brackets", "claim"};

struct Asked {
  DiscrepancyFilter filter;
  std::string decided;  // "open", "accepted", "rejected", "all"
  std::size_t limit = 0;
};

std::string cursor_of(const ShownDiscrepancy& one) {
  return make_cursor({std::to_string(one.weight), one.id});
}

Result<Asked> read_asked(const PageAsk& ask, Record& record) {
  Asked asked;
  const Result<std::size_t> limit = page_limit(ask);
  if (!limit) return tl::unexpected(limit.error());
  asked.limit = *limit;
  asked.filter.least = kWording;
  const std::string_view weight = param_of(ask.params, "weight");
  if (weight == "all") asked.filter.least = 0;
  const auto found = std::ranges::find(weight_classes(), weight, &WeightClass::name);
  if (found != weight_classes().end()) {
    asked.filter.least = found->least;
    asked.filter.below = found->below;
  } else if (!weight.empty() && weight != "all") {
    return fail(ErrorCode::bad_argument, "one of: meaning, quoted, wording, style, all", "weight");
  }
  const std::string kind(param_of(ask.params, "kind"));
  if (!kind.empty() && std::ranges::find(kKinds, kind) == std::end(kKinds))
    return fail(ErrorCode::bad_argument, "'" + kind + "' is no kind of discrepancy", "kind");
  if (!kind.empty()) asked.filter.kinds = {kind};
  if (const std::string document(param_of(ask.params, "document")); !document.empty()) {
    const Result<std::string> name = record.find_name(document);
    if (!name) return tl::unexpected(name.error());
    asked.filter.document = *name;
  }
  asked.decided = param_of(ask.params, "decided");
  if (asked.decided.empty()) asked.decided = "all";
  if (asked.decided != "all" && asked.decided != "open" && asked.decided != "accepted" && asked.decided != "rejected")
    return fail(ErrorCode::bad_argument, "one of: open, accepted, rejected", "decided");
  const std::string_view after = param_of(ask.params, "after");
  if (after.empty()) return asked;
  const Result<std::vector<std::string>> parts = read_cursor(after, 2);
  if (!parts) return tl::unexpected(parts.error());
  const Result<std::int64_t> begin = read_cursor_number(parts->front());
  if (!begin) return tl::unexpected(begin.error());
  asked.filter.after = DiscrepancyCursor{static_cast<int>(*begin), parts->back()};
  return asked;
}

struct InboxPage {
  std::vector<ShownDiscrepancy> shown;
  std::string next;
};

// What is decided is no column of the record: rows are read until a page is full, or so many were passed over.
Result<InboxPage> load_inbox(Asked asked, const Visit& visit) {
  InboxPage page;
  const bool all = asked.decided == "all" || (visit.rulings == nullptr && asked.decided == "open");
  std::size_t read = 0;
  for (;;) {
    asked.filter.limit = all ? asked.limit + 1 : kReadAtOnce;
    Result<std::vector<DiscrepancyRow>> rows = visit.record.discrepancies(asked.filter);
    if (!rows) return tl::unexpected(rows.error());
    const bool last = rows->size() < asked.filter.limit;
    for (DiscrepancyRow& row : *rows) {
      asked.filter.after = DiscrepancyCursor{row.weight, row.id};
      ++read;
      const Stand stand = visit.rulings == nullptr ? Stand::open : visit.rulings->on_discrepancy(row.id).stand;
      if (!all && to_string(stand) != asked.decided) continue;
      if (page.shown.size() == asked.limit) {
        page.next = cursor_of(page.shown.back());
        return page;
      }
      page.shown.push_back(show_discrepancy(std::move(row)));
    }
    if (last) return page;
    if (read >= kMostRead) {
      page.next = make_cursor({std::to_string(asked.filter.after->weight), asked.filter.after->id});
      return page;
    }
  }
}

std::vector<Facet> facets_of(const DiscrepancyTotals& totals) {
  std::vector<FacetChoice> weights;
  for (const WeightClass& each : weight_classes())
    weights.push_back({std::string(each.name), std::string(weight_label(each.least)), told_of(each, totals)});
  weights.push_back({"all", "all, style too", {}});
  std::vector<FacetChoice> kinds;
  for (const std::string_view kind : kKinds) {
    std::uint64_t count = 0;
    for (const DiscrepancyTally& tally : totals.tallies)
      if (tally.kind == kind) count += tally.told;
    if (count > 0) kinds.push_back({std::string(kind), {}, count});
  }
  return {{"weight", "Bears on", std::move(weights), "all but style"},
          {"kind", "Kind", std::move(kinds)},
          {"document", "Document", {}, "", "name"},
          {"decided", "Decided", choices_of({"open", "accepted", "rejected"})}};
}

Result<PageParts> answer_one(const PageAsk& ask, const std::string& id, Visit& visit) {
  Result<DiscrepancyRow> row = visit.record.discrepancy(id);
  if (!row) return tl::unexpected(row.error());
  const ShownDiscrepancy one = show_discrepancy(std::move(*row));
  PageParts parts;
  parts.here = "inbox";
  parts.title = std::string(to_string(one.kind)) + " " + one.id;
  parts.permanent = Address::discrepancy(Ground::site, one.id);
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object();
    write_discrepancy_entry(json, one, visit);
    json.end();
    parts.json = json.take();
    return parts;
  }
  PageValues values;
  show_discrepancy_values(values, one, ask, visit, true);
  values.address("inbox_href", Address::page(visit.frame.ground, "inbox"));
  parts.main = render("discrepancy", values);
  return parts;
}

std::string csv_of(const InboxPage& page, const Visit& visit) {
  Csv csv({"id", "kind", "weight", "bears_on", "relation", "in_marks", "stand", "a", "b", "a_words", "b_words",
           "a_outlet", "b_outlet", "changes", "cursor"});
  for (const ShownDiscrepancy& one : page.shown) {
    const auto place = [&](std::size_t at) { return at < one.places.size() ? one.places[at] : ShownPlace{}; };
    std::string changes;
    for (const ShownChange& change : one.changes)
      changes += (changes.empty() ? "" : "; ") + std::string(to_string(change.type)) +
                 (visit.frame.with_text ? ": " + change.a + " → " + change.b : std::string());
    const Stand stand = visit.rulings == nullptr ? Stand::open : visit.rulings->on_discrepancy(one.id).stand;
    csv.row({one.id, std::string(to_string(one.kind)), std::to_string(one.weight),
             std::string(weight_label(one.weight)), std::string(to_string(one.relation)), one.in_marks ? "1" : "0",
             std::string(to_string(stand)), place(0).id, place(1).id, visit.frame.with_text ? place(0).words : "",
             visit.frame.with_text ? place(1).words : "", place(0).outlet, place(1).outlet, changes, cursor_of(one)});
  }
  return csv.take();
}

}  // namespace

Result<PageParts> answer_inbox(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return answer_one(ask, std::string(rest), visit);
  Result<Asked> asked = read_asked(ask, visit.record);
  if (!asked) return tl::unexpected(asked.error());
  const Result<InboxPage> page = load_inbox(*asked, visit);
  if (!page) return tl::unexpected(page.error());
  PageParts parts;
  parts.here = "inbox";
  parts.title = "Inbox";
  parts.csv = "";
  if (ask.form == PageForm::csv) {
    parts.csv = csv_of(*page, visit);
    return parts;
  }
  const Result<DiscrepancyTotals> totals = visit.record.discrepancy_totals(asked->filter.document);
  if (!totals) return tl::unexpected(totals.error());
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object().key("linked").value(totals->linked);
    write_tallies(json, "totals", *totals);
    json.key("discrepancies").array();
    for (const ShownDiscrepancy& one : page->shown) {
      json.object();
      write_discrepancy_entry(json, one, visit);
      json.end();
    }
    json.end();
    write_next(json, "next", ask, "after", page->next);
    json.end();
    parts.json = json.take();
    return parts;
  }
  PageValues values;
  show_facets(values, ask, facets_of(*totals));
  std::string_view label;
  PageValues* group = nullptr;
  for (const ShownDiscrepancy& one : page->shown) {
    if (group == nullptr || weight_label(one.weight) != label) {
      label = weight_label(one.weight);
      group = &values.each("weights");
      group->text("label", std::string(label));
    }
    show_discrepancy_values(group->each("discrepancies"), one, ask, visit, false);
  }
  values.flag("none", page->shown.empty() && page->next.empty()).flag("linked", totals->linked);
  values.flag("read_on", page->shown.empty() && !page->next.empty());
  show_next(values, ask, page->next);
  parts.main = render("inbox", values);
  return parts;
}

}  // namespace readout
