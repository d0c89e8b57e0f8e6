#include "readout/desk/decide.h"

#include <algorithm>

#include "readout/decision/anchor.h"
#include "readout/desk/inbox.h"
#include "readout/desk/ruled_record.h"
#include "readout/desk/statement_page.h"

namespace readout {
namespace {

constexpr std::size_t kLongestName = 300;  // bytes
constexpr std::size_t kLongestReason = 8000;
constexpr std::size_t kMostForms = 20;
constexpr std::size_t kMostListed = 5;
constexpr std::string_view kPerson = "person:";
constexpr std::string_view kDocument = "document:";

using Targeted = Result<DecisionTarget>;

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

Targeted person_target(const PersonRow& row) {
  DecisionTarget target{TargetKind::person, row.key, {row.name}, {}};
  for (const std::string& name : row.names)
    if (name != row.name && target.names.size() < kMostForms) target.names.push_back(name);
  return target;
}

// By key, by the name that was decided, or by words that fit one person.
Targeted find_person(Record& record, const Rulings& rulings, const std::string& words) {
  Result<PersonRow> row = record.person(words);
  if (row) return person_target(*row);
  for (const PersonRuling& person : rulings.persons()) {
    if (person.name != words) continue;
    row = record.person(person.key);
    if (row) return person_target(*row);
  }
  PersonFilter filter;
  filter.words = words;
  filter.limit = kMostListed + 1;
  const Result<std::vector<PersonRow>> rows = record.persons(filter);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->size() == 1) return person_target(rows->front());
  std::vector<const PersonRow*> named;
  for (const PersonRow& each : *rows)
    if (each.name == words) named.push_back(&each);
  if (named.size() == 1) return person_target(*named.front());
  if (rows->empty())
    return fail(ErrorCode::not_found, "nobody in the record is called so; 'readout statements' names them", words);
  std::string list;
  for (std::size_t i = 0; i < std::min(rows->size(), kMostListed); ++i)
    list += (i == 0 ? "person:" : ", person:") + (*rows)[i].key;
  if (rows->size() > kMostListed) list += ", ...";
  return fail(ErrorCode::bad_argument, "fits several persons: " + list, words);
}

Targeted find_document_target(Record& record, const std::string& name) {
  const Result<std::string> full = record.find_name(name);
  if (!full) return tl::unexpected(full.error());
  Result<TextAnchor> at = anchor_of(record, *full);
  if (!at) return tl::unexpected(at.error());
  return DecisionTarget{TargetKind::document, "", {}, {std::move(*at)}};
}

Targeted find_passage(Record& record, const std::string& id) {
  const Result<StatementPage> page = load_statement_page(record, id);
  std::optional<SpanName> name;
  if (page) {
    name = SpanName{page->row.document, page->row.delivered};
  } else {
    if (page.error().code == ErrorCode::not_found) name = parse_span_id(id);
    if (!name) return tl::unexpected(page.error());
    const Result<std::string> full = record.find_name(name->document);
    if (!full) return tl::unexpected(full.error());
    name->document = *full;
  }
  Result<TextAnchor> at = anchor_at(record, name->document, name->delivered);
  if (!at) return tl::unexpected(at.error());
  return DecisionTarget{TargetKind::passage, "", {}, {std::move(*at)}};
}

Targeted find_discrepancy_target(Record& record, const std::string& id) {
  const Result<ShownDiscrepancy> found = find_discrepancy(record, id);
  if (!found) return tl::unexpected(found.error());
  DecisionTarget target{TargetKind::discrepancy, found->id, {}, {}};
  for (const ShownPlace& place : found->places) {
    const std::optional<SpanName> name = parse_span_id(place.id);
    if (!name) return fail(ErrorCode::damaged, "a place of the discrepancy has no bytes", place.id);
    Result<TextAnchor> at = anchor_at(record, name->document, name->delivered);
    if (!at) return tl::unexpected(at.error());
    target.places.push_back(std::move(*at));
  }
  return target;
}

Targeted find_target(Record& record, const Rulings& rulings, DecisionVerb verb, const std::string& text) {
  if (verb == DecisionVerb::undo) {
    const Result<const RuledDecision*> found = rulings.find(text);
    if (!found) return tl::unexpected(found.error());
    return DecisionTarget{TargetKind::decision, (*found)->decision.id, {}, {}};
  }
  if (is_discrepancy_id(text)) return find_discrepancy_target(record, text);
  if (text.starts_with(kPerson)) return find_person(record, rulings, text.substr(kPerson.size()));
  if (text.starts_with(kDocument)) return find_document_target(record, text.substr(kDocument.size()));
  if (text.find(':') != std::string::npos) {
    // "institution:..." is the key of a person too.
    Targeted passage = find_passage(record, text);
    if (passage) return passage;
    const Result<PersonRow> row = record.person(text);
    return row ? person_target(*row) : passage;
  }
  const bool judges = verb == DecisionVerb::accept || verb == DecisionVerb::reject || verb == DecisionVerb::note;
  if (!judges) return find_person(record, rulings, text);
  Targeted document = find_document_target(record, text);
  return document || document.error().code != ErrorCode::not_found ? document : find_person(record, rulings, text);
}

Result<void> refuse(std::string message, std::string where) {
  return fail(ErrorCode::bad_argument, std::move(message), std::move(where));
}

// Whether verb, targets and name go together.
Result<void> check_form(const Decision& decision) {
  const std::vector<DecisionTarget>& targets = decision.targets;
  const std::string verb(to_string(decision.verb));
  const auto are = [&](TargetKind kind) {
    return std::ranges::all_of(targets, [&](const DecisionTarget& each) { return each.kind == kind; });
  };
  switch (decision.verb) {
    case DecisionVerb::accept:
    case DecisionVerb::reject:
    case DecisionVerb::undo:
      if (targets.size() != 1) return refuse(verb + " takes one thing at a time", verb);
      return {};
    case DecisionVerb::note:
      if (targets.size() != 1) return refuse("a note is on one thing at a time", verb);
      if (decision.reason.empty()) return refuse("a note says nothing without its words: --reason", verb);
      return {};
    case DecisionVerb::rename:
      if (targets.size() != 1 || !are(TargetKind::person) || decision.name.empty())
        return refuse("takes one person and the new name", verb);
      return {};
    case DecisionVerb::unknown:
      if (targets.size() != 1 || !are(TargetKind::passage)) return refuse("takes one statement", verb);
      return {};
    case DecisionVerb::merge:
      if (targets.size() != 2 || (!are(TargetKind::passage) && !are(TargetKind::person)))
        return refuse("takes two statements that are one, or two persons that are one", verb);
      return {};
    case DecisionVerb::split:
      break;
  }
  const bool two =
      targets.size() == 2 && (are(TargetKind::passage) || are(TargetKind::person) ||
                              (targets[0].kind == TargetKind::passage && targets[1].kind == TargetKind::person));
  const bool given = targets.size() == 1 && are(TargetKind::passage) && !decision.name.empty();
  if (!two && !given)
    return refuse(
        "takes two statements that are not one, two persons that are not one, or a statement and who said it (a "
        "person, --name or --unknown)",
        verb);
  return {};
}

// Whether it says anything that does not stand already, and could hold.
Result<void> check_sense(const Decision& decision, const Rulings& rulings) {
  const std::vector<DecisionTarget>& targets = decision.targets;
  if (decision.verb == DecisionVerb::undo) {
    const Result<const RuledDecision*> found = rulings.find(targets.front().id);
    if (found && (*found)->state == DecisionState::undone)
      return refuse("is undone already, " + (*found)->why, targets.front().id);
    return {};
  }
  if (targets.size() != 2) return {};
  if (targets[0].kind == TargetKind::passage && targets[1].kind == TargetKind::passage) {
    const TextAnchor& a = targets[0].places.front();
    const TextAnchor& b = targets[1].places.front();
    if (a.blob == b.blob && a.delivered == b.delivered)
      return refuse("both are the same bytes", target_label(targets[1]));
  }
  if (targets[0].kind != TargetKind::person) return {};
  if (targets[0].id == targets[1].id) return refuse("both are the same person of the record", target_label(targets[1]));
  const PersonRuling* a = rulings.person(targets[0].id);
  const bool one = a != nullptr && a == rulings.person(targets[1].id);
  if (one && decision.verb == DecisionVerb::merge) return refuse("they are one already", a->name);
  if (!one || decision.verb != DecisionVerb::split) return {};
  std::string through;
  for (const Decision* by : a->decisions) {
    if (by->verb != DecisionVerb::merge) continue;
    const auto names = [&](const DecisionTarget& target) {
      return std::ranges::any_of(by->targets, [&](const DecisionTarget& each) { return each.id == target.id; });
    };
    if (names(targets[0]) && names(targets[1])) return {};
    through += (through.empty() ? "" : ", ") + by->id;
  }
  return refuse("they are one through a third (" + through + "); undo one of those", target_label(targets[1]));
}

}  // namespace

Result<Decision> make_decision(Record& any, const Rulings& rulings, const DecisionAsk& ask) {
  Record& record = machine_of(any);  // two persons that are one are told apart there
  Decision decision;
  const std::optional<DecisionVerb> verb = parse_decision_verb(ask.verb);
  if (!verb) return fail(ErrorCode::bad_argument, "is no verb of a decision", ask.verb);
  decision.verb = *verb;
  decision.author = trimmed(ask.author);
  decision.name = trimmed(ask.name);
  decision.reason = trimmed(ask.reason);
  if (decision.author.empty())
    return fail(ErrorCode::bad_argument, "a decision bears the name of who took it", "author");
  if (decision.author.size() > kLongestName || decision.name.size() > kLongestName)
    return fail(ErrorCode::bad_argument, "a name has at most 300 bytes", ask.verb);
  if (decision.reason.size() > kLongestReason)
    return fail(ErrorCode::bad_argument, "a reason has at most 8,000 bytes", "reason");
  for (const std::string& each : ask.targets) {
    const std::string text = trimmed(each);
    if (text.empty()) continue;
    Targeted target = find_target(record, rulings, *verb, text);
    if (!target) return tl::unexpected(target.error());
    decision.targets.push_back(std::move(*target));
  }
  if (decision.targets.empty()) return fail(ErrorCode::bad_argument, "names nothing to decide about", ask.verb);
  if (const Result<void> fits = check_form(decision); !fits) return tl::unexpected(fits.error());
  if (const Result<void> sense = check_sense(decision, rulings); !sense) return tl::unexpected(sense.error());
  return seal(std::move(decision), ask.time_ms);
}

Result<Decision> decide(Record& record, const std::string& journal, const DecisionAsk& ask) {
  const Result<Rulings> rulings = load_rulings(machine_of(record), journal);
  if (!rulings) return tl::unexpected(rulings.error());
  Result<Decision> decision = make_decision(record, *rulings, ask);
  if (!decision) return decision;
  if (const Result<void> written = append_decision(journal, *decision); !written)
    return tl::unexpected(written.error());
  return decision;
}

}  // namespace readout
