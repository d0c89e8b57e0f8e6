// Words that are searched for: as the word index takes them, and to be looked for in a stretch of text.
//
//   Terms terms = parse_terms("direct flights* \"of the talks\"");
//   match_query(terms)                                    == "\"direct\" \"flights\"* \"of the talks\""
//   occur_in(terms, "A direct flight: the end of the talks") == false   // "flights" does not
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace readout {

struct Term {
  std::string words;   // as typed; several where they stand together
  std::string folded;  // words folded, one blank between, none at either end
  bool prefix = false;
};

using Terms = std::vector<Term>;

// Terms without a letter or digit are left out.
Terms parse_terms(std::string_view query);

// Every term must occur. Quotes make operators of the index's language plain words.
std::string match_query(const Terms& terms);
// Only the longest: what holds all the terms holds this one.
std::string widest_query(const Terms& terms);

// Whether every term occurs in the text, both folded as names are (case, accents and transliteration do not count).
bool occur_in(const Terms& terms, std::string_view text);

// Folded so that " word " can be sought in it: one blank before and after every word.
std::string fold_for_search(std::string_view text);

}  // namespace readout
