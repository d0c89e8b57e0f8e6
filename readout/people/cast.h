// Cast: everybody a document names, before anybody is said to have spoken: its mentions gathered into actors.
//
//   "Anna Kovel, the Marlow envoy, ... Kovel ... Ms. Kovel ... Orlan"   ->   {Anna Kovel: 3 mentions, envoy}, {Orlan:
//   1}
//
// A full name first; then surnames alone go to the actor of that surname; a surname that the document never gives in
// full goes to the office file, where it is distinctive or its office stands in the text. Two actors of one surname:
// title, gender, the same paragraph decide, else the mention keeps both as candidates and belongs to nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readout/base/doubt.h"
#include "readout/document/document.h"
#include "readout/people/mention.h"
#include "readout/people/offices.h"
#include "readout/people/person.h"

namespace readout {

// fold_name of each distinct word, once; equal folds have equal numbers.
class FoldTable {
 public:
  std::uint32_t number(const Word& word, std::string_view text);
  const std::string& folded(std::uint32_t number) const { return strings_[number]; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;
  std::unordered_map<std::string, std::uint32_t> by_fold_;
  std::vector<std::string> strings_;
};

struct Actor {
  PersonKind kind = PersonKind::person;
  std::uint32_t first = 0;  // fold numbers + 1 of the given name and the surname; 0 = none
  std::uint32_t last = 0;
  std::uint64_t given = 0;  // hash of the given name as printed
  bool initial = false;     // the given name is known by its initial only
  std::vector<std::uint32_t> mentions;
  std::vector<RoleHeld> roles;
  std::int32_t holder = -1;  // row of the office file
  char gender = '-';
  bool sure = false;
  std::uint32_t age = 0;
  std::uint16_t institution = 0;  // of the book; 0 for one it does not know
  std::uint16_t country = 0;      // of an institution
  std::string label;              // printed words, for actors that no mention names
  std::vector<Span> printed;      // where such words stand
  std::vector<Doubt> doubts;
};

struct Cast {
  const Document& document;
  const Offices& offices;
  const Book& book;
  std::string_view text;
  std::optional<std::int64_t> at_s;  // when the document was written, as far as it tells
  std::vector<Word> words;
  Mentions mentions;
  std::vector<Actor> actors;
  FoldTable folds;
  std::unordered_map<std::uint32_t, std::vector<std::int32_t>> ambiguous;  // mention -> actors it may be
};

Cast gather_cast(const Document& document, const Offices& offices);

// Steps of gather_cast, in their order.
void gather_persons(Cast& cast);
void gather_institutions(Cast& cast);
void learn_offices(Cast& cast);
void judge_first_names(Cast& cast);

// The holder of a row as an actor: the one in the cast, or a new one.
std::int32_t actor_of_holder(Cast& cast, std::uint32_t row);

// The row of `rows` that fits the document's time best: in office, else the last who left, else (`may_follow`) one who
// came within three years; -1 where none fits or two persons fit alike.
std::int32_t best_row(const Cast& cast, std::span<const std::uint32_t> rows, bool may_follow);

// The role of a row's office; 0 where the book does not know it. And its country.
std::uint16_t role_of(const Cast& cast, std::uint32_t row);
std::uint16_t country_of(const Cast& cast, std::uint32_t row);

bool same_sex(char a, char b);  // true where nothing speaks against it

}  // namespace readout
