#include "readout/people/mention.h"

#include <algorithm>

#include "readout/people/finder.h"
#include "readout/people/markers.h"

namespace readout {

// "of Russia" after an organisation or a role.
std::uint16_t Finder::country_of(std::size_t k) const {
  if (k + 1 >= size() || words[k].gap != Gap::space || !is(words[k], Marker::of)) return 0;
  std::size_t at = k + 1;
  if (is(words[at], Marker::the) && at + 1 < size()) ++at;
  const BookPhrase* phrase = book.match(words, at, size(), bit(PhraseKind::country));
  return phrase ? phrase->id : std::uint16_t{0};
}

// "Minister of State for Trade Ivo Stern", "Governor of Dorn Anna Kovel": where the name begins; 0 where none follows.
std::size_t Finder::name_after_complement(std::size_t j) const {
  if (j >= size() || words[j].gap != Gap::space || !(is(words[j], Marker::of) || is(words[j], Marker::for_))) return 0;
  for (std::size_t q = j + 1; q + 1 < size() && q < j + 9 && words[q].gap == Gap::space; ++q) {
    if (words[q - 1].possessive) return 0;
    if (!words[q].capital) {
      if (is(words[q], Marker::of) || is(words[q], Marker::for_) || is(words[q], Marker::and_) ||
          is(words[q], Marker::the))
        continue;
      return 0;
    }
    if (q > j + 1 && words[q - 1].capital && book.given_name(words[q].hash) != nullptr && words[q + 1].capital &&
        joined(q + 1))
      return q;
  }
  return 0;
}

std::size_t Finder::emit(MentionKind kind, std::size_t outer, std::size_t first, std::size_t last, std::uint16_t id,
                         std::uint16_t country) {
  Mention mention;
  mention.kind = kind;
  mention.outer = static_cast<std::uint32_t>(outer);
  mention.first = static_cast<std::uint32_t>(first);
  mention.last = static_cast<std::uint32_t>(last);
  mention.until = mention.last;
  mention.id = id;
  mention.country = country;
  mention.roles_first = mention.roles_last = static_cast<std::uint32_t>(found.roles.size());
  if (kind == MentionKind::institution && country == 0) mention.country = country_of(last);
  found.list.push_back(mention);
  return last;
}

std::size_t Finder::read(std::size_t i) {
  std::size_t j = i;
  std::uint16_t country = 0;
  std::uint16_t institution = 0;
  const std::size_t roles_first = found.roles.size();
  bool determined = i > 0 && words[i].gap == Gap::space && is_determiner(words[i - 1]);
  while (j < size() && (j == i || words[j].gap == Gap::space)) {
    const Word& word = words[j];
    const BookPhrase* phrase = book.match(words, j, size(), kAll);
    if (phrase == nullptr) {
      if (j == i && (word.opens_sentence || word.heading || is_determiner(word)) && book.is_opener(word.hash) &&
          book.given_name(word.hash) == nullptr)
        return i + 1;
      break;
    }
    const std::size_t after = j + phrase->length;
    const bool goes_on = after < size() && words[after].gap == Gap::space;
    const bool owned = words[after - 1].possessive;
    // "Dean Heller", "Israel Katz", "Jordan Ames": a given name wins over the role or place of the same spelling.
    if (phrase->length == 1 && word.capital && !owned && goes_on && begins_name(after) &&
        (book.given_name(word.hash) != nullptr) && phrase->kind != PhraseKind::institution)
      break;
    // "Mr. King": after an honorific a capital is the name, whatever else it means.
    if (j > i && word.capital && phrase->length == 1 && found.roles.size() > roles_first &&
        book.role(found.roles.back().role).honorific && !(goes_on && words[after].capital))
      break;
    if (phrase->kind == PhraseKind::role || phrase->kind == PhraseKind::roles) {
      if (phrase->kind == PhraseKind::roles && !(goes_on && begins_name(after) && word.capital)) return after;
      found.seen.push_back(phrase->id);
      std::uint16_t whose = country != 0 ? country : country_of(after);
      note_role(phrase->id, whose, institution, j, after);
      j = after;
      if (owned) break;
      if (const std::size_t name = name_after_complement(j); name != 0) {
        found.roles.back().last = static_cast<std::uint32_t>(name);
        j = name;
        break;
      }
      continue;
    }
    if (phrase->kind == PhraseKind::time || phrase->kind == PhraseKind::people) {
      found.roles.resize(roles_first);
      return after;
    }
    const BookPhrase* next = goes_on ? book.match(words, after, size(), kHeads) : nullptr;
    if (phrase->kind == PhraseKind::institution) {
      const std::uint16_t own = book.institution(phrase->id).country;
      emit(MentionKind::institution, i, j, after, phrase->id, own != 0 ? own : country);
      if (next == nullptr || next->kind != PhraseKind::role) return after;
      institution = phrase->id;
      if (country == 0) country = own;
      j = after;
      continue;
    }
    if (phrase->kind == PhraseKind::noun) {
      if (next != nullptr && next->kind == PhraseKind::role) {
        j = after;
        continue;
      }
      if (word.capital) break;
      found.roles.resize(roles_first);
      return after;
    }
    // A country, its adjective, a capital, a place.
    if (next != nullptr || (owned && goes_on)) {
      if (phrase->kind != PhraseKind::place) country = phrase->id;
      if (owned && phrase->kind != PhraseKind::adjective)
        emit(phrase->kind == PhraseKind::place ? MentionKind::place : MentionKind::country, j, j, after, phrase->id, 0);
      j = after;
      if (next == nullptr) break;
      continue;
    }
    if (goes_on && words[after].capital && !owned && phrase->kind == PhraseKind::adjective &&
        book.given_name(words[after].hash)) {
      country = phrase->id;
      j = after;
      continue;
    }
    if (goes_on && begins_name(after) && !owned) break;
    if (phrase->kind == PhraseKind::adjective) return after;
    return emit(phrase->kind == PhraseKind::place ? MentionKind::place : MentionKind::country, i, j, after, phrase->id,
                0);
  }
  const bool prefixed = found.roles.size() > roles_first;
  // "the minister, Mr. Kovel"
  if (prefixed && determined && j < size() && words[j].gap == Gap::comma)
    if (const BookPhrase* phrase = book.match(words, j, size(), bit(PhraseKind::role));
        phrase != nullptr && book.role(phrase->id).honorific && begins_name(j + phrase->length)) {
      note_role(phrase->id, 0, 0, j, j + phrase->length);
      j += phrase->length;
    }
  // "the foreign minister, Anna Kovel, said": the name is the apposition.
  const bool appositive =
      prefixed && determined && j < size() && words[j].gap == Gap::comma && j + 1 < size() && words[j].capital &&
      words[j + 1].capital && joined(j + 1) &&
      (book.given_name(words[j].hash) != nullptr || (j + 2 < size() && words[j + 2].gap == Gap::comma));
  if (j < size() && words[j].capital && (j == i || words[j].gap == Gap::space || appositive) &&
      (j == 0 || j == i || !words[j - 1].possessive || !prefixed)) {
    const std::size_t before = found.list.size();
    const std::size_t end = read_run(i, j, country);
    if (found.list.size() > before && found.list.back().kind == MentionKind::person) {
      Mention& mention = found.list.back();
      mention.roles_first = static_cast<std::uint32_t>(roles_first);
      mention.roles_last = static_cast<std::uint32_t>(found.roles.size());
      if (mention.roles_last > mention.roles_first) {
        mention.titled = mention.sure = true;
        for (std::size_t r = roles_first; r < found.roles.size(); ++r) {
          const char gender = book.role(found.roles[r].role).gender;
          if (gender != '-') mention.gender = gender;
        }
      }
      read_apposition(mention);
      mention.roles_last = static_cast<std::uint32_t>(found.roles.size());
      return end;
    }
    found.roles.resize(roles_first);
    return std::max(end, i + 1);
  }
  found.roles.resize(roles_first);
  return std::max(j, i + 1);
}

bool Finder::is_organisation(std::size_t j, std::size_t k) const {
  const bool given = book.given_name(words[j].hash) != nullptr;
  for (std::size_t w = j; w < k; ++w) {
    if (!book.is_org_head(words[w].hash)) continue;
    if (given && k - j == 2 && w == j + 1) return false;  // "Emily Church"
    return true;
  }
  return false;
}

// "the plant's chief, Hilde Brun, learned": between commas beside what somebody is.
bool Finder::is_set_beside(std::size_t start, std::size_t k) const {
  if (start == 0 || k >= size() || words[start].gap != Gap::comma || words[k].gap != Gap::comma) return false;
  const Word& before = words[start - 1];
  return !before.capital && !before.possessive && book.match(words, start - 1, start, bit(PhraseKind::role)) != nullptr;
}

std::size_t Finder::read_run(std::size_t i, std::size_t j, std::uint16_t country) {
  std::size_t start = j;
  std::size_t k = j;
  bool organisation = false;
  while (k < size() && k - start < 8) {
    const Word& word = words[k];
    // Marcia “Cia” Stern: a nickname in marks.
    if (k == start + 1 && word.gap == Gap::quote && word.capital && k + 1 < size() && words[k + 1].gap == Gap::quote &&
        words[k + 1].capital && !words[k + 1].opens_sentence && book.given_name(words[start].hash) != nullptr) {
      k += 2;
      continue;
    }
    if (k > j && (word.gap != Gap::space || words[k - 1].possessive)) break;
    // "LONDON Kovel": a word in capitals ahead of a name in ordinary print.
    if (k > start && words[k - 1].all_capitals && words[k - 1].end - words[k - 1].begin > 3 && word.capital &&
        !word.all_capitals && !word.initial && slice(text, words[k - 1].span()).find('.') == std::string_view::npos)
      break;
    if (word.capital) {
      if (k > start) {
        const BookPhrase* phrase = book.match(words, k, size(), bit(PhraseKind::role) | bit(PhraseKind::time));
        if (phrase != nullptr && phrase->kind == PhraseKind::time) break;
        const std::size_t after = k + (phrase ? phrase->length : 0u);
        // "Marlow Mayor Ivo Stern": what stood before is no part of the name.
        if (phrase != nullptr && joined(after) && words[after].capital && !organisation) {
          note_role(phrase->id, country, 0, k, after);
          start = k = after;
          continue;
        }
      }
      if (book.is_org_head(word.hash)) organisation = true;
      ++k;
      continue;
    }
    const bool more = k + 1 < size() && words[k + 1].gap == Gap::space;
    if (k > start && is_particle(word)) {
      std::size_t next = k + 1;  // van der, de la
      while (next < size() && next < k + 3 && words[next].gap == Gap::space && is_particle(words[next])) ++next;
      if (next < size() && words[next].gap == Gap::space && words[next].capital) {
        k = next;
        continue;
      }
    }
    if (k > start && organisation && more && (is(word, Marker::of) || is(word, Marker::for_))) {
      const std::size_t next = is(words[k + 1], Marker::the) && k + 2 < size() ? k + 2 : k + 1;
      if (words[next].capital) {
        k = next;
        continue;
      }
    }
    break;
  }
  const bool prefixed = start > i;
  if (start < k && !prefixed && k - start == 1 && book.is_opener(words[start].hash)) return k;
  // "STATEMENT OF THE EMBASSY": small words in capitals begin no name.
  while (start < k && k - start > 1 && words[start].all_capitals && book.is_opener(words[start].hash) &&
         book.given_name(words[start].hash) == nullptr)
    ++start;
  if (start >= k) return k;
  // Five capitals in a row without a particle or an initial are a headline.
  if (k - start >= 5 && !organisation && !has_small_word(start, k)) return k;
  if (words[start].heading && (k - start < 2 || book.given_name(words[start].hash) == nullptr)) return k;
  const bool single = k - start == 1;
  const bool titled = !found.roles.empty() && found.roles.back().last == start;
  const bool labelled = k < size() && words[k].gap == Gap::colon;
  organisation = is_organisation(start, k) && !(titled && single);
  if (single && words[start].all_capitals && !titled && !labelled && words[start].end - words[start].begin <= 6)
    organisation = true;
  if (single && words[start].hash == hash_word("I")) return k;
  if (organisation) return emit(MentionKind::institution, i, start, k, 0, country);
  // "Charlotte Panthers": a place that is a given name too, before a plural.
  if (k - start == 2 && book.match(words, start, k, bit(PhraseKind::place)) != nullptr &&
      slice(text, words[k - 1].span()).ends_with("ers"))
    return emit(MentionKind::institution, i, start, k, 0, country);
  emit(MentionKind::person, i, start, k, 0, country);
  Mention& mention = found.list.back();
  const GivenName* given = book.given_name(words[start].hash);
  if (given != nullptr && !single) mention.gender = given->gender;
  bool initial = false;
  for (std::size_t w = start; w + 1 < k; ++w) initial = initial || words[w].initial;
  mention.sure = !single && (given != nullptr || initial || is_set_beside(start, k));
  if (mention.sure && book.match(words, k - 1, k, kAll) != nullptr) odd_surnames.push_back(words[k - 1].hash);
  return k;
}

// Later steps compare mentions with actors: a cap keeps a file of nothing but names from taking minutes.
constexpr std::size_t kMaxMentions = 20000;

Mentions find_mentions(std::string_view text, const std::vector<Word>& words, const Book& book) {
  Finder finder{text, words, book, {}, {}};
  for (std::size_t i = 0; i < words.size() && finder.found.list.size() < kMaxMentions;) {
    // Small words that begin no phrase of the book are most of a text.
    if (!words[i].capital && !book.knows(words[i].hash)) {
      ++i;
      continue;
    }
    i = finder.read(i);
  }
  if (!finder.odd_surnames.empty()) finder.find_odd_surnames();
  return std::move(finder.found);
}

}  // namespace readout
