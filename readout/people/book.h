// Book: the lexicons that naming people needs, by hash, built once: roles, organisations, places, given names, openers.
//
//   const Book& book = english_book();
//   book.match(words, i, kRoleBits);   // the longest role that begins at words[i]: "secretary of state", 3 words
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "readout/people/words.h"

namespace readout {

enum class PhraseKind : std::uint8_t {
  role,         // "foreign minister"
  roles,        // its plural
  institution,  // "Foreign Ministry", "TASS"
  noun,         // "ministry", "company": an organisation by its common noun
  country,      // "Russia", "the US"
  adjective,    // "Russian"
  people,       // "Russians"
  capital,      // "Moscow", as the actor
  place,
  time,
};

constexpr unsigned bit(PhraseKind kind) {
  return 1u << static_cast<unsigned>(kind);
}

struct Role {
  std::string name;
  std::vector<std::uint16_t> hypernyms;
  std::uint16_t norm = 0;  // spokesman, spokeswoman and spokesperson are one
  char gender = '-';
  bool title = false;
  bool honorific = false;
};

struct Institution {
  std::string name;                  // canonical
  std::uint16_t country = 0;         // 0 = not told by the name
  std::vector<std::uint64_t> kinds;  // hashes of the nouns that it may be called by
  std::uint16_t head_role = 0;       // "foreign minister" for "Foreign Ministry"; 0 = none
};

struct BookPhrase {
  std::uint32_t first = 0;  // in the pool of word hashes
  std::uint8_t length = 0;
  PhraseKind kind = PhraseKind::place;
  std::uint16_t id = 0;
  bool short_capitals = false;  // must be printed in capitals: "WHO", "AP"
};

struct GivenName {
  char gender = '-';
  std::uint64_t full = 0;  // hash of the name that it is short for, else of itself
};

class Book {
 public:
  Book();

  // The longest phrase of a kind in `kinds` at words[i], up to words[end); nullptr where there is none. Organisations
  // and places must be printed with a capital; words in a phrase must be parted by nothing but blanks.
  const BookPhrase* match(const std::vector<Word>& words, std::size_t i, std::size_t end, unsigned kinds) const;

  bool knows(std::uint64_t hash) const { return starts_.contains(hash); }
  bool is_opener(std::uint64_t hash) const { return openers_.contains(hash); }
  bool is_common_surname(std::uint64_t hash) const { return common_.contains(hash); }
  bool is_noun(std::uint64_t hash) const { return nouns_.contains(hash); }
  bool is_org_head(std::uint64_t hash) const { return org_heads_.contains(hash); }
  const GivenName* given_name(std::uint64_t hash) const;

  const Role& role(std::uint16_t id) const { return roles_[id]; }
  std::uint16_t find_role(std::string_view name) const;  // 0 where there is none
  bool is_a(std::uint16_t role, std::uint16_t wanted) const;
  const Institution& institution(std::uint16_t id) const { return institutions_[id]; }
  std::uint16_t find_institution(std::string_view words) const;  // in lower case; 0 where there is none
  const std::string& country(std::uint16_t id) const { return countries_[id]; }
  std::uint16_t find_country(std::string_view name) const;  // 0 where there is none
  const std::string& adjective(std::uint16_t country) const { return adjectives_[country]; }

 private:
  void add(std::string_view words, PhraseKind kind, std::uint16_t id, bool short_capitals = false);
  void read_places();
  void read_roles();
  void read_institutions();
  void read_names();

  std::unordered_map<std::uint64_t, std::vector<BookPhrase>> starts_;  // longest first
  std::vector<std::uint64_t> pool_;
  std::vector<Role> roles_;
  std::vector<Institution> institutions_;
  std::vector<std::string> countries_;
  std::vector<std::string> adjectives_;
  std::unordered_map<std::string, std::uint16_t> role_ids_;
  std::unordered_map<std::string, std::uint16_t> country_ids_;
  std::unordered_map<std::string, std::uint16_t> institution_ids_;
  std::unordered_map<std::uint64_t, GivenName> given_;
  std::unordered_set<std::uint64_t> openers_;
  std::unordered_set<std::uint64_t> org_heads_;
  std::unordered_set<std::uint64_t> nouns_;
  std::unordered_set<std::uint64_t> common_;  // surnames that many share
};

// The book of data/en, read on first use.
const Book& english_book();

}  // namespace readout
