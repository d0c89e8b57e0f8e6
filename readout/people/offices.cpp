#include "readout/people/offices.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "readout/base/lexicon.h"
#include "readout/base/moment.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::max();

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

void add_row(std::unordered_map<std::string, std::vector<std::uint32_t>>& index, std::string key, std::uint32_t row) {
  auto& list = index[std::move(key)];
  if (list.empty() || list.back() != row) list.push_back(row);
}

std::string last_word(const std::string& folded) {
  return folded.substr(folded.rfind(' ') + 1);
}

}  // namespace

std::string office_id(const Holder& holder) {
  std::string id = lower(holder.country) + "/" + lower(holder.office);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

Offices::Offices(std::vector<Holder> holders) : holders_(std::move(holders)) {
  for (std::uint32_t row = 0; row < holders_.size(); ++row) {
    const Holder& holder = holders_[row];
    const std::string folded = fold_name(holder.name);
    add_row(names_, folded, row);
    // The first alias may be the surname itself where it is not the last word ("Xi"); every one-word alias is one.
    bool own_surname = false;
    for (const std::string& alias : holder.aliases) {
      const std::string other = fold_name(alias);
      if (other.find(' ') == std::string::npos) {
        own_surname = true;
        add_row(surnames_, other, row);
      } else {
        add_row(names_, other, row);
      }
    }
    if (!own_surname) add_row(surnames_, last_word(folded), row);
    add_row(offices_, lower(holder.office) + "/" + lower(holder.country), row);
  }
}

std::span<const std::uint32_t> Offices::look_up(const Index& index, const std::string& key) {
  const auto found = index.find(key);
  if (found == index.end()) return {};
  return found->second;
}

std::span<const std::uint32_t> Offices::find_surname(std::string_view folded) const {
  return look_up(surnames_, std::string(folded));
}

std::span<const std::uint32_t> Offices::find_name(std::string_view folded) const {
  return look_up(names_, std::string(folded));
}

std::span<const std::uint32_t> Offices::find_office(std::string_view office, std::string_view country) const {
  return look_up(offices_, std::string(office) + "/" + std::string(country));
}

bool in_office(const Holder& holder, std::optional<std::int64_t> at_s) {
  return at_s && holder.from_s <= *at_s && *at_s < holder.until_s;
}

Result<Offices> parse_offices(std::string_view tsv) {
  std::vector<Holder> holders;
  std::size_t number = 0;
  for (const auto& row : rows(tsv)) {
    ++number;
    const auto bad = [&](const char* message) {
      return fail(ErrorCode::bad_argument, message, "row " + std::to_string(number));
    };
    if (row.size() < 5) return bad("an office has name, aliases, office, country, from, to, source, split by tabs");
    Holder holder;
    holder.name = row[0];
    holder.office = row[2];
    holder.country = row[3];
    if (holder.name.empty() || holder.office.empty()) return bad("an office needs a name and an office");
    for (const std::string_view alias : split(row[1], '|')) holder.aliases.emplace_back(alias);
    holder.from_s = std::numeric_limits<std::int64_t>::min();
    holder.until_s = kAlways;
    if (!row[4].empty()) {
      const auto from = parse_iso(row[4], Known::stated);
      if (!from) return bad("`from` is a date: 2024, 2024-07 or 2024-07-05");
      holder.from_s = from->begin_s;
    }
    if (row.size() > 5 && !row[5].empty()) {
      const auto until = parse_iso(row[5], Known::stated);
      if (!until) return bad("`to` is a date: 2024, 2024-07 or 2024-07-05");
      holder.until_s = until->end_s;
    }
    if (row.size() > 6) holder.source = row[6];
    holders.push_back(std::move(holder));
  }
  return Offices(std::move(holders));
}

Offices merge_offices(const Offices& base, const Offices& more) {
  std::vector<Holder> holders = base.holders();
  for (const Holder& holder : more.holders()) {
    const auto same = std::find_if(holders.begin(), holders.end(), [&](const Holder& old) {
      return old.name == holder.name && old.office == holder.office && old.country == holder.country;
    });
    if (same == holders.end())
      holders.push_back(holder);
    else
      *same = holder;
  }
  return Offices(std::move(holders));
}

Offices default_offices() {
  return parse_offices(embedded("en/offices.tsv")).value_or(Offices());
}

}  // namespace readout
