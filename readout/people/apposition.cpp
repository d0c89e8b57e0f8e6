// What stands after a name and says who it is, and surnames that are also words for roles.
#include <algorithm>

#include "readout/people/finder.h"
#include "readout/people/markers.h"

namespace readout {

// ", 52, the ministry's spokeswoman," or "is the foreign minister of Marlow".
void Finder::read_apposition(Mention& mention) {
  std::size_t at = mention.last;
  if (at >= size() || words[mention.last - 1].possessive) return;
  bool copula = false;
  if (words[at].gap == Gap::space && (is(words[at], Marker::is) || is(words[at], Marker::was))) {
    copula = true;
    ++at;
  } else if (words[at].gap != Gap::comma && words[at].gap != Gap::dash) {
    return;
  }
  if (at >= size()) return;
  const std::string_view digits = slice(text, words[at].span());
  if (!copula && digits.size() == 2 && digits[0] >= '1' && digits[0] <= '9' && digits[1] >= '0' && digits[1] <= '9' &&
      at + 1 < size() && words[at + 1].gap != Gap::space) {
    mention.age = static_cast<std::uint32_t>((digits[0] - '0') * 10 + (digits[1] - '0'));
    mention.until = static_cast<std::uint32_t>(at + 1);
    if (words[++at].gap != Gap::comma) return;
  }
  if (is(words[at], Marker::who) && at + 2 < size() &&
      (is(words[at + 1], Marker::is) || is(words[at + 1], Marker::was)))
    at += 2;
  const bool determined = is_determiner(words[at]);
  if (copula && !determined) return;
  if (!determined && book.match(words, at, size(), kAll) == nullptr && !is(words[at], Marker::former)) return;
  std::uint16_t country = 0;
  std::uint16_t institution = 0;
  const std::size_t from = found.roles.size();
  bool complement = false;
  std::size_t q = at;
  for (; q < size() && q < at + 14; ++q) {
    if (q > at && words[q].gap > Gap::dash) break;
    if (complement && is(words[q], Marker::that)) break;
    if (const BookPhrase* phrase = book.match(words, q, size(), kAll)) {
      const std::size_t after = q + phrase->length;
      if (phrase->kind == PhraseKind::role && !complement) {
        // A name follows: this is the next person's title, not an apposition.
        if (after < size() && words[after].gap == Gap::space && begins_name(after) && !words[after - 1].possessive) {
          found.roles.resize(from);
          return;
        }
        if (words[after - 1].possessive) {
          country = 0;
        } else {
          note_role(phrase->id, country, institution, q, after);
        }
      } else if (phrase->kind == PhraseKind::adjective || phrase->kind == PhraseKind::country ||
                 phrase->kind == PhraseKind::capital) {
        country = phrase->id;
        if (complement && found.roles.size() > from && found.roles.back().country == 0)
          found.roles.back().country = country;
      } else if (phrase->kind == PhraseKind::institution) {
        institution = phrase->id;
        if (country == 0) country = book.institution(phrase->id).country;
        if (complement && found.roles.size() > from && found.roles.back().institution == 0) {
          found.roles.back().institution = institution;
          if (found.roles.back().country == 0) found.roles.back().country = country;
        }
      }
      q = after - 1;
      continue;
    }
    if (is_preposition(words[q])) {
      if (found.roles.size() == from) break;
      complement = true;
    } else if (found.roles.size() > from && is_finite(words[q])) {
      // "Near Dorn, the mayor said": a clause, no apposition.
      if (!complement && !copula) {
        found.roles.resize(from);
        return;
      }
      break;
    } else if (is_finite(words[q])) {
      return;
    }
  }
  if (determined && !copula) mention.described = true;
  if (found.roles.size() == from) return;
  mention.described = true;
  mention.until = static_cast<std::uint32_t>(q);
  mention.sure = mention.sure || mention.last - mention.first > 1;
  for (std::size_t r = from; r < found.roles.size(); ++r) {
    const char gender = book.role(found.roles[r].role).gender;
    if (gender != '-' && mention.gender == '-') mention.gender = gender;
  }
}

// "Dean said" after "Howard Dean": there the word is his name.
void Finder::find_odd_surnames() {
  std::vector<Mention> more;
  std::size_t next = 0;
  for (std::uint32_t w = 0; w < size(); ++w) {
    while (next < found.list.size() && found.list[next].last <= w) ++next;
    const bool taken = next < found.list.size() && found.list[next].first <= w &&
                       found.list[next].kind != MentionKind::country && found.list[next].kind != MentionKind::place;
    if (taken || !words[w].capital || words[w].heading) continue;
    if (std::find(odd_surnames.begin(), odd_surnames.end(), words[w].hash) == odd_surnames.end()) continue;
    if (w > 0 && words[w].gap == Gap::space && (is_determiner(words[w - 1]) || is_preposition(words[w - 1]))) continue;
    if (joined(w + 1) && words[w + 1].capital) continue;
    Mention mention;
    mention.first = mention.outer = w;
    mention.last = mention.until = w + 1;
    more.push_back(mention);
  }
  std::erase_if(found.list, [&](const Mention& m) {
    return std::any_of(more.begin(), more.end(),
                       [&](const Mention& o) { return o.first == m.first && m.last == o.last; });
  });
  found.list.insert(found.list.end(), more.begin(), more.end());
  std::sort(found.list.begin(), found.list.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  });
}

}  // namespace readout
