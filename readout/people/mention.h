// Mentions: the names of persons and organisations printed in a document, with the titles before and the appositions
// after.
//
//   Kremlin spokesman Dmitry Orlan, 52, a former diplomat, told the Marlow Times ...
//   [outer...........[name.......]     [role..........]           [institution.]
//
// Method: capitalised runs with particles, initials and suffixes, read from the left for titles; rules of news style as
// in the named-entity passes of quotation systems (Pouliquen and others, Krestel and others).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/people/book.h"
#include "readout/people/words.h"

namespace readout {

enum class MentionKind : std::uint8_t { person, institution, country, place };

// A role as printed with a name: "the US president" is {president, United States}.
struct RoleHeld {
  std::uint16_t role = 0;
  std::uint16_t country = 0;
  std::uint16_t institution = 0;
  std::uint32_t first = 0;  // its words
  std::uint32_t last = 0;

  friend bool operator==(const RoleHeld&, const RoleHeld&) = default;
};

struct Mention {
  MentionKind kind = MentionKind::person;
  std::uint32_t first = 0;  // the words of the name: [first, last)
  std::uint32_t last = 0;
  std::uint32_t outer = 0;        // the first word of the titles before it
  std::uint32_t until = 0;        // the word after its apposition
  std::uint16_t id = 0;           // of the institution or country; 0 for one that the book does not know
  std::uint16_t country = 0;      // of an institution, where the words tell it
  std::uint32_t roles_first = 0;  // in Mentions::roles
  std::uint32_t roles_last = 0;
  std::uint32_t age = 0;
  char gender = '-';
  bool titled = false;     // a role or an honorific stands before it
  bool described = false;  // an apposition or a role tells who it is
  bool sure = false;       // a person's name beyond doubt: a given name or a title stands in it
  std::int32_t actor = -1;
};

struct Mentions {
  std::vector<Mention> list;  // in order of the text
  std::vector<RoleHeld> roles;
  std::vector<std::uint16_t> seen;  // every role printed in the document, with or without a name
};

// The first 20,000 mentions; a text with more (some 5 MB of news) is read for names no further.
Mentions find_mentions(std::string_view text, const std::vector<Word>& words, const Book& book);

}  // namespace readout
