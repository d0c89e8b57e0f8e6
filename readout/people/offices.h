// Offices: who held which office when, as data: data/en/offices.tsv and what a user adds to it.
//
//   name            aliases            office            country   from        to          source
//   Sergey Lavrov   Sergei Lavrov      foreign minister  Russia    2004-03-09              https://...
//
//   Offices offices = default_offices();
//   for (std::uint32_t row : offices.find_surname("lavrov")) offices.holders()[row].office;  // "foreign minister"
//
// Columns are split by tabs; aliases by '|'; `from` and `to` are ISO dates to the year, month or day, `to` inclusive,
// and empty where the term had no known beginning or still ran when the file was written. A person with two offices has
// two rows of the same name.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readout/base/result.h"

namespace readout {

struct Holder {
  std::string name;  // canonical
  std::vector<std::string> aliases;
  std::string office;        // a role of data/en/roles.tsv: "foreign minister"
  std::string country;       // or an organisation: "Russia", "NATO", "Kremlin"
  std::int64_t from_s = 0;   // seconds since 1970, local; the first instant of the term
  std::int64_t until_s = 0;  // the first instant after it
  std::string source;

  friend bool operator==(const Holder&, const Holder&) = default;
};

// "russia/foreign-minister": the id under which a Person carries the office.
std::string office_id(const Holder& holder);

class Offices {
 public:
  Offices() = default;
  explicit Offices(std::vector<Holder> holders);

  const std::vector<Holder>& holders() const { return holders_; }
  bool empty() const { return holders_.empty(); }

  // Rows, ascending. Arguments are folded by fold_name: one word for a surname, the whole for a full name or an alias.
  std::span<const std::uint32_t> find_surname(std::string_view folded) const;
  std::span<const std::uint32_t> find_name(std::string_view folded) const;
  // Rows of an office ("foreign minister", "russia"), both in lower case.
  std::span<const std::uint32_t> find_office(std::string_view office, std::string_view country) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static std::span<const std::uint32_t> look_up(const Index& index, const std::string& key);

  std::vector<Holder> holders_;
  Index surnames_;
  Index names_;
  Index offices_;
};

// True where the holder was in office at that second; false for an unknown time.
bool in_office(const Holder& holder, std::optional<std::int64_t> at_s);

// Error: bad_argument for a row with fewer than five columns, an empty name or office, or a date that is none; `where`
// is the row's number among the rows that are not comments.
Result<Offices> parse_offices(std::string_view tsv);

// The rows of both; a row of `more` replaces one of the same name, office and country.
Offices merge_offices(const Offices& base, const Offices& more);

// The offices that the program carries.
Offices default_offices();

}  // namespace readout
