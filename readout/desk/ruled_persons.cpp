// Persons as people decided: those who are one are one row, under their decided name.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "readout/desk/ruled_record.h"

namespace readout {
namespace {

// The order of a list of persons, and where it goes on.
bool stands_before(const PersonRow& x, const PersonRow& y, bool most_first) {
  if (most_first && x.speeches != y.speeches) return x.speeches > y.speeches;
  return x.key < y.key;
}

bool comes_after(const PersonRow& row, const PersonFilter& filter) {
  if (filter.after.empty()) return true;
  if (filter.most_first && filter.after_speeches && row.speeches != *filter.after_speeches)
    return row.speeches < *filter.after_speeches;
  return row.key > filter.after;
}

}  // namespace

Result<PersonRow> RuledRecord::merged(const PersonRuling& ruling) {
  PersonRow all;
  std::set<std::string> names;
  std::set<std::string> offices;
  for (const std::string& key : ruling.keys) {
    const Result<PersonRow> row = below_.person(key);
    if (!row && row.error().code == ErrorCode::not_found) continue;
    if (!row) return row;
    if (key == ruling.key || all.documents == 0) all.kind = row->kind;
    names.insert(row->names.begin(), row->names.end());
    offices.insert(row->offices.begin(), row->offices.end());
    all.documents += row->documents;
    all.speeches += row->speeches;
  }
  names.insert(ruling.name);
  all.key = ruling.key;
  all.name = ruling.name;
  all.names.assign(names.begin(), names.end());
  all.offices.assign(offices.begin(), offices.end());
  return all;
}

// Those about whom something was decided, as the filter wants them, in its order.
Result<std::vector<PersonRow>> RuledRecord::ruled_persons(const PersonFilter& filter) {
  std::vector<PersonRow> rows;
  SpeechFilter words;
  words.speaker = filter.words;
  for (const PersonRuling& ruling : rulings_.persons()) {
    if (!filter.words.empty()) {
      const Result<bool> meant = is_meant(ruling, words);
      if (!meant) return tl::unexpected(meant.error());
      if (!*meant) continue;
    }
    Result<PersonRow> row = merged(ruling);
    if (!row) return tl::unexpected(row.error());
    if (comes_after(*row, filter)) rows.push_back(std::move(*row));
  }
  std::ranges::sort(rows,
                    [&](const PersonRow& x, const PersonRow& y) { return stands_before(x, y, filter.most_first); });
  return rows;
}

Result<std::vector<PersonRow>> RuledRecord::persons(const PersonFilter& filter) {
  if (rulings_.persons().empty()) return below_.persons(filter);
  const Result<std::vector<PersonRow>> ruled = ruled_persons(filter);
  if (!ruled) return ruled;
  std::vector<PersonRow> others;
  PersonFilter below = filter;
  for (;;) {
    below.limit = filter.limit - others.size();
    Result<std::vector<PersonRow>> page = below_.persons(below);
    if (!page) return page;
    const bool last = page->size() < below.limit;
    if (!page->empty()) {
      below.after = page->back().key;
      below.after_speeches = page->back().speeches;
    }
    for (PersonRow& row : *page)
      if (rulings_.person(row.key) == nullptr) others.push_back(std::move(row));
    if (last || others.size() >= filter.limit) break;
  }
  std::vector<PersonRow> rows;
  std::ranges::merge(others, *ruled, std::back_inserter(rows),
                     [&](const PersonRow& x, const PersonRow& y) { return stands_before(x, y, filter.most_first); });
  if (rows.size() > filter.limit) rows.resize(filter.limit);
  return rows;
}

Result<PersonRow> RuledRecord::person(std::string_view key) {
  const PersonRuling* ruling = rulings_.person(key);
  return ruling == nullptr ? below_.person(key) : merged(*ruling);
}

Result<std::vector<NameCount>> RuledRecord::printed_names(std::string_view key) {
  const PersonRuling* ruling = rulings_.person(key);
  if (ruling == nullptr) return below_.printed_names(key);
  std::map<std::string, std::uint64_t> counts;
  for (const std::string& each : ruling->keys) {
    const Result<std::vector<NameCount>> names = below_.printed_names(each);
    if (!names) return names;
    for (const NameCount& name : *names) counts[name.name] += name.documents;
  }
  std::vector<NameCount> all;
  for (const auto& [name, documents] : counts) all.push_back({name, documents});
  std::ranges::stable_sort(all, std::greater(), &NameCount::documents);
  return all;
}

Result<std::vector<PersonOutlet>> RuledRecord::outlets_of(std::string_view person, std::size_t limit) {
  const PersonRuling* ruling = rulings_.person(person);
  if (ruling == nullptr) return below_.outlets_of(person, limit);
  std::map<std::string, PersonOutlet> outlets;
  for (const std::string& key : ruling->keys) {
    const Result<std::vector<PersonOutlet>> some = below_.outlets_of(key, 1000);
    if (!some && some.error().code == ErrorCode::not_found) continue;
    if (!some) return some;
    for (const PersonOutlet& one : *some) {
      PersonOutlet& all = outlets[one.outlet];
      all.outlet = one.outlet;
      all.documents += one.documents;
      all.speeches += one.speeches;
    }
  }
  std::vector<PersonOutlet> all;
  for (auto& [name, outlet] : outlets) all.push_back(std::move(outlet));
  std::ranges::stable_sort(all, std::greater(),
                           [](const PersonOutlet& one) { return std::pair(one.speeches, one.documents); });
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace readout
