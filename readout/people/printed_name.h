// PrintedName: a name as somebody prints it, away from any document, read so that two can be held side by side.
//
//   "Foreign Minister Anna Kovel"       words {anna, kovel}  roles {foreign minister}
//   "MR. PELLOW (for the landlord)"     words {pellow}       gender m   about {landlord}
//   "a spokesman"                       words {}             roles {spokesman}   indefinite
//   "Korvald Steel Works"               words {korvald, steel, works}   organisation
//
//   compare_names("Mr. Lavrow", "Sergey Lavrov")  same       (spelling folded, surname alone)
//   compare_names("Amos Tell", "Silas Tell")      other      (two of one family)
//   compare_names("the minister", "Anna Kovel")   unsure     (nothing says that she is none)
//
// Words are folded by fold_name. Not done here: who holds an office; who a document means by "the minister" (that is
// resolve_people's).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout {

enum class NameMatch : std::uint8_t { same, unsure, other };

struct PrintedName {
  std::vector<std::string> words;    // of the name, without titles: "anna kovel"
  std::vector<std::uint16_t> roles;  // of the book: "foreign minister"
  std::vector<std::string> about;    // other words, folded: countries, what follows a comma or stands in brackets
  char gender = '-';                 // of a title or a given name
  bool indefinite = false;           // "a spokesman", "one of the aides"
  bool organisation = false;

  bool empty() const { return words.empty() && roles.empty() && about.empty(); }
  friend bool operator==(const PrintedName&, const PrintedName&) = default;
};

PrintedName read_printed_name(std::string_view name);

// By the names alone where both have one; by roles where one has none: `same` for a role that is one of the other's (or
// more general), never `other`.
NameMatch compare_names(const PrintedName& a, const PrintedName& b);
NameMatch compare_names(std::string_view a, std::string_view b);

}  // namespace readout
